import type { Handler, Part, Program } from "./program.ts";

/** Documents that are the same for every call and ask for no other: of a call that gets one nothing need be remembered. */
export function plainDocuments({ handlers }: Program): ReadonlySet<string> {
  return new Set(Object.keys(handlers).filter((name) => isPlain(handlers[name])));
}

function isPlain(handler: Handler | undefined): boolean {
  return handler?.do === "serve" && handler.parts.every(isFixed);
}

function isFixed(part: Part): boolean {
  return "text" in part || "literal" in part || "prompt" in part;
}
