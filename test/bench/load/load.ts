import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { print } from "../figure.ts";
import { addressIn, notifications, requestOf } from "./asked.ts";
import { type Server, startClient, startServer } from "./child.ts";
import { openConnection } from "./connection.ts";
import { watchMemory } from "./memory.ts";
import { installRivals } from "./rivals.ts";
import type { Documents } from "./servers/started.ts";
import { type Contender, connections, type Figures, inTurns } from "./turns.ts";

/**
 * Callbacks a second and how long they take, of everybody in many short turns, so that what else the machine does meets all of
 * them alike: it gets slower and quicker by half from one minute to the next. `--rounds` (0: only the memory), `--seconds` of one
 * turn, `--memory`: seconds of load while the memory is looked at.
 */
export async function bench(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      rounds: { type: "string", default: "80" },
      seconds: { type: "string", default: "0.25" },
      memory: { type: "string", default: "30" },
      profile: { type: "boolean", default: false },
    },
  });
  const [rounds, seconds, memorySeconds] = [values.rounds, values.seconds, values.memory].map(Number) as [
    number,
    number,
    number,
  ];
  if (rounds > 0) await againstOthers(rounds, seconds, values.profile ? profiling : []);
  if (memorySeconds > 0) await watchMemory(memorySeconds, connections);
}

const profiling = ["--cpu-prof", "--cpu-prof-dir=.cache/profiles"];

async function againstOthers(rounds: number, seconds: number, flags: readonly string[]): Promise<void> {
  installRivals();
  const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));
  const servers: Server[] = [];
  const start = async (...given: Parameters<typeof startServer>) => {
    const server = await startServer(...given);
    servers.push(server);
    return server;
  };
  try {
    const ozflow = await start("ozflow", [], flags);
    const [still = "", live = ""] = [ozflow.told["still"], ozflow.told["live"]];
    const write = async (name: string, documents: Documents) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(documents));
      return [file];
    };
    const liveDocuments = await write("live", await documentsOf(ozflow, live));
    const rival = async (name: string, documents: readonly string[], follow = true): Promise<Contender> => ({
      name,
      server: await start(name, documents),
      path: "/c/flow",
      follow,
    });
    const stillTurn: Contender = { name: "static", server: ozflow, path: still, follow: false };
    const liveTurn: Contender = { name: "live", server: ozflow, path: live, follow: true };
    const bareStill = await rival("hono", await write("still", await documentsOf(ozflow, still)), false);
    const [bare, twilio, nodeRed, node, least] = [
      await rival("hono", liveDocuments),
      await rival("twilio", []),
      await rival("node-red", liveDocuments),
      await rival("node", liveDocuments),
      await rival("node-durable", liveDocuments),
    ];
    const all = [stillTurn, bareStill, liveTurn, bare, twilio, nodeRed, node, least];
    const client = startClient();
    const measured = await inTurns(client, all, rounds, seconds).finally(() => client.stop());
    compare("load static vs bare hono", measured(stillTurn), measured(bareStill));
    compare("load live durable vs bare hono", measured(liveTurn), measured(bare));
    compare("load live durable vs twilio on express", measured(liveTurn), measured(twilio));
    compare("load live durable vs node-red", measured(liveTurn), measured(nodeRed));
    compare("load bare hono vs twilio on express", measured(bare), measured(twilio));
    // What can be had at all: see `servers/node.ts` and `servers/node-durable.ts`.
    compare("load raw node vs twilio on express", measured(node), measured(twilio));
    compare("load raw node vs node-red", measured(node), measured(nodeRed));
    compare("load raw node that stores vs twilio on express", measured(least), measured(twilio));
    compare("load raw node that stores vs node-red", measured(least), measured(nodeRed));
    compare("load live durable vs raw node that stores", measured(liveTurn), measured(least));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
  }
}

/** What OzFlow answers a call, and keys in it; the same again where the first document asks for nothing. */
async function documentsOf({ port }: Server, path: string): Promise<Documents> {
  const connection = await openConnection(port);
  const ask = (address: URL, body: string) => connection.ask(requestOf(address, body));
  const first = await ask(new URL(`http://127.0.0.1:${port}${path}`), notifications.incoming("seen"));
  const address = addressIn(first);
  const next = address === undefined ? first : await ask(new URL(address), notifications.digits("seen"));
  connection.close();
  return { first, next };
}

function compare(name: string, own: Figures, others: Figures): void {
  const figure = (ending: string, what: keyof Figures, unit: string) =>
    print({ name: `${name}${ending}`, value: own[what], unit, baseline: others[what] });
  figure("", "perCpuSecond", "req/CPU s");
  figure(", by the clock", "perSecond", "req/s");
  figure(", p50", "p50", "ms");
  figure(", p99", "p99", "ms");
}
