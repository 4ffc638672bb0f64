import { escapeXml } from "@ozflow/compiler";

export interface ReplyElement {
  readonly name: string;
  readonly content: string | readonly ReplyElement[];
}

/** A reply as the HTTP API writes it (reference, section 5). */
export function reply(code: number, message: string, more: readonly ReplyElement[] = []): string {
  const elements: readonly ReplyElement[] = [
    { name: "Code", content: String(code) },
    { name: "Message", content: message },
    ...more,
  ];
  return `<?xml version="1.0"?>
<Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
${elements.map((one) => write(one, "  ")).join("\n")}
</Response>
`;
}

export function success(more: readonly ReplyElement[] = []): string {
  return reply(200, "Command successfully executed", more);
}

function write({ name, content }: ReplyElement, indent: string): string {
  if (typeof content === "string") return `${indent}<${name}>${escapeXml(content)}</${name}>`;
  if (content.length === 0) return `${indent}<${name} />`;
  return `${indent}<${name}>\n${content.map((one) => write(one, `${indent}  `)).join("\n")}\n${indent}</${name}>`;
}
