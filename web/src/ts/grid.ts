// The grid of a draft: each edit is one of its forms, sent without leaving the page; keys and dragging fill the same forms.
import { startDragging } from "./grid/dragging";
import { startKeyboard } from "./grid/keyboard";
import { Grid } from "./grid/grid";

export function startGrid(): void {
  if (!document.querySelector("[data-grid]")) return;
  const grid = new Grid();
  startKeyboard(grid);
  startDragging(grid);
  grid.start();
}
