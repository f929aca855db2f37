// Keeps <time datetime="…" data-relative> true while a page stays open, in the page's own language. The server wrote it first.
const EVERY_MS = 60_000;
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function say(seconds: number, format: Intl.RelativeTimeFormat): string {
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, "minute");
}

function refresh(): void {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[datetime][data-relative]")) {
    const at = Date.parse(time.dateTime);
    if (!Number.isNaN(at)) time.textContent = say((at - Date.now()) / 1000, format);
  }
}

export function startTimes(): void {
  // Not at once: what the server wrote is right now, and is worded in its own way.
  setInterval(refresh, EVERY_MS);
}
