// A step is dragged to another lane or column; where it would go is marked.
import type { Grid } from "./grid";

export function startDragging(grid: Grid): void {
  let dragged: HTMLElement | null = null;
  const cell = (event: Event) => (event.target as Element).closest<HTMLElement>("[data-grid] td[data-column]");
  const mark = (at: HTMLElement | null): void => {
    for (const marked of grid.root.querySelectorAll("td.target")) if (marked !== at) marked.classList.remove("target");
    at?.classList.add("target");
  };
  document.addEventListener("dragstart", (event) => {
    dragged = (event.target as Element).closest?.<HTMLElement>("[data-grid] [data-step]") ?? null;
    if (!dragged || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset["step"] ?? "");
    dragged.classList.add("dragged");
  });
  document.addEventListener("dragover", (event) => {
    const at = cell(event);
    if (!dragged || !at) return;
    event.preventDefault();
    mark(at);
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("dragged");
    dragged = null;
    mark(null);
  });
  document.addEventListener("drop", (event) => {
    const at = cell(event);
    if (!dragged || !at) return;
    event.preventDefault();
    const [step, lane] = [dragged.dataset["step"] ?? "", at.closest<HTMLElement>("tr")?.dataset["lane"] ?? ""];
    const from = dragged.closest("td");
    const place = from?.dataset["column"] === at.dataset["column"] ? {} : { place: "column", at: at.dataset["column"] ?? "" };
    mark(null);
    if (from === at) return;
    grid.choose(dragged);
    void grid.edit("move-step", { step, lane, ...place });
  });
}
