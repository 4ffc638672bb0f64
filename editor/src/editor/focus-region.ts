/** Puts the focus on the next or the previous of the page's regions (`data-region`), round and round. */
export function focusRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by) % regions.length;
  regions.at(next)?.focus();
}
