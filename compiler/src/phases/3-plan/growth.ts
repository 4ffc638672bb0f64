import type { InstructionGraph } from "../../instructions/builder.ts";
import type { Label } from "../../instructions/instruction.ts";
import { instructionBytes } from "./size.ts";

/** All documents together may be this many times as large as the flow written once. */
const maxFactor = 3;

/** Small flows may grow as they like up to here, in bytes: nobody minds half a megabyte. */
const freeBytes = 512 * 1024;

/**
 * What may be written more than once, over all documents of a program. Documents near the beginning of the call are made
 * first and get the copies that save callbacks; when the allowance is used up, the rest ask by address.
 */
export class Growth {
  private readonly written = new Set<Label>();
  private allowance: number;

  constructor(graph: InstructionGraph) {
    let once = 0;
    for (const instruction of graph.values()) once += instructionBytes(instruction);
    this.allowance = Math.max(freeBytes, once * (maxFactor - 1));
  }

  allows(label: Label, bytes: number, times: number): boolean {
    return this.repeated(label, bytes, times) <= this.allowance;
  }

  write(label: Label, bytes: number, times: number): void {
    this.allowance -= this.repeated(label, bytes, times);
    this.written.add(label);
  }

  private repeated(label: Label, bytes: number, times: number): number {
    return bytes * (this.written.has(label) ? times : times - 1);
  }
}
