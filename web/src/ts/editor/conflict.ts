// Two editors: shows what mine changes from theirs, and lets one choose; nothing is written over unseen.
import type { Changed, Server, Version } from "./server";
import { make, type Words } from "./start";

export type Choice = "mine" | "theirs" | "copy";

export class Conflict {
  private readonly dialog = document.querySelector<HTMLDialogElement>("#editor-conflict");

  constructor(
    private readonly server: Server,
    private readonly words: Words,
  ) {}

  /** Asks what becomes of a drawing that was made against a draft which somebody saved since. */
  async ask(bpmn: string): Promise<{ choice: Choice; theirs: Version }> {
    const versions = await this.server.versions();
    const theirs = versions.find((version) => version.state === "draft") ?? versions.find((version) => version.state === "published");
    if (!theirs || !this.dialog) throw new Error("there is no version");
    const { changes } = await this.server.check(bpmn, String(theirs.number));
    this.show(theirs, changes);
    this.dialog.showModal();
    return { choice: await this.choice(this.dialog), theirs };
  }

  private show(theirs: Version, changes: Changed[]): void {
    const name = theirs.author_name ?? "Touchline";
    this.part("[data-conflict-text]").textContent = this.words.say("conflict-text", { name, n: theirs.number });
    const item = (change: Changed) =>
      make("li", { class: change.kind }, make("span", { class: "change-sign" }, this.words.say(`change-${change.kind}`)), " ", change.what);
    this.part("[data-changes]").replaceChildren(...changes.map(item));
  }

  private choice(dialog: HTMLDialogElement): Promise<Choice> {
    return new Promise((resolve) => {
      dialog.addEventListener("cancel", (event) => event.preventDefault());
      for (const button of dialog.querySelectorAll<HTMLButtonElement>("[data-take]")) {
        button.onclick = () => {
          dialog.close();
          resolve(button.dataset["take"] as Choice);
        };
      }
    });
  }

  private part(selector: string): HTMLElement {
    const found = this.dialog?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is missing`);
    return found;
  }
}
