import { run } from "./install.mjs";

// A million conversations (and what else takes long): nothing may be found. Hours on a small machine.
run("npx", ["vitest", "run", "--project", "unit", "test/properties"], {
  OZFLOW_RUNS: process.env.OZFLOW_RUNS ?? "334000",
});
