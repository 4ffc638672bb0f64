import type { IncomingMessage } from "node:http";

/** A body has more bytes than it may have. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** The body of a request, which may have so many bytes. Rejects with {@link TooLarge}, and when the client has gone. */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer<ArrayBuffer>[] = [];
    let size = 0;
    incoming
      .on("data", (piece: Buffer<ArrayBuffer>) => {
        size += piece.length;
        if (size <= maxBytes) pieces.push(piece);
        else reject(new TooLarge(`the request is larger than ${maxBytes} bytes`));
      })
      // Nearly always there is one piece.
      .on("end", () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)))
      // Node tells of a client that has gone as an error.
      .on("error", reject);
  });
}
