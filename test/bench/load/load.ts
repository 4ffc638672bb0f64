import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { print } from "../figure.ts";
import { addressIn, notifications, requestOf } from "./asked.ts";
import { askFromOutside, type Server, startServer } from "./child.ts";
import type { Measured } from "./client.ts";
import { openConnection } from "./connection.ts";
import { watchMemory } from "./memory.ts";
import { installRivals } from "./rivals.ts";
import type { Documents } from "./servers/started.ts";

/** Calls that go on at the same time. */
const connections = 32;

/** Somebody who answers, and how the client asks. */
interface Contender {
  readonly name: string;
  readonly server: Server;
  readonly path: string;
  readonly follow: boolean;
}

/**
 * Callbacks a second and how long they take, of everybody in turns, so that what else the machine does meets all of them
 * alike. `--rounds` (0: only the memory), `--seconds` of one turn, `--memory`: seconds of load while the memory is looked at.
 */
export async function bench(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "4" },
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
      await rival("node", liveDocuments, false),
      await rival("node-durable", liveDocuments),
    ];
    const all = [stillTurn, bareStill, liveTurn, bare, twilio, nodeRed, node, least];
    const measured = await inTurns(all, rounds, seconds);
    compare("load static vs bare hono", measured(stillTurn), measured(bareStill));
    compare("load live durable vs bare hono", measured(liveTurn), measured(bare));
    compare("load live durable vs twilio on express", measured(liveTurn), measured(twilio));
    compare("load live durable vs node-red", measured(liveTurn), measured(nodeRed));
    compare("load bare hono vs twilio on express", measured(bare), measured(twilio));
    compare("load raw node vs twilio on express", measured(node), measured(twilio));
    // What can be had at all: see `servers/node-durable.ts`.
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

function taskFor({ server, path, follow }: Contender, seconds: number, round: string) {
  return { url: `http://127.0.0.1:${server.port}${path}`, seconds, connections, follow, round };
}

/** All of them in each round, every other round backwards; the first round warms up and does not count. */
async function inTurns(all: readonly Contender[], rounds: number, seconds: number) {
  const measured = new Map<Contender, Turn[]>(all.map((one) => [one, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of round % 2 === 0 ? all : all.toReversed()) {
      const before = await one.server.used();
      const result = await askFromOutside(taskFor(one, seconds, `${one.name}${round}x`));
      const cpu = (await one.server.used()).cpu - before.cpu;
      const turn: Turn = { ...result, perCpuSecond: result.requests / cpu };
      const [wall, own] = [turn.perSecond, turn.perCpuSecond].map(Math.round);
      console.error(`${round === 0 ? "warming up" : `round ${round}`}: ${one.name} ${wall}/s, ${own} a second of CPU`);
      if (round > 0) measured.get(one)?.push(turn);
    }
  }
  return (one: Contender) => measured.get(one) ?? [];
}

/**
 * A second of the server's own processor is what can be compared on a machine that has more to do; on one that has not, it is
 * a second of the clock as well.
 */
interface Turn extends Measured {
  readonly perCpuSecond: number;
}

function compare(name: string, own: readonly Turn[], others: readonly Turn[]): void {
  const figure = (ending: string, what: keyof Turn, unit: string) => {
    const of = (all: readonly Turn[]) => median(all.map((one) => one[what]));
    print({ name: `${name}${ending}`, value: of(own), unit, baseline: of(others) });
  };
  figure("", "perCpuSecond", "req/CPU s");
  figure(", by the clock", "perSecond", "req/s");
  figure(", p50", "p50", "ms");
  figure(", p99", "p99", "ms");
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
