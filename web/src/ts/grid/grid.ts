// What the page knows of the grid, and how it speaks to the server: one edit after the other, the newest grid in its place.

/** Milliseconds between questions what others did. */
const ASK_EVERY = 5_000;
/** The header by which the server sends the grid alone. */
const ALONE = { "X-Grid": "1" };

type Fields = Record<string, string>;

export class Grid {
  /** Edits are sent one after the other, so that each is made against what the one before led to. */
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  /** A name that is being written is not written over. */
  isWriting = false;

  get root(): HTMLElement {
    return document.querySelector<HTMLElement>("[data-grid]")!;
  }

  get chosen(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(".card[aria-current]");
  }

  card(step: string): HTMLElement | null {
    return [...this.root.querySelectorAll<HTMLElement>("[data-step]")].find((card) => card.dataset["step"] === step) ?? null;
  }

  start(): void {
    this.rove();
    document.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("click", (event) => this.clicked(event));
    setInterval(() => void this.ask(), ASK_EVERY);
  }

  /** Makes an edit: a verb with its fields. */
  edit(verb: string, fields: Fields): Promise<void> {
    return this.send("", { do: verb, ...fields });
  }

  turn(way: "undo" | "redo"): Promise<void> {
    return this.send(`/${way}`, { step: this.chosen?.dataset["step"] ?? "" });
  }

  /** Chooses a step: its forms are shown below the grid. */
  choose(card: HTMLElement, focus = true): void {
    for (const other of this.root.querySelectorAll(".card[aria-current]")) other.removeAttribute("aria-current");
    card.setAttribute("aria-current", "true");
    this.rove();
    if (focus) card.focus();
  }

  /** Shows the forms of the step that is chosen, or those of the lanes. */
  async show(step: string, focus = true): Promise<void> {
    await this.last;
    const answer = await fetch(`${this.address}?step=${encodeURIComponent(step)}`).catch(() => null);
    if (!answer?.ok || this.waiting > 0) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector("[data-grid]");
    if (part) this.put(part as HTMLElement, focus);
  }

  say(what: string): void {
    const line = document.querySelector("[data-grid-says]");
    if (line) line.textContent = what;
  }

  private get address(): string {
    return `/processes/${this.root.dataset["key"]}/map/grid`;
  }

  private send(path: string, fields: Fields): Promise<void> {
    this.waiting += 1;
    this.last = this.last.then(() => this.sendNow(path, fields)).finally(() => (this.waiting -= 1));
    return this.last;
  }

  private async sendNow(path: string, fields: Fields): Promise<void> {
    const { draft = "0", seen = "0" } = this.root.dataset;
    const body = new URLSearchParams({ ...fields, draft, seen });
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
    const headers = { ...ALONE, "X-CSRF-Token": token };
    const answer = await fetch(this.address + path, { method: "POST", headers, body }).catch(() => null);
    if (!answer) return this.lost(this.root.dataset["lost"] ?? "");
    const isGrid = answer.ok || answer.status === 422;
    if (!isGrid && answer.status !== 409) return this.lost(this.root.dataset["lost"] ?? "");
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = found.querySelector<HTMLElement>("[data-grid]");
    const dialog = found.querySelector<HTMLDialogElement>("dialog.grid-conflict");
    if (part) this.put(part);
    else if (dialog) this.askWhich(dialog);
    else this.lost(found.querySelector("main p")?.textContent ?? this.root.dataset["lost"] ?? "");
  }

  /** Puts a newer grid in the place of the one that is shown; what had the focus has it again. */
  private put(part: HTMLElement, focus = true): void {
    const board = this.root.querySelector(".grid-board");
    const [left, top] = [board?.scrollLeft ?? 0, board?.scrollTop ?? 0];
    const held = document.activeElement;
    const had = held instanceof HTMLElement && this.root.contains(held) ? held : null;
    const [step, id] = [had?.dataset["step"], had?.id];
    this.root.replaceWith(document.adoptNode(part));
    const now = this.root.querySelector(".grid-board");
    if (now) [now.scrollLeft, now.scrollTop] = [left, top];
    this.rove();
    this.say(this.root.dataset["says"] ?? "");
    if (!focus || !(had || held === document.body)) return;
    const inPanel = id && !step ? document.getElementById(id) : null;
    (inPanel ?? this.chosen ?? (step ? this.card(step) : null))?.focus({ preventScroll: inPanel !== null });
  }

  private lost(what: string): void {
    this.say(what);
    const notice = document.createElement("div");
    notice.className = "notice bad";
    notice.setAttribute("role", "alert");
    notice.append(Object.assign(document.createElement("p"), { textContent: what }));
    this.root.querySelector(".notice")?.remove();
    this.root.prepend(notice);
  }

  /** Theirs or mine: the dialog says what each was. */
  private askWhich(dialog: HTMLDialogElement): void {
    const place = document.querySelector("[data-grid-dialogs]")!;
    place.replaceChildren(document.adoptNode(dialog));
    dialog.showModal();
    dialog.addEventListener("close", () => void this.show(this.chosen?.dataset["step"] ?? ""));
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const dialog = form.closest<HTMLDialogElement>("dialog.grid-conflict");
    if (event.defaultPrevented || (!dialog && !this.root.contains(form))) return;
    event.preventDefault();
    const turn = form.dataset["turn"];
    if (turn === "undo" || turn === "redo") return void this.turn(turn);
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    if (dialog) {
      // What others did is seen now.
      [this.root.dataset["draft"], this.root.dataset["seen"]] = [fields["draft"] ?? "0", fields["seen"] ?? "0"];
      dialog.remove();
    }
    void this.send("", fields);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = target.closest<HTMLElement>("[data-grid] [data-step]");
    const keep = target.closest("dialog.grid-conflict [data-keep]");
    const nothing = target.closest("[data-grid] [data-nothing]");
    if (!card && !keep && !nothing) return;
    event.preventDefault();
    if (card) {
      this.choose(card);
      void this.show(card.dataset["step"] ?? "");
    } else if (nothing) {
      void this.show("");
    } else {
      target.closest("dialog")?.close();
    }
  }

  /** Asks what others did, unless one is in the middle of something. */
  private async ask(): Promise<void> {
    const inForm = document.activeElement?.closest(".grid-panel") != null;
    if (document.hidden || this.waiting > 0 || this.isWriting || inForm || document.querySelector("dialog[open]")) return;
    const { draft = "0", seen = "0" } = this.root.dataset;
    const step = this.chosen?.dataset["step"] ?? "";
    const query = new URLSearchParams({ news: "true", draft, seen, step });
    const answer = await fetch(`${this.address}?${query}`).catch(() => null);
    if (answer?.status !== 200 || this.waiting > 0 || this.isWriting) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = found.querySelector<HTMLElement>("[data-grid]");
    if (part) this.put(part);
  }

  /** One card is reached by the key Tab: the chosen one, or the first. */
  private rove(): void {
    const cards = [...this.root.querySelectorAll<HTMLElement>(".card")];
    const reached = this.chosen ?? cards[0];
    for (const card of cards) card.tabIndex = card === reached ? 0 : -1;
  }
}
