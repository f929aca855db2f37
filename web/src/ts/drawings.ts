// Drawings: saved as PNG, moved by dragging and shown nearer with Ctrl and the wheel, two of them scrolled together or faded into each other.
const NEAREST = 8;

export function startDrawings(): void {
  for (const board of document.querySelectorAll<HTMLElement>("[data-board], [data-pair] .board")) move(board);
  for (const pair of document.querySelectorAll<HTMLElement>("[data-pair]")) together(pair);
  for (const item of document.querySelectorAll<HTMLElement>("[data-png]")) png(item);
  for (const label of document.querySelectorAll<HTMLElement>("[data-fade]")) fade(label);
}

function move(board: HTMLElement): void {
  const drawing = board.querySelector("svg");
  if (!drawing) return;
  board.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { width } = drawing.getBoundingClientRect();
      const factor = Math.min(Math.max(Math.exp(-event.deltaY / 300), 0.5), 2);
      const next = Math.min(Math.max(width * factor, board.clientWidth / 2), board.clientWidth * NEAREST);
      const box = board.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      // What lies under the pointer stays there.
      const [left, top] = [(board.scrollLeft + x) * (next / width) - x, (board.scrollTop + y) * (next / width) - y];
      drawing.style.inlineSize = `${next}px`;
      drawing.style.maxInlineSize = "none";
      board.scrollTo(left, top);
    },
    { passive: false },
  );
  board.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || down.pointerType !== "mouse") return;
    const [left, top] = [board.scrollLeft, board.scrollTop];
    const drag = (event: PointerEvent) => board.scrollTo(left - (event.clientX - down.clientX), top - (event.clientY - down.clientY));
    board.classList.add("dragged");
    addEventListener("pointermove", drag);
    addEventListener(
      "pointerup",
      () => {
        board.classList.remove("dragged");
        removeEventListener("pointermove", drag);
      },
      { once: true },
    );
  });
}

function together(pair: HTMLElement): void {
  const boards = [...pair.querySelectorAll<HTMLElement>(".board")];
  for (const board of boards) {
    board.addEventListener("scroll", () => {
      for (const other of boards) {
        if (other !== board && (other.scrollLeft !== board.scrollLeft || other.scrollTop !== board.scrollTop)) {
          other.scrollTo(board.scrollLeft, board.scrollTop);
        }
      }
    });
  }
}

function fade(label: HTMLElement): void {
  const [first, second] = document.querySelectorAll<HTMLElement>("[data-pair] .board > svg");
  const range = label.querySelector("input");
  if (!first || !second || !range) return;
  label.hidden = false;
  const show = () => {
    const share = Number(range.value) / 100;
    first.style.opacity = String(Math.min(1, 2 - 2 * share));
    second.style.opacity = String(Math.min(1, 2 * share));
  };
  range.addEventListener("input", show);
  show();
}

/** The picture as PNG, twice as fine as the screen asks for; longer sides than a browser draws are made smaller. */
function png(item: HTMLElement): void {
  const LONGEST = 16_000;
  item.hidden = false;
  item.querySelector("button")?.addEventListener("click", () => {
    const image = new Image();
    image.addEventListener("load", () => {
      const scale = Math.min(2, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.naturalWidth * scale);
      canvas.height = Math.round(image.naturalHeight * scale);
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        if (!blob) return;
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = item.dataset["name"] ?? "map.png";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      }, "image/png");
    });
    image.src = item.dataset["png"] ?? "";
  });
}
