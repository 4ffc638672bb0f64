import type { Handler, Program } from "./program.ts";

/** What may be done next within the same document. */
export function handlersBehind(handler: Handler): readonly Handler[] {
  switch (handler.do) {
    case "receive":
    case "assign":
    case "tell":
      return [handler.next];
    case "choose":
      return [...handler.cases.map((one) => one.next), handler.otherwise];
    case "request":
      return [...handler.ways.map((one) => one.next), handler.failed];
    case "jump":
    case "serve":
      return [];
  }
}

/** Is there any way through the program on which a web server is asked? */
export function asksWebServers({ handlers }: Program): boolean {
  const asks = (handler: Handler): boolean => handler.do === "request" || handlersBehind(handler).some(asks);
  return Object.values(handlers).some(asks);
}
