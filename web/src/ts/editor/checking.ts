// Shows what the check finds while one edits: signs on the elements, and a list beside the drawing.
import type { Canvas, Elements, Overlays, Selection } from "./modeler";
import { Refused, type Found, type Server } from "./server";
import { make, type Words } from "./start";

const PAUSE_MS = 800;
const SIGNS = { error: "×", warning: "!", hint: "?" };

export class Checking {
  private timer = 0;
  private round = 0;
  private marked: [string, string][] = [];

  constructor(
    private readonly server: Server,
    private readonly words: Words,
    private readonly write: () => Promise<string>,
    private readonly list: HTMLElement,
    private readonly parts: { canvas: Canvas; elements: Elements; overlays: Overlays; selection: Selection },
  ) {}

  later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.now(), PAUSE_MS);
  }

  async now(): Promise<void> {
    const round = ++this.round;
    try {
      const checked = await this.server.check(await this.write());
      // What was asked for later answers later, or not at all.
      if (round === this.round) this.show(checked.findings, checked.no_map);
    } catch (error) {
      if (round === this.round && error instanceof Refused) this.list.replaceChildren(make("p", {}, error.message));
    }
  }

  private show(found: Found[], noMap: string[]): void {
    const { canvas, elements, overlays, selection } = this.parts;
    for (const [id, marker] of this.marked) {
      if (elements.get(id)) canvas.removeMarker(id, marker);
    }
    overlays.remove({ type: "found" });
    this.marked = [];
    for (const one of found) {
      if (one.severity === "hint" || !elements.get(one.id) || this.marked.some(([id]) => id === one.id)) continue;
      const marker = `found-${one.severity}`;
      canvas.addMarker(one.id, marker);
      const html = make("span", { class: `found-sign ${one.severity}`, title: one.reason }, SIGNS[one.severity]);
      overlays.add(one.id, "found", { position: { top: -10, right: 10 }, html });
      this.marked.push([one.id, marker]);
    }
    if (found.length + noMap.length === 0) {
      this.list.replaceChildren(make("p", {}, this.words.say("found-none")));
      return;
    }
    const choose = (id: string) => {
      const element = elements.get(id);
      if (!element) return;
      selection.select(element);
      canvas.scrollToElement(element);
    };
    const item = (one: Found) => {
      const name = make("button", { type: "button", class: "link" }, one.element);
      name.addEventListener("click", () => choose(one.id));
      const badge = { error: "bad", warning: "warning", hint: "over" }[one.severity];
      return make(
        "li",
        { class: one.severity },
        make("span", { class: `badge ${badge}` }, this.words.say(`severity-${one.severity}`)),
        " ",
        name,
        make("p", {}, one.reason),
        make("p", { class: "mend" }, one.mend),
      );
    };
    const hindrances = noMap.map((text) => make("li", { class: "error" }, make("p", {}, text)));
    this.list.replaceChildren(make("ul", { class: "found" }, ...hindrances, ...found.map(item)));
  }
}
