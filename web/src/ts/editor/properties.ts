// The panel beside the drawing: name of the chosen element, and what the extension says of it, written back as one edits.
import type { Element, Factory, Modeling, Moddle } from "./modeler";
import { make, type Start, type Words } from "./start";

/** A property that is one field. */
interface Field {
  name: string;
  text: string;
  kind?: "number" | "flag" | "rating";
  /** What can be chosen, as word and name. */
  choices?: [string, string][];
}

/** A list of parts, each with fields. */
interface Many {
  name: string;
  type: string;
  text: string;
  fields: Field[];
}

export class Properties {
  private isWriting = false;

  constructor(
    private readonly place: HTMLElement,
    private readonly words: Words,
    private readonly start: Start,
    private readonly parts: { modeling: Modeling; factory: Factory },
  ) {}

  /** Shows an element; without one says how to choose one. */
  show(element: Element | undefined): void {
    // What the panel itself writes is in it already: whoever goes from field to field keeps them.
    if (this.isWriting && this.place.dataset["id"] === element?.id) return;
    this.place.dataset["id"] = element?.id ?? "";
    const of = element?.businessObject;
    if (!element || !of) {
      this.place.replaceChildren(make("p", {}, this.words.say("nothing-chosen")));
      return;
    }
    const rows: HTMLElement[] = [];
    if (!of.$instanceOf("bpmn:Collaboration")) rows.push(this.nameOf(element, of));
    if (of.$instanceOf("bpmn:FlowNode")) rows.push(...this.step(element, of));
    if (of.$instanceOf("bpmn:Lane") || of.$instanceOf("bpmn:Participant")) {
      rows.push(...this.fields(element, of, "Lane", [this.lineField()]));
    }
    const process = of.$instanceOf("bpmn:Process") ? of : of.get<Moddle | undefined>("processRef");
    if (of.$instanceOf("bpmn:Process") || of.$instanceOf("bpmn:Participant")) {
      if (process) rows.push(...this.process(element, process));
    }
    this.place.replaceChildren(...(rows.length > 0 ? rows : [make("p", {}, this.words.say("nothing-chosen"))]));
  }

  private nameOf(element: Element, of: Moddle): HTMLElement {
    const field = { name: "name", text: "name" };
    const change = (name: string) => this.parts.modeling.updateProperties(element.labelTarget ?? element, { name });
    return this.input(field, of.get<string | undefined>("name"), (value) => change(value ?? ""));
  }

  private step(element: Element, of: Moddle): HTMLElement[] {
    const fields: Field[] = [
      this.lineField(),
      { name: "channel", text: "channel" },
      { name: "promise", text: "promise", choices: this.start.promises },
      { name: "owner", text: "owner" },
      { name: "valueAdding", text: "value-adding", kind: "flag" },
    ];
    if (of.$instanceOf("bpmn:EndEvent")) fields.push({ name: "good", text: "good", kind: "flag" });
    const ratings: Field[] = ["severity", "occurrence", "detection"].map((name) => ({ name, text: name, kind: "rating" }));
    return [
      ...this.fields(element, of, "Step", fields),
      this.single(element, of, "cost", "Cost", [
        { name: "amount", text: "cost", kind: "number" },
        { name: "currency", text: "currency" },
      ]),
      this.single(element, of, "times", "Times", [
        { name: "processSeconds", text: "process-seconds", kind: "number" },
        { name: "waitingSeconds", text: "waiting-seconds", kind: "number" },
        { name: "accuratePercent", text: "accurate-percent", kind: "number" },
      ]),
      this.many(element, of, "Step", {
        name: "emotion",
        type: "Emotion",
        text: "emotions",
        fields: [
          { name: "name", text: "emotion" },
          { name: "strength", text: "strength", kind: "number" },
        ],
      }),
      this.many(element, of, "Step", {
        name: "failure",
        type: "Failure",
        text: "failures",
        fields: [{ name: "what", text: "what" }, ...ratings],
      }),
      this.many(element, of, "Step", {
        name: "score",
        type: "Score",
        text: "scores",
        fields: [
          { name: "competitor", text: "competitor" },
          { name: "score", text: "score", kind: "number" },
          { name: "n", text: "n", kind: "number" },
          { name: "source", text: "source" },
        ],
      }),
    ];
  }

