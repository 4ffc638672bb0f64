import type { ListEntry } from "../line/effects.ts";

/** What a script has put under a name: Var, the entry of a ForEach, Array. Names are compared without case. */
export class Memory {
  private readonly begins: readonly (readonly [string, ListEntry])[];
  private variables: Map<string, ListEntry>;
  private lists = new Map<string, readonly ListEntry[]>();

  /** `given`: variables of the PBX, such as `$username` in a voicemail script; never forgotten. */
  constructor(given: Readonly<Record<string, string>> = {}) {
    this.begins = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]);
    this.variables = new Map(this.begins);
  }

  variable(name: string): ListEntry | undefined {
    return this.variables.get(name.toLowerCase());
  }

  setVariable(name: string, value: ListEntry | undefined): void {
    if (value === undefined) this.variables.delete(name.toLowerCase());
    else this.variables.set(name.toLowerCase(), value);
  }

  list(name: string): readonly ListEntry[] | undefined {
    return this.lists.get(name.toLowerCase());
  }

  setList(name: string, entries: readonly ListEntry[]): void {
    this.lists.set(name.toLowerCase(), entries);
  }

  forget(): void {
    this.variables = new Map(this.begins);
    this.lists = new Map();
  }

  /**
   * Puts values for `$name` and `$name.field`. A full stop behind a name that has no such field belongs to the sentence
   * (reference, section 2).
   */
  resolve(text: string, unknown: "kept" | "empty"): string {
    if (!text.includes("$")) return text;
    return text.replace(/\$([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?/g, (found, name: string, field?: string) => {
      const value = this.variable(name);
      const behind = field === undefined ? "" : `.${field}`;
      if (value === undefined) return unknown === "kept" ? found : behind;
      if (typeof value === "string") return value + behind;
      if (field === undefined) return Object.values(value).join(" ");
      const wanted = field.toLowerCase();
      const known = Object.entries(value).find(([one]) => one.toLowerCase() === wanted)?.[1];
      return known ?? (unknown === "kept" ? found : "");
    });
  }
}
