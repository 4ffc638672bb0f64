import { run } from "./install.mjs";

// What takes long, and must find nothing: a million simulated calls through random flows, a million against what is proven
// of them, 100,000 damaged documents for the reader, 20,000 for the importer, the server killed fifty times on either engine.
// Hours on a small machine; `node scripts/test-deep.mjs SEED` begins elsewhere.
const seed = String(process.argv[2] ?? 1);
const vitest = (file, environment, project = "unit") =>
  run("npx", ["vitest", "run", "--project", project, file], {
    OZFLOW_PATIENCE: String(24 * 3_600_000),
    ...environment,
  });
vitest("test/ozml", { OZFLOW_MUTATIONS: "100000" });
vitest("test/import", { OZFLOW_RUNS: "20000", OZFLOW_SEED: seed });
vitest("test/properties/same-conversation.test.ts", { OZFLOW_RUNS: "34000", OZFLOW_CALLS: "30", OZFLOW_SEED: seed });
vitest("test/proofs/soundness.test.ts", { OZFLOW_RUNS: "10000", OZFLOW_CALLS: "100", OZFLOW_SEED: seed });
vitest("test/faults/kill.test.ts", { OZFLOW_KILLS: "50" });
vitest("test/faults/kill.test.ts", { OZFLOW_KILLS: "50" }, "postgres");