  private process(element: Element, of: Moddle): HTMLElement[] {
    return [
      ...this.fields(element, of, "Process", [
        { name: "stage", text: "stage", choices: this.start.stages },
        { name: "initiator", text: "initiator" },
        { name: "owner", text: "owner" },
      ]),
      this.many(element, of, "Process", {
        name: "scenario",
        type: "Scenario",
        text: "scenarios",
        fields: [
          { name: "name", text: "scenario" },
          { name: "reason", text: "reason" },
          { name: "channel", text: "channel" },
          { name: "answer", text: "answers" },
        ],
      }),
      this.many(element, of, "Process", {
        name: "competitor",
        type: "Competitor",
        text: "competitors",
        fields: [{ name: "name", text: "competitor" }],
      }),
    ];
  }

  private lineField(): Field {
    const lines = ["customer", "front", "back", "system", "partner"];
    return { name: "line", text: "line", choices: lines.map((line) => [line, this.words.say(`line-${line}`)]) };
  }

  /** Fields of the extension's own element. */
  private fields(element: Element, of: Moddle, type: string, fields: Field[]): HTMLElement[] {
    const found = this.extension(of, type);
    return fields.map((field) =>
      this.input(field, found?.get<string | undefined>(field.name), (value) => {
        const extension = this.extension(of, type) ?? this.begin(element, of, type);
        this.parts.modeling.updateModdleProperties(element, extension, { [field.name]: value });
      }),
    );
  }

  /** A part of a step of which there is one, such as its times. */
  private single(element: Element, of: Moddle, name: string, type: string, fields: Field[]): HTMLElement {
    const part = () => this.extension(of, "Step")?.get<Moddle | undefined>(name);
    const change = (field: Field, value: string | undefined) => {
      const step = this.extension(of, "Step") ?? this.begin(element, of, "Step");
      const known = part();
      const values = Object.fromEntries(fields.map((field) => [field.name, known?.get<string | undefined>(field.name)]));
      values[field.name] = value;
      // A sum of money needs a currency, and nothing is left behind that says nothing.
      if (type === "Cost" && values["amount"] && !values["currency"]) values["currency"] = "EUR";
      const isEmpty = fields.every((field) => !values[field.name]);
      const made = isEmpty ? undefined : this.create(type, step, values);
      this.parts.modeling.updateModdleProperties(element, step, { [name]: made });
    };
    const inputs = fields.map((field) =>
      this.input(field, part()?.get<string | undefined>(field.name), (value) => change(field, value)),
    );
    return make("div", { class: "row" }, ...inputs);
  }

