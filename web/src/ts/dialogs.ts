// Opens the native dialog that button[data-dialog="id"] names. A click beside a dialog closes it, as the key Escape does.
export function startDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>("[data-dialog]")?.dataset["dialog"];
    const dialog = id ? document.getElementById(id) : null;
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    } else if (target instanceof HTMLDialogElement && isBeside(target, event)) {
      target.close();
    }
  });
}

function isBeside(dialog: HTMLDialogElement, click: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return click.clientX < left || click.clientX > right || click.clientY < top || click.clientY > bottom;
}
