// Asks before a form with data-confirm is sent, in the native dialog #confirm of the page: its .what takes the question, its button[value=yes] the verb.
// Without the dialog the form is sent as it is: the server keeps what it took away, or asks on a page of its own.

/** What was answered with yes, and is now sent for the second time. */
const allowed = new WeakSet<HTMLFormElement>();

function ask(form: HTMLFormElement, dialog: HTMLDialogElement, submitter: HTMLElement | null): void {
  const what = dialog.querySelector(".what");
  const yes = dialog.querySelector<HTMLButtonElement>('button[value="yes"]');
  if (what) what.textContent = form.dataset["confirm"] ?? "";
  if (yes && submitter) yes.textContent = submitter.textContent?.trim() ?? "";
  dialog.returnValue = "";
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      allowed.add(form);
      form.requestSubmit(submitter);
    },
    { once: true },
  );
  dialog.showModal();
}

export function startConfirm(): void {
  // Before htmx hears of it: a form that waits for its answer is sent by nobody.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      const dialog = document.querySelector<HTMLDialogElement>("dialog#confirm");
      if (!form.dataset["confirm"] || !dialog || allowed.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(form, dialog, event.submitter);
    },
    { capture: true },
  );
}
