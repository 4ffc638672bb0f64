import { escapeXml } from "@ozflow/compiler";
import type { Fallback } from "../deps.ts";

/** What a caller gets when nothing else can be said: an apology, then somebody else or the end of the call. */
export function fallbackDocument({ apology, transferTo }: Fallback): string {
  const transfer = transferTo === undefined ? "" : `\n  <BlindTransfer>${escapeXml(transferTo)}</BlindTransfer>`;
  return `${declaration}
<Response>
  <Speak>${escapeXml(apology)}</Speak>${transfer}
  <Hangup/>
</Response>
`;
}

/** Nothing to run: the answer to a notification that asks for nothing. */
export const emptyDocument = `<?xml version="1.0" encoding="UTF-8"?>\n<Response/>\n`;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
