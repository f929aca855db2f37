// Keeps <time datetime="…" data-relative> true while a page stays open, in the page's own language. The server wrote it first.
const EVERY_MS = 60_000;
/** Each unit, its size in seconds, and from how many seconds on it is used: as the server does. */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ["month", 2_629_800, 5_184_000],
  ["day", 86_400, 172_800],
  ["hour", 3_600, 7_200],
  ["minute", 60, 60],
];

function say(seconds: number, format: Intl.RelativeTimeFormat): string {
  for (const [unit, size, from] of STEPS) {
    if (Math.abs(seconds) >= from) return format.format(Math.trunc(seconds / size), unit);
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
