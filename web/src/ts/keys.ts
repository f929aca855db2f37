// Keys: / searches, g and a letter goes to a place (data-key on its link), ? shows the dialog #keys, c begins a comment. Never while something is being written.
const WAIT_MS = 1200;
let waitingSince = 0;

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  element?.scrollIntoView({ block: "center" });
  return element !== null;
}

function press(key: string): boolean {
  if (performance.now() - waitingSince < WAIT_MS) {
    waitingSince = 0;
    const link = document.querySelector<HTMLAnchorElement>(`.places a[data-key="${CSS.escape(key)}"]`);
    link?.click();
    return link !== null;
  }
  switch (key) {
    case "g":
      waitingSince = performance.now();
      return true;
    case "/":
      return focus(".top input[type=search]");
    case "c":
      return focus("textarea[data-comment]");
    case "?":
      document.querySelector<HTMLDialogElement>("dialog#keys")?.showModal();
      return true;
    default:
      return false;
  }
}

export function startKeys(): void {
  waitingSince = -WAIT_MS;
  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector("dialog[open]");
    if (!busy && press(event.key)) event.preventDefault();
  });
}
