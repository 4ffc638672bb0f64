import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection that asks one thing after the other, as plainly as possible, so that the client is not what is measured. */
export interface Connection {
  /** The body of the answer. Rejects on anything but status 200. */
  ask(request: string): Promise<string>;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  await once(socket, "connect");
  return { ask: (request) => ask(socket, request), close: () => socket.destroy() };
}

function ask(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const stop = (end: () => void) => {
      socket.off("data", read).off("close", closed).off("error", closed);
      end();
    };
    const closed = () => stop(() => reject(new Error("the connection broke off")));
    const read = (piece: Buffer) => {
      text += piece.toString("latin1");
      const body = bodyOf(text);
      if (body === undefined) return;
      if (!text.startsWith("HTTP/1.1 200")) stop(() => reject(new Error(text.slice(0, 200))));
      else stop(() => resolve(body));
    };
    socket.on("data", read).on("close", closed).on("error", closed);
    socket.write(request, "latin1");
  });
}

/** Undefined while something is missing. */
function bodyOf(text: string): string | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1];
  const body = text.slice(end + 4);
  if (length !== undefined) return body.length >= Number(length) ? body : undefined;
  return body.endsWith("0\r\n\r\n") ? body : undefined;
}
