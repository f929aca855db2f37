// Keeps what is being written in textarea[data-draft="key"] over a closed tab, and forgets it once it was sent and taken.
// The server says which draft it took: <meta name="draft-taken" content="key">, or the header HX-Trigger: {"draft-taken": "key"}.
const PREFIX = "draft:";
/** Longer texts than a page of ours takes are not kept. */
const LIMIT = 100_000;

function keyOf(element: EventTarget | null): string | undefined {
  return element instanceof HTMLTextAreaElement ? element.dataset["draft"] : undefined;
}

/** Storage may be closed or full: then writing goes on without a draft. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage);
  } catch {
    return undefined;
  }
}

function restore(root: ParentNode): void {
  for (const area of root.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) {
    const kept = withStorage((storage) => storage.getItem(PREFIX + area.dataset["draft"]));
    if (!kept || area.value) continue;
    area.value = kept;
    area.closest("form")?.querySelector(".draft")?.removeAttribute("hidden");
  }
}

function forget(key: string | undefined): void {
  if (key) withStorage((storage) => storage.removeItem(PREFIX + key));
}

export function startDrafts(): void {
  document.addEventListener("input", (event) => {
    const key = keyOf(event.target);
    const text = (event.target as HTMLTextAreaElement).value;
    if (!key || text.length > LIMIT) return;
    if (text) withStorage((storage) => storage.setItem(PREFIX + key, text));
    else forget(key);
  });
  document.addEventListener("draft-taken", (event) => forget((event as CustomEvent<{ value?: string }>).detail.value));
  document.addEventListener("htmx:load", (event) => restore(event.target as Element));
  document.addEventListener("DOMContentLoaded", () => {
    forget(document.querySelector<HTMLMetaElement>('meta[name="draft-taken"]')?.content);
    restore(document);
  });
}
