// Copies for button[data-copy="#id"] what that element says; the button's data-done is said for two seconds.
const SAID_MS = 2000;

async function copy(button: HTMLButtonElement, selector: string): Promise<void> {
  const source = document.querySelector(selector);
  const words = button.querySelector("span") ?? button;
  const before = words.textContent;
  await navigator.clipboard.writeText(source?.textContent?.trim() ?? "");
  words.textContent = button.dataset["done"] ?? before;
  setTimeout(() => (words.textContent = before), SAID_MS);
}

export function startCopy(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
    const selector = button?.dataset["copy"];
    // Where the clipboard is closed to us, the words stay there to be selected.
    if (button && selector)
      copy(button, selector).catch(() => getSelection()?.selectAllChildren(document.querySelector(selector) ?? button));
  });
}