  private many(element: Element, of: Moddle, owner: string, many: Many): HTMLElement {
    const list = () => this.extension(of, owner)?.get<Moddle[]>(many.name) ?? [];
    const set = (parts: Moddle[]) => {
      const extension = this.extension(of, owner) ?? this.begin(element, of, owner);
      this.parts.modeling.updateModdleProperties(element, extension, { [many.name]: parts });
    };
    const again = () => {
      this.place.dataset["id"] = "";
      this.show(element);
    };
    const rows = list().map((part, index) => {
      const inputs = many.fields.map((field) => {
        const value = field.name === "answer" ? answers(part) : part.get<string | undefined>(field.name);
        return this.input(field, value, (value) => {
          const change = field.name === "answer" ? this.answering(part, value) : { [field.name]: value };
          this.parts.modeling.updateModdleProperties(element, part, change);
        });
      });
      const remove = make("button", { type: "button", class: "button small quiet" }, this.words.say("remove"));
      remove.addEventListener("click", () => {
        set(list().filter((_, at) => at !== index));
        again();
      });
      if (many.type !== "Failure") return make("li", {}, ...inputs, remove);
      const rpn = make("p", { class: "rpn" });
      const reckon = () => {
        const ratings = ["severity", "occurrence", "detection"].map((name) => Number(part.get(name) ?? 0));
        rpn.textContent = this.words.say("rpn", { n: ratings.reduce((product, rating) => product * rating, 1) });
      };
      reckon();
      const row = make("li", {}, ...inputs, rpn, remove);
      row.addEventListener("change", reckon);
      return row;
    });
    const add = make("button", { type: "button", class: "button small" }, this.words.say("add"));
    add.addEventListener("click", () => {
      const extension = this.extension(of, owner) ?? this.begin(element, of, owner);
      const first: Record<string, string> = many.type === "Failure" ? { severity: "5", occurrence: "5", detection: "5" } : {};
      set([...list(), this.create(many.type, extension, first)]);
      again();
    });
    const body = make("ul", { class: "parts" }, ...rows);
    const details = make("details", {}, make("summary", {}, `${this.words.say(many.text)} (${rows.length})`), body, add);
    details.open = rows.length > 0;
    return details;
  }

  private answering(part: Moddle, text: string | undefined): Record<string, unknown> {
    const steps = (text ?? "").split(/[\s,]+/).filter((step) => step !== "");
    return { answer: steps.map((step) => this.create("Answer", part, { step })) };
  }

  private input(field: Field, value: string | undefined, change: (value: string | undefined) => void): HTMLElement {
    const id = `property-${Math.random().toString(36).slice(2)}`;
    const yesNo: [string, string][] = [
      ["true", this.words.say("yes")],
      ["false", this.words.say("no")],
    ];
    const choices = field.kind === "flag" ? yesNo : field.choices;
    let input: HTMLInputElement | HTMLSelectElement;
    if (choices) {
      const known: [string, string][] = value && !choices.some(([word]) => word === value) ? [[value, value]] : [];
      const options = [["", "–"] as [string, string], ...choices, ...known];
      input = make("select", { id }, ...options.map(([word, name]) => make("option", { value: word }, name)));
      input.value = value ?? "";
    } else {
      input = make("input", { id });
      if (field.kind === "number") input.inputMode = "decimal";
      if (field.kind === "rating") Object.assign(input, { type: "number", min: "1", max: "10", step: "1" });
      input.value = value ?? "";
    }
    input.addEventListener("change", () => {
      this.isWriting = true;
      change(input.value.trim() === "" ? undefined : input.value.trim());
      this.isWriting = false;
    });
    return make("div", { class: "field" }, make("label", { for: id }, this.words.say(field.text)), input);
  }

  private extension(of: Moddle, type: string): Moddle | undefined {
    const values = of.get<Moddle | undefined>("extensionElements")?.get<Moddle[]>("values") ?? [];
    return values.find((value) => value.$type === `touchline:${type}`);
  }

  /** Makes the extension's element where there is none. */
  private begin(element: Element, of: Moddle, type: string): Moddle {
    const { modeling, factory } = this.parts;
    let elements = of.get<Moddle | undefined>("extensionElements");
    if (!elements) {
      elements = factory.create("bpmn:ExtensionElements", { values: [] });
      elements.$parent = of;
      modeling.updateModdleProperties(element, of, { extensionElements: elements });
    }
    const made = this.create(type, elements, {});
    modeling.updateModdleProperties(element, elements, { values: [...elements.get<Moddle[]>("values"), made] });
    return made;
  }

  private create(type: string, parent: Moddle, values: Record<string, string | undefined>): Moddle {
    const made = this.parts.factory.create(`touchline:${type}`, values);
    made.$parent = parent;
    return made;
  }
}

function answers(part: Moddle): string {
  return part
    .get<Moddle[]>("answer")
    .map((answer) => answer.get<string>("step"))
    .join(", ");
}
