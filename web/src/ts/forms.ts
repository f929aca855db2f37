// Small comforts of forms: Ctrl+Enter sends a text, select[data-submit] and input[data-submit] send their form when changed, and nothing is sent twice by a double click.
export function startForms(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
  });
  document.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.matches("[data-submit]")) event.target.closest("form")?.requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    // After the form's own listeners, so that the button still takes part in what is sent.
    if (!event.defaultPrevented && form.method === "post") setTimeout(() => setBusy(form, true));
  });
  // A page that comes back from the browser's memory is whole again.
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => setBusy(form, false)));
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button:not([type=button])")) button.disabled = busy;
}
