/** The list from before when it holds the same: whoever goes by it then has nothing to do. */
export function sameList<One>(before: One[], now: One[]): One[] {
  return before.length === now.length && now.every((one, index) => one === before[index]) ? before : now;
}
