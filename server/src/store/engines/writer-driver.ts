import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from "kysely";
import { asBuffer } from "./as-buffer.js";
import type { Together } from "./engine.ts";
import type { Writer } from "./writer.ts";

/** Kysely's way to a {@link Writer}. There is one connection: who gets it has it alone until it is released. */
export class WriterDriver implements Driver {
  private readonly writer: Writer;
  private readonly connection: DatabaseConnection;
  /** Resolves when everybody who has asked for the connection so far has released it. */
  private last: Promise<void> = Promise.resolve();
  private release: () => void = () => {};

  constructor(writer: Writer) {
    this.writer = writer;
    this.connection = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
        const { rows, changes, insertId } = await writer.run({ sql, parameters });
        const result: QueryResult<Row> = {
          rows: rows.map(withBuffers) as Row[],
          ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
          ...(insertId === undefined ? {} : { insertId: BigInt(insertId) }),
        };
        return result;
      },
      streamQuery() {
        throw new Error("The thread that writes hands out no streams; ask the connection that reads.");
      },
    };
  }

  /** As {@link Writer.runTogether}, when nobody has the connection. */
  async runTogether(queries: readonly Together[]): Promise<boolean> {
    await this.acquireConnection();
    try {
      return await this.writer.runTogether(
        queries.map(({ query: { sql, parameters }, atLeast }) => ({ sql, parameters, atLeast })),
      );
    } finally {
      await this.releaseConnection();
    }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.last;
    let release = () => {};
    this.last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.release = release;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    this.release();
  }

  async beginTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw("begin"));
  }

  async commitTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  destroy(): Promise<void> {
    return this.writer.close();
  }
}

function withBuffers(row: unknown): unknown {
  const values = Object.entries(row as object);
  if (!values.some(([, value]) => value instanceof Uint8Array)) return row;
  return Object.fromEntries(values.map(([name, value]) => [name, asBuffer(value)]));
}
