// Starts the editor of the draft: <div id="editor" data-key="…" data-start="{…}">, on screens that are wide enough.
import { Checking } from "./editor/checking";
import { Conflict } from "./editor/conflict";
import { modeler, type Canvas, type CommandStack, type Element, type Elements, type Factory, type Modeling, type Overlays, type Selection } from "./editor/modeler";
import { Properties } from "./editor/properties";
import { Saving } from "./editor/saving";
import { Server } from "./editor/server";
import { Words, type Start } from "./editor/start";

/** Narrower screens show the drawing alone. */
const WIDE = "(min-width: 48rem)";

async function start(place: HTMLElement, key: string): Promise<void> {
  const given = JSON.parse(place.dataset["start"] ?? "{}") as Start;
  const words = new Words(given.texts);
  const state = document.querySelector<HTMLElement>("[data-state]");
  const tell = (text: string) => {
    if (state && state.textContent !== text) state.textContent = text;
  };
  const find = (selector: string): HTMLElement => {
    const found = place.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is missing`);
    return found;
  };
  place.hidden = false;
  const tools = document.querySelector<HTMLElement>("[data-tools]");
  if (tools) tools.hidden = false;
  document.documentElement.classList.add("editing");
  const drawing = modeler(find(".canvas"), given.language);
  const server = new Server(key);
  const conflict = new Conflict(server, words);
  const write = async () => {
    const { xml } = await drawing.saveXML({ format: true });
    if (!xml) throw new Error("nothing was written");
    return xml;
  };
  const [canvas, stack, selection] = [
    drawing.get<Canvas>("canvas"),
    drawing.get<CommandStack>("commandStack"),
    drawing.get<Selection>("selection"),
  ];
  const properties = new Properties(find("[data-properties]"), words, given, {
    modeling: drawing.get<Modeling>("modeling"),
    factory: drawing.get<Factory>("moddle"),
  });
  const checking = new Checking(server, words, write, find("[data-found]"), {
    canvas,
    selection,
    elements: drawing.get<Elements>("elementRegistry"),
    overlays: drawing.get<Overlays>("overlays"),
  });
  const decide = async (bpmn: string) => {
    const { choice, theirs } = await conflict.ask(bpmn);
    const seen = theirs.state === "draft" ? theirs.version : 0;
    if (choice === "mine") {
      saving.loaded((await server.save(bpmn, seen, true)).version);
      tell(words.say("saved", { time: new Date().toLocaleTimeString(given.language) }));
      return;
    }
    if (choice === "copy") await server.keepCopy(bpmn);
    await open(await server.document(theirs.number));
    saving.loaded(seen);
  };
  const saving = new Saving(key, server, words, write, tell, (bpmn) => void decide(bpmn), given.version);
  const open = async (bpmn: string) => {
    await drawing.importXML(bpmn);
    canvas.zoom("fit-viewport", "auto");
    properties.show(canvas.getRootElement());
    await checking.now();
  };
  const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
  const enable = () => {
    const can: Record<string, boolean> = { undo: stack.canUndo(), redo: stack.canRedo(), save: true, fit: true };
    for (const [name, is] of Object.entries(can)) {
      const found = button(name);
      if (found) found.disabled = !is;
    }
  };
  const verbs: Record<string, () => void> = {
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    fit: () => canvas.zoom("fit-viewport", "auto"),
    save: () => void saving.save(),
  };
  for (const [name, act] of Object.entries(verbs)) button(name)?.addEventListener("click", act);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void saving.save();
    }
  });
  drawing.on("selection.changed", (event: { newSelection: Element[] }) => {
    properties.show(event.newSelection[0] ?? canvas.getRootElement());
  });
  const left = saving.left();
  try {
    await open(left?.bpmn ?? given.bpmn);
  } catch (error) {
    tell(words.say("not-opened", { what: error instanceof Error ? error.message : String(error) }));
    return;
  }
  enable();
  drawing.on("commandStack.changed", () => {
    enable();
    saving.changed();
    checking.later();
    properties.show(selection.get()[0] ?? canvas.getRootElement());
  });
  if (left) {
    saving.version = left.version;
    saving.changed();
  }
  place.dataset["ready"] = "true";
}

const place = document.getElementById("editor");
const key = place?.dataset["key"];
if (place && key && matchMedia(WIDE).matches) void start(place, key);
