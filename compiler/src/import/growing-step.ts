import type { OzmlElement } from "../ozml/document.ts";
import { accepted, type Draft, type Target } from "./draft.ts";
import type { Became } from "./simple-commands.ts";

/** What several commands, one behind the other, become together. */
export interface Together {
  become(elements: readonly OzmlElement[]): Became;
  /** How much of the step's room a command takes, of `room`. */
  weigh(element: OzmlElement): number;
  readonly room: number;
}

/** A step that takes in the commands before it as long as they are of its kind. The last command comes first. */
export class GrowingStep {
  private readonly draft: Draft;
  private readonly together: Together;
  private id: Target;
  private elements: OzmlElement[] = [];
  private weight = 0;

  constructor(draft: Draft, together: Together) {
    this.draft = draft;
    this.together = together;
  }

  /** Puts the command before everything that stands at `next`. Throws NotHeld when no step holds it. */
  put(element: OzmlElement, next: Target): string {
    const weight = this.together.weigh(element);
    const alone = this.together.become([element]);
    if (this.id !== undefined && this.id === next && this.weight + weight <= this.together.room) {
      accepted(alone);
      this.elements.push(element);
      this.weight += weight;
      return this.id;
    }
    this.close();
    this.id = this.draft.add(alone, next);
    this.elements = [element];
    this.weight = weight;
    return this.id;
  }

  /** To be called at the end: only then all of it is written down. */
  close(): void {
    if (this.id !== undefined && this.elements.length > 1) {
      this.draft.replace(this.id, this.together.become(this.elements.toReversed()));
    }
    this.id = undefined;
  }
}
