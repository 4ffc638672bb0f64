import type { CompiledQuery, DefaultQueryCompiler, QueryId, RootOperationNode } from "kysely";
import { storable } from "./text.ts";

/**
 * Writes queries as `Base` does, but an object that stands in one several times (bytes, or something that stands for a value that
 * comes later) is one parameter. `placeholder`: how the engine writes the parameter of that number.
 */
export function sharingParameters(
  Base: new () => DefaultQueryCompiler,
  placeholder: (number: number) => string,
): new () => DefaultQueryCompiler {
  return class extends Base {
    private readonly numbers = new Map<unknown, number>();

    override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
      this.numbers.clear();
      return super.compileQuery(node, queryId);
    }

    protected override appendValue(value: unknown): void {
      const number = this.numbers.get(value);
      if (number === undefined) {
        super.appendValue(storable(value));
        if (typeof value === "object" && value !== null) this.numbers.set(value, this.numParameters);
      } else this.append(placeholder(number));
    }

    protected override getCurrentParameterPlaceholder(): string {
      return placeholder(this.numParameters);
    }
  };
}
