import { print } from "../figure.ts";
import { startClient, startServer } from "./child.ts";

/**
 * A server that answers live calls for so long: its memory at the end against that when a third of the time was over, each
 * after a collection.
 */
export async function watchMemory(seconds: number, connections: number): Promise<void> {
  const server = await startServer("ozflow");
  const client = startClient();
  const url = `http://127.0.0.1:${server.port}${server.told["live"]}`;
  const third = async () => {
    const { times } = await client.ask({ url, seconds: seconds / 3, connections, follow: true });
    return { requests: times.length, ...(await server.usedAfterCollection()) };
  };
  try {
    const [one, two, three] = [await third(), await third(), await third()];
    const calls = Math.round((two.requests + three.requests) / 2);
    const name = `load live heap after ${seconds} s and ${calls} more calls vs before`;
    print({ name, value: three.heap, unit: "MB", baseline: one.heap });
    print({ name: name.replace("heap", "resident memory"), value: three.rss, unit: "MB", baseline: one.rss });
  } finally {
    await Promise.all([server.stop(), client.stop()]);
  }
}
