import type { Label } from "../../instructions/instruction.ts";
import type { Block } from "./plan.ts";

/** A place in a growing document that is still open. */
export interface Slot {
  readonly from: Label;
  readonly to: Label;
  /** Questions around this place. */
  readonly nesting: number;
  /** How far from what most callers do. Nearer places are filled first. */
  readonly distance: number;
  /** Every caller who hears the beginning of the document comes here. */
  readonly isSure: boolean;
  /** A choice of the caller, which `branches` wants to see as a request. */
  readonly isChoice: boolean;
  /** What stands here stands elsewhere too. */
  readonly isCopy: boolean;
  /** How many times it is written: once for each key that means the same. */
  readonly times: number;
  fill(block: Block): void;
}

/** Slots by distance, first come first served among equals, so that the result depends on nothing but the flow. */
export class SlotQueue {
  private readonly byDistance: Slot[][] = [];

  add(slot: Slot): void {
    const list = this.byDistance[slot.distance] ?? [];
    this.byDistance[slot.distance] = list;
    list.push(slot);
  }

  take(): Slot | undefined {
    for (const list of this.byDistance) {
      if (list !== undefined && list.length > 0) return list.shift();
    }
    return undefined;
  }
}
