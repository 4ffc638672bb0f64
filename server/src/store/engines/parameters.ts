/**
 * The parameters of a query that is being compiled: an object that stands in it several times (bytes, or something that stands
 * for a value that comes later) is handed over once.
 */
export class Parameters {
  private readonly places = new Map<object, number>();

  begin(): void {
    this.places.clear();
  }

  /** Its number, when it is one of the parameters already. */
  placeOf(value: unknown): number | undefined {
    return this.places.get(value as object);
  }

  add(value: unknown, place: number): void {
    if (typeof value === "object" && value !== null) this.places.set(value, place);
  }
}
