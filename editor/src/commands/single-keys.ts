/**
 * Shortcuts of one character can be switched off in this browser: who dictates or has a screen reader that listens to
 * letters would press them by mistake (WCAG 2.2, 2.1.4).
 */
const place = "ozflow.keys.single";

export function areSingleKeysOn(): boolean {
  return window.localStorage.getItem(place) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  window.localStorage.setItem(place, on ? "on" : "off");
}
