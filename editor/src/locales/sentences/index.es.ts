import { changes } from "./changes.es.ts";
import { checks } from "./checks.es.ts";
import { claims } from "./claims.es.ts";
import { dialects } from "./dialects.es.ts";
import { examples } from "./examples.es.ts";
import { expressions } from "./expressions.es.ts";
import { flowFiles } from "./flow-files.es.ts";
import { flowTests } from "./flow-tests.es.ts";
import { imports } from "./imports.es.ts";
import { refusals } from "./refusals.es.ts";
import { stepChecks } from "./step-checks.es.ts";
import { steps } from "./steps.es.ts";
import { transcripts } from "./transcripts.es.ts";

/** The Spanish of sentences that are made outside of the editor, by their English templates. */
export const catalogues = {
  changes,
  checks,
  claims,
  dialects,
  examples,
  expressions,
  flowFiles,
  flowTests,
  imports,
  refusals,
  stepChecks,
  steps,
  transcripts,
};

export const sentences: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(catalogues));
