/** Whether a shortcut is one character, with or without Shift. */
export function isSingleKey(shortcut: string): boolean {
  return shortcut.replace(/^shift\+/, "").length === 1;
}
