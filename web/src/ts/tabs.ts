// Tabs that do not all fit: the one that is shown is brought into view.
export function startTabs(): void {
  for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
    const tabs = tab.parentElement as HTMLElement;
    const [shown, all] = [tab.getBoundingClientRect(), tabs.getBoundingClientRect()];
    tabs.scrollLeft += shown.left + shown.width / 2 - (all.left + all.width / 2);
  }
}
