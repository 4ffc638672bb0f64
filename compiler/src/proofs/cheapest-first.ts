/** Things waiting for their turn, the cheapest first; of equal ones, the one that came first. A binary heap. */
export class CheapestFirst<Item> {
  private readonly heap: { readonly item: Item; readonly cost: number; readonly turn: number }[] = [];
  private turns = 0;

  add(item: Item, cost: number): void {
    this.turns += 1;
    this.heap.push({ item, cost, turn: this.turns });
    for (let at = this.heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  take(): Item | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first?.item;
    this.heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.isBefore(right, left) ? right : left;
      if (!this.swapIfBefore(child, at)) return first.item;
      at = child;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.cost < other.cost || (one.cost === other.cost && one.turn < other.turn);
  }

  private swapIfBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a], this.heap[b]];
    if (one === undefined || other === undefined || !this.isBefore(a, b)) return false;
    [this.heap[a], this.heap[b]] = [other, one];
    return true;
  }
}
