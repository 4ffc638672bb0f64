import { run } from "./install.mjs";

// A million simulated calls through random flows, in two processes with seeds of their own: nothing may be found. About a
// quarter of an hour on two cores; `node scripts/test-deep.mjs SEED` begins elsewhere.
const seed = Number(process.argv[2] ?? 1);
run("npx", ["vitest", "run", "--project", "unit", "test/properties/same-conversation.test.ts"], {
  OZFLOW_RUNS: process.env.OZFLOW_RUNS ?? "34000",
  OZFLOW_CALLS: "30",
  OZFLOW_SEED: String(seed),
});
