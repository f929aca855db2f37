// bpmn-js with our extension and in the visitor's language; the parts of it that the editor speaks to.
import Modeler from "bpmn-js/lib/Modeler";
import pl from "bpmn-js-i18n/translations/pl";
import ru from "bpmn-js-i18n/translations/ru";
import zh from "bpmn-js-i18n/translations/zn";
import { bg } from "./bulgarian";
import { touchline } from "./touchline";

/** An element of the model; its properties are read and written by name. */
export interface Moddle {
  $type: string;
  id: string;
  $parent?: Moddle;
  get<T>(name: string): T;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

/** An element of the drawing. */
export interface Element {
  id: string;
  businessObject: Moddle;
  labelTarget?: Element;
}

export interface Canvas {
  zoom(wish: "fit-viewport", centre?: "auto"): void;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  getRootElement(): Element;
  scrollToElement(element: Element): void;
}

export interface Elements {
  get(id: string): Element | undefined;
}

export interface Overlays {
  add(id: string, type: string, overlay: { position: Record<string, number>; html: HTMLElement }): void;
  remove(filter: { type: string }): void;
}

export interface Selection {
  get(): Element[];
  select(element: Element): void;
}

export interface Modeling {
  updateProperties(element: Element, properties: Record<string, unknown>): void;
  updateModdleProperties(element: Element, of: Moddle, properties: Record<string, unknown>): void;
}

export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

export interface Factory {
  create(type: string, properties?: Record<string, unknown>): Moddle;
}

const TRANSLATIONS: Record<string, Record<string, string>> = { bg, pl, ru, zh };

/** A drawing that can be edited, in `container`. */
export function modeler(container: HTMLElement, language: string): Modeler {
  const texts = TRANSLATIONS[language] ?? {};
  const translate = (template: string, values: Record<string, string> = {}) =>
    (texts[template] ?? template).replace(/{([^}]+)}/g, (whole, name: string) => values[name] ?? whole);
  return new Modeler({
    container,
    moddleExtensions: { touchline },
    additionalModules: [{ translate: ["value", translate] }],
  });
}
