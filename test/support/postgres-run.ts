import type { TestProject } from "vitest/node";
import { dropSchemas, schemasOf } from "./postgres.ts";

/** Around all suites that run on PostgreSQL: what they have made goes away behind them. */
export default function setUp(_project: TestProject): () => Promise<void> {
  return () => dropSchemas(schemasOf(process.pid));
}
