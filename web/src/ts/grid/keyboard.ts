// Keys of the grid: arrows move the focus, with Alt the step; others rename, add, split, merge, remove, undo.
import type { Grid } from "./grid";

const WAYS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function startKeyboard(grid: Grid): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const target = event.target as HTMLElement;
    if (target.matches("input, select, textarea")) return;
    if (turned(grid, event)) return event.preventDefault();
    if (event.key === "?") {
      event.preventDefault();
      event.stopImmediatePropagation();
      document.querySelector<HTMLDialogElement>("#grid-keys")?.showModal();
      return;
    }
    const card = target.closest<HTMLElement>("[data-grid] [data-step]");
    if (card && pressed(grid, card, event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
}

function turned(grid: Grid, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "z") void grid.turn(event.shiftKey ? "redo" : "undo");
  else if (key === "y") void grid.turn("redo");
  else return false;
  return true;
}

function pressed(grid: Grid, card: HTMLElement, event: KeyboardEvent): boolean {
  const way = WAYS[event.key];
  if (event.ctrlKey || event.metaKey) return false;
  if (way) {
    if (event.altKey) move(grid, card, way);
    else focus(grid, card, way);
    return true;
  }
  if (event.altKey) return false;
  const step = card.dataset["step"] ?? "";
  const name = card.querySelector(".name")?.textContent ?? "";
  const isMessage = card.classList.contains("message");
  switch (event.key === event.key.toUpperCase() && event.key.length === 1 ? event.key.toLowerCase() : event.key) {
    case "Enter":
    case "F2":
      write(grid, card, name, (written) => void grid.edit("rename-step", { step, name: written }));
      return true;
    case "Insert":
    case "n":
      if (isMessage) return true;
      add(grid, card, step);
      return true;
    case "Delete":
      if (!isMessage) void grid.edit("remove-step", { step });
      return true;
    case "s":
      if (isMessage) return true;
      write(grid, card, "", (second) => void grid.edit("split-step", { step, name, second_name: second }));
      return true;
    case "m":
      void merge(grid, card);
      return true;
    default:
      return false;
  }
}

/** The nearest card that way: in the row, or in the next row that has one. */
function focus(grid: Grid, card: HTMLElement, [x, y]: [number, number]): void {
  const cell = card.closest("td")!;
  const row = cell.closest("tr")!;
  const beside = y < 0 ? card.previousElementSibling : y > 0 ? card.nextElementSibling : null;
  let found: Element | null = beside;
  if (x !== 0) {
    for (let at: Element | null = cell; at && !found; ) {
      at = x < 0 ? at.previousElementSibling : at.nextElementSibling;
      found = at?.querySelector(".card") ?? null;
    }
  }
  for (let at: Element | null = row; y !== 0 && at && !found; ) {
    at = y < 0 ? at.previousElementSibling : at.nextElementSibling;
    found = nearest(at, Number(cell.dataset["column"]));
  }
  // In the row there is none: the nearest of a neighbouring column, in any row.
  if (!found && x !== 0) {
    const cells = [...row.parentElement!.querySelectorAll<HTMLElement>("td[data-column]")];
    const column = Number(cell.dataset["column"]) + x;
    found = cells.find((other) => Number(other.dataset["column"]) === column && other.querySelector(".card"))?.querySelector(".card") ?? null;
  }
  if (found instanceof HTMLElement) grid.choose(found);
}

function nearest(row: Element | null, column: number): Element | null {
  const cards = row ? [...row.querySelectorAll<HTMLElement>(".card")] : [];
  const far = (card: HTMLElement) => Math.abs(Number(card.closest("td")!.dataset["column"]) - column);
  return cards.sort((one, other) => far(one) - far(other))[0] ?? null;
}

function move(grid: Grid, card: HTMLElement, [x, y]: [number, number]): void {
  const cell = card.closest("td")!;
  const rows = [...grid.root.querySelectorAll<HTMLElement>("tr[data-lane]")];
  const row = rows.indexOf(cell.closest<HTMLElement>("tr")!);
  const lane = rows[row + y]?.dataset["lane"];
  const column = Number(cell.dataset["column"]) + x;
  if (!lane || column < 0 || card.classList.contains("message")) return;
  grid.choose(card);
  const place = x === 0 ? {} : { place: "column", at: String(column) };
  void grid.edit("move-step", { step: card.dataset["step"] ?? "", lane, ...place });
}

function add(grid: Grid, card: HTMLElement, step: string): void {
  const lane = card.closest<HTMLElement>("tr")?.dataset["lane"] ?? "";
  write(grid, card, "", (name) => void grid.edit("add-step", { name, lane, place: "after", at: step }));
}

/** The step is chosen first, for its form knows what it would be merged with. */
async function merge(grid: Grid, card: HTMLElement): Promise<void> {
  grid.choose(card);
  await grid.show(card.dataset["step"] ?? "");
  const form = grid.root.querySelector<HTMLFormElement>("form[data-verb=merge-steps]");
  form?.requestSubmit();
}

/** Writes a name in a card; Escape leaves it as it was. */
function write(grid: Grid, card: HTMLElement, before: string, done: (name: string) => void): void {
  grid.choose(card);
  const field = document.createElement("input");
  field.value = before;
  field.maxLength = 200;
  field.className = "card-name";
  field.setAttribute("aria-label", (before ? grid.root.dataset["rename"] : grid.root.dataset["newName"]) ?? "");
  grid.isWriting = true;
  const end = (keep: boolean): void => {
    if (!grid.isWriting) return;
    grid.isWriting = false;
    const name = field.value.trim();
    field.remove();
    card.focus();
    if (keep && name && name !== before) done(name);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      end(event.key === "Enter");
    }
  });
  field.addEventListener("blur", () => end(true));
  card.after(field);
  field.focus();
  field.select();
}
