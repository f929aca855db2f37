// Rows that are chosen for one act: [data-picks=NAME] beside boxes of that name holds a box [data-pick-all] for all of them, and [data-picked] says how many are chosen.
function boxesOf(bar: Element): HTMLInputElement[] {
  const name = bar.getAttribute("data-picks");
  return [...(bar.closest("form")?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])];
}

function count(bar: Element): void {
  const boxes = boxesOf(bar);
  const picked = boxes.filter((box) => box.checked).length;
  const words = bar.querySelector("[data-picked]");
  if (words) words.textContent = picked > 0 ? String(picked) : "";
  const all = bar.querySelector<HTMLInputElement>("[data-pick-all]");
  if (!all) return;
  all.checked = picked > 0 && picked === boxes.length;
  all.indeterminate = picked > 0 && picked < boxes.length;
  // Without scripts it would do nothing, so it is not there.
  all.closest("label")?.removeAttribute("hidden");
}

export function startPicks(): void {
  const countAll = (): void => document.querySelectorAll("[data-picks]").forEach(count);
  document.addEventListener("change", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement)) return;
    const bar = target.form?.querySelector("[data-picks]");
    if (!bar) return;
    if (target.matches("[data-pick-all]")) for (const box of boxesOf(bar)) box.checked = target.checked;
    count(bar);
  });
  document.addEventListener("htmx:afterSettle", countAll);
  addEventListener("pageshow", countAll);
}
