// Saves the draft by itself: a few seconds after a change and when the page is left; what was not saved yet survives here.
import { Refused, type Server } from "./server";
import type { Words } from "./start";

const PAUSE_MS = 3_000;
const AGAIN_MS = 10_000;
/** Most that a browser sends of a page that is closed. */
const LAST_BYTES = 60_000;

interface Kept {
  version: number;
  bpmn: string;
}

export class Saving {
  private timer = 0;
  private isDirty = false;
  private isStopped = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly key: string,
    private readonly server: Server,
    private readonly words: Words,
    private readonly write: () => Promise<string>,
    private readonly tell: (text: string) => void,
    private readonly onConflict: (bpmn: string) => void,
    public version: number,
  ) {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.isDirty) void this.save(true);
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty) event.preventDefault();
    });
  }

  /** What a closed tab left unsaved. */
  left(): Kept | undefined {
    const text = localStorage.getItem(this.place);
    return text ? (JSON.parse(text) as Kept) : undefined;
  }

  /** Something was changed. */
  changed(): void {
    this.isDirty = true;
    this.tell(this.words.say("unsaved"));
    this.later(PAUSE_MS);
  }

  /** Begins anew with what was loaded. */
  loaded(version: number): void {
    this.version = version;
    this.isDirty = false;
    this.isStopped = false;
    clearTimeout(this.timer);
    localStorage.removeItem(this.place);
  }

  /** Nothing is saved until a conflict is decided. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  async save(isLeaving = false): Promise<void> {
    await this.running;
    if (!this.isDirty || this.isStopped) return;
    this.running = this.now(isLeaving);
    await this.running;
    this.running = undefined;
  }

  private async now(isLeaving: boolean): Promise<void> {
    clearTimeout(this.timer);
    this.isDirty = false;
    const bpmn = await this.write();
    this.keep(bpmn);
    this.tell(this.words.say("saving"));
    try {
      const saved = await this.server.save(bpmn, this.version, false, isLeaving && bpmn.length < LAST_BYTES);
      this.version = saved.version;
      if (!this.isDirty) localStorage.removeItem(this.place);
      this.tell(this.words.say("saved", { time: new Date().toLocaleTimeString(document.documentElement.lang) }));
    } catch (error) {
      this.isDirty = true;
      if (error instanceof Refused && error.status === 409) {
        this.stop();
        this.onConflict(bpmn);
      } else if (error instanceof Refused) {
        this.tell(this.words.say("failed", { what: error.message }));
      } else {
        this.tell(this.words.say("offline"));
        this.later(AGAIN_MS);
      }
    }
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = window.setTimeout(() => void this.save(), pause);
  }

  private keep(bpmn: string): void {
    try {
      localStorage.setItem(this.place, JSON.stringify({ version: this.version, bpmn } satisfies Kept));
    } catch {
      // A browser that keeps nothing still saves.
    }
  }

  private get place(): string {
    return `map:${this.key}`;
  }
}
