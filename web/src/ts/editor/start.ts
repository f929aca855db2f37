// What the page tells the editor, and how its texts are said.
export interface Start {
  bpmn: string;
  /** The version of the draft; 0 while there is none. */
  version: number;
  language: string;
  /** Key and name of each promise. */
  promises: [string, string][];
  /** Word and name of each stage of the customer's life-cycle. */
  stages: [string, string][];
  texts: Record<string, string>;
}

export class Words {
  constructor(private readonly texts: Record<string, string>) {}

  /** A text by its name, with values for what stands in brackets. */
  say(name: string, values: Record<string, string | number> = {}): string {
    const text = this.texts[name] ?? name;
    // Values come between marks of direction where the server had nothing to put in.
    return text.replace(/[\u2068\u2069]/g, "").replace(/\{\s*\$(\w+)\s*\}/g, (whole, key: string) => String(values[key] ?? whole));
  }
}

/** An element of HTML with texts and elements in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
