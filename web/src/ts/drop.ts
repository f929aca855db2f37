// Lets a file be dropped onto .drop (a label around input[type=file]), and says which one was chosen in its .file.
function chosen(drop: HTMLElement, input: HTMLInputElement): void {
  const file = input.files?.[0];
  drop.classList.toggle("chosen", Boolean(file));
  const words = drop.querySelector(".file");
  if (words && file) words.textContent = file.name;
}

function dropOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(".drop") : null;
}

export function startDrop(): void {
  document.addEventListener("dragover", (event) => {
    const drop = dropOf(event);
    if (!drop) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => dropOf(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const drop = dropOf(event);
    const input = drop?.querySelector<HTMLInputElement>('input[type="file"]');
    const files = event.dataTransfer?.files;
    if (!drop || !input || !files?.length) return;
    event.preventDefault();
    drop.classList.remove("over");
    input.files = files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    const drop = dropOf(event);
    if (drop && event.target instanceof HTMLInputElement) chosen(drop, event.target);
  });
}
