import { type Directory, libraryPrompt } from "@ozflow/compiler";
import { pbxApi } from "../api/pbx.ts";
import { promptsApi } from "../api/prompts.ts";

/** What is known beside a flow when it is proven: how long sounds are, whom the phone system knows. */
export interface KnownWorld {
  readonly audioSeconds: Readonly<Record<string, number>>;
  /** Absent: nobody knows. */
  readonly directory?: Directory;
}

/** A minute: sounds and extensions seldom change while somebody draws. */
const knownForMs = 60_000;

let known: { readonly world: Promise<KnownWorld>; readonly untilMs: number } | undefined;

/** What cannot be read is not known; the flow is proven without it. */
export function readKnownWorld(): Promise<KnownWorld> {
  if (known === undefined || known.untilMs < Date.now()) known = { world: read(), untilMs: Date.now() + knownForMs };
  return known.world;
}

async function read(): Promise<KnownWorld> {
  const [sounds, directory] = await Promise.all([
    promptsApi.list().then(
      ({ prompts }) => prompts,
      () => [],
    ),
    pbxApi.directory().then(
      (answer) => answer.directory ?? undefined,
      () => undefined,
    ),
  ]);
  return {
    audioSeconds: Object.fromEntries(sounds.map(({ id, seconds }) => [libraryPrompt(id), seconds])),
    ...(directory === undefined ? {} : { directory }),
  };
}
