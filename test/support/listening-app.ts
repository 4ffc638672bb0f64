import { createApp } from "../../server/src/app.ts";
import type { Deps } from "../../server/src/deps.ts";
import { listen } from "../../server/src/listen.ts";

/** The server's app with dependencies of a test's own, on a free port; `run` is given its address. */
export async function whileListening<Result>(deps: Deps, run: (url: string) => Promise<Result>): Promise<Result> {
  const listening = await listen("127.0.0.1", 0);
  listening.serve(createApp(deps));
  try {
    return await run(listening.url);
  } finally {
    await listening.stop();
  }
}
