// Forms whose answer takes a while: what stands in [data-wait] is shown until the page comes, and its [data-stop] gives up waiting, upon which the server stops, too.
export function startWaits(): void {
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) show(event.target as HTMLFormElement, true);
  });
  document.addEventListener("click", (event) => {
    const form = event.target instanceof Element && event.target.closest("[data-stop]")?.closest("form");
    if (!form) return;
    window.stop();
    show(form, false);
    form.querySelector<HTMLButtonElement>("button:not([type=button])")?.focus();
  });
  // A page that comes back from the browser's memory waits for nothing.
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => show(form, false)));
}

function show(form: HTMLFormElement, waiting: boolean): void {
  const wait = form.querySelector<HTMLElement>("[data-wait]");
  if (wait) wait.hidden = !waiting;
}
