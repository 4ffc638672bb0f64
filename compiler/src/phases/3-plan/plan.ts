import type {
  Ask,
  Assign,
  Await,
  Choose,
  Do,
  Enclose,
  End,
  Label,
  Receive,
  Request,
  Tell,
} from "../../instructions/instruction.ts";
import type { EntryKind } from "../../steps/definition.ts";

/** Which documents there are and what stands in each: the instruction graph cut into trees. */
export interface Plan {
  readonly documents: ReadonlyMap<Label, Block>;
  readonly entries: ReadonlyMap<EntryKind, Label>;
}

/** A piece of a document: an instruction, and what follows it in the same document. */
export type Block =
  | { readonly kind: "do"; readonly instruction: Do; readonly next: Block }
  /** Never cut: what is inside stands in the instruction. */
  | { readonly kind: "enclose"; readonly instruction: Enclose; readonly next: Block }
  | {
      readonly kind: "ask";
      readonly instruction: Ask;
      readonly keys: readonly Block[];
      readonly silent: Block;
      /** What follows each key that is not offered; absent when it is asked for by address (ForwardToUrl). */
      readonly wrong?: Block;
      /** What follows the entries of one key that need not be asked about. */
      readonly foreseen: readonly { readonly key: string; readonly block: Block }[];
    }
  | { readonly kind: "await"; readonly instruction: Await }
  | { readonly kind: "receive"; readonly instruction: Receive; readonly next: Block }
  | { readonly kind: "assign"; readonly instruction: Assign; readonly next: Block }
  | {
      readonly kind: "tell";
      readonly instruction: Tell;
      readonly at: Label;
      /** Whoever stays on the line comes here, so that it is noted as soon as the document is served. */
      readonly isSure: boolean;
      readonly next: Block;
    }
  | {
      readonly kind: "choose";
      readonly instruction: Choose;
      readonly cases: readonly Block[];
      readonly otherwise: Block;
    }
  | {
      readonly kind: "request";
      readonly instruction: Request;
      readonly ways: readonly Block[];
      readonly failed: Block;
    }
  | { readonly kind: "end"; readonly instruction: End }
  /** The document ends here and another one is asked for. */
  | { readonly kind: "go"; readonly to: Label };

/** What follows a piece in the same document, one for each way it may go on. */
export function waysOf(block: Block): readonly Block[] {
  switch (block.kind) {
    case "do":
    case "enclose":
    case "receive":
    case "assign":
    case "tell":
      return [block.next];
    case "choose":
      return [...block.cases, block.otherwise];
    case "request":
      return [...block.ways, block.failed];
    case "ask":
      return [
        ...block.keys,
        block.silent,
        ...(block.wrong === undefined ? [] : [block.wrong]),
        ...block.foreseen.map((one) => one.block),
      ];
    case "await":
    case "end":
    case "go":
      return [];
  }
}

export interface PlanOptions {
  /**
   * `lean`: as few callbacks as possible. `branches`: each menu choice is a callback, so that the server sees every
   * choice when it is made.
   */
  readonly trace: "lean" | "branches";
  /** Largest document, in bytes, as far as joining and nesting go. One step that is larger by itself stays whole. */
  readonly sizeBudget: number;
}

export const defaultPlanOptions: PlanOptions = { trace: "lean", sizeBudget: 32 * 1024 };
