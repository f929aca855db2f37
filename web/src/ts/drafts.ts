// Keeps what is being written in textarea[data-draft="key"] over a closed tab, and forgets it once it was sent and taken:
// when the page that comes after sending is neither a problem (main[data-problem]) nor the form with the text in it again.
const PREFIX = "draft:";
/** Keys of the drafts that were sent from this tab and of which no answer was seen, a line each. */
const SENT = "drafts-sent";
/** Longer texts than a page of ours takes are not kept. */
const LIMIT = 100_000;

function keyOf(element: EventTarget | null): string | undefined {
  return element instanceof HTMLTextAreaElement ? element.dataset["draft"] : undefined;
}

/** Storage may be closed or full: then writing goes on without a draft. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function restore(root: ParentNode): void {
  for (const area of root.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) {
    const kept = attempt(() => localStorage.getItem(PREFIX + area.dataset["draft"]));
    if (!kept || area.value) continue;
    area.value = kept;
    area.closest("form")?.querySelector(".draft")?.removeAttribute("hidden");
  }
}

function forget(key: string): void {
  attempt(() => localStorage.removeItem(PREFIX + key));
}

function remember(form: EventTarget | null): void {
  if (!(form instanceof HTMLFormElement)) return;
  const keys = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")].map(keyOf);
  attempt(() => sessionStorage.setItem(SENT, keys.join("\n")));
}

/** The page that follows shows whether what was sent was taken. */
function settle(): void {
  const sent = attempt(() => sessionStorage.getItem(SENT));
  attempt(() => sessionStorage.removeItem(SENT));
  if (!sent || document.querySelector("main[data-problem]")) return;
  const areas = [...document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")];
  const isBack = (key: string) => areas.some((area) => keyOf(area) === key && area.value);
  sent.split("\n").filter((key) => !isBack(key)).forEach(forget);
}

export function startDrafts(): void {
  document.addEventListener("input", (event) => {
    const key = keyOf(event.target);
    const text = (event.target as HTMLTextAreaElement).value;
    if (!key || text.length > LIMIT) return;
    if (text) attempt(() => localStorage.setItem(PREFIX + key, text));
    else forget(key);
  });
  document.addEventListener("submit", (event) => remember(event.target));
  document.addEventListener("htmx:load", (event) => restore(event.target as Element));
  document.addEventListener("DOMContentLoaded", () => {
    settle();
    restore(document);
  });
}
