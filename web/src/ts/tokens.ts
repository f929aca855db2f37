// Some simulated cases on their way over the map: dots that wait hollow and are worked at filled. It starts when it is asked to and can be paused;
// whoever wants less motion sees them jump from step to step, once a second.
type Row = [number, string, number, number, number];

interface Stay {
  from: number;
  work: number;
  until: number;
  box: SVGGraphicsElement;
}

// How long the whole is shown, and how long a dot glides from step to step, in milliseconds.
const SHOWN = 40_000;
const GLIDE = 600;
const SVG = "http://www.w3.org/2000/svg";

export function startTokens(): void {
  const find = () => {
    for (const stage of document.querySelectorAll<HTMLElement>("[data-tokens]:not(:has(> .buttons))")) prepare(stage);
  };
  find();
  // A result that comes while its page is looked at has a map, too.
  document.addEventListener("htmx:afterSettle", find);
}

function prepare(stage: HTMLElement): void {
  const drawing = stage.querySelector("svg");
  const { tokens, steps, play, pause, says } = stage.dataset;
  if (!drawing || !tokens || !steps) return;
  const bar = document.createElement("div");
  bar.className = "buttons";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = play ?? "";
  const words = document.createElement("small");
  words.textContent = says ?? "";
  bar.append(button, words);
  stage.prepend(bar);
  let show: Show | undefined;
  button.addEventListener("click", async () => {
    show ??= new Show(drawing, await load(tokens, drawing, steps.split(" ")));
    const runs = show.toggle();
    button.textContent = (runs ? pause : play) ?? "";
    button.setAttribute("aria-pressed", String(runs));
  });
}

async function load(address: string, drawing: SVGSVGElement, steps: string[]): Promise<Map<number, Stay[]>> {
  const answer = await fetch(address);
  const rows = (answer.ok ? await answer.json() : []) as Row[];
  const boxes = [...drawing.querySelectorAll<SVGGraphicsElement>("g.step, g.start, g.end")];
  const cases = new Map<number, Stay[]>();
  rows.sort((a, b) => a[0] - b[0] || a[4] - b[4]);
  for (const [number, step, , work, until] of rows) {
    const box = boxes[steps.indexOf(step)];
    if (!box) continue;
    const stays = cases.get(number) ?? [];
    const from = stays.at(-1)?.until ?? work;
    stays.push({ from, work, until, box });
    cases.set(number, stays);
  }
  return cases;
}

class Show {
  private readonly layer = document.createElementNS(SVG, "g");
  private readonly dots = new Map<number, SVGCircleElement>();
  private readonly end: number;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)");
  private shown = 0;
  private last = 0;
  private runs = false;

  constructor(
    drawing: SVGSVGElement,
    private readonly cases: Map<number, Stay[]>,
  ) {
    this.layer.setAttribute("class", "tokens-layer");
    this.layer.setAttribute("aria-hidden", "true");
    drawing.append(this.layer);
    this.end = Math.max(1, ...[...cases.values()].map((stays) => stays.at(-1)?.until ?? 0));
    for (const number of cases.keys()) {
      const dot = document.createElementNS(SVG, "circle");
      dot.setAttribute("r", "4");
      this.dots.set(number, dot);
    }
  }

  toggle(): boolean {
    this.runs = !this.runs;
    this.last = performance.now();
    if (this.runs) requestAnimationFrame((now) => this.frame(now));
    return this.runs;
  }

  private frame(now: number): void {
    if (!this.runs) return;
    const wait = this.still.matches ? 1_000 : 0;
    if (now - this.last >= wait) {
      this.shown = (this.shown + now - this.last) % SHOWN;
      this.last = now;
      this.draw((this.shown / SHOWN) * this.end, wait > 0 ? 0 : (GLIDE / SHOWN) * this.end);
    }
    requestAnimationFrame((next) => this.frame(next));
  }

  private draw(at: number, glide: number): void {
    for (const [number, stays] of this.cases) {
      const dot = this.dots.get(number);
      if (!dot) continue;
      const index = stays.findIndex((stay) => stay.from <= at && at < stay.until);
      const stay = stays[index];
      if (!stay) {
        dot.remove();
        continue;
      }
      const here = place(stay.box, number);
      const before = stays[index - 1];
      const part = before && glide > 0 ? Math.min(1, (at - stay.from) / glide) : 1;
      const there = before ? place(before.box, number) : here;
      dot.setAttribute("cx", String(there[0] + (here[0] - there[0]) * part));
      dot.setAttribute("cy", String(there[1] + (here[1] - there[1]) * part));
      dot.setAttribute("class", at < stay.work ? "waits" : "worked");
      if (!dot.isConnected) this.layer.append(dot);
    }
  }
}

// Where a case's dot lies in a box: side by side along its lower edge, so that a crowd can be seen.
function place(box: SVGGraphicsElement, number: number): [number, number] {
  const { x, y, width, height } = box.getBBox();
  const columns = Math.max(1, Math.floor((width - 12) / 10));
  return [x + 8 + (number % columns) * 10, y + height - 8 - (Math.floor(number / columns) % 3) * 10];
}
