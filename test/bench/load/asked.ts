/** What the PBX sends, in the form the manual shows: a call that comes in, and keys in it. */
export const notifications = {
  incoming: (callId: string) =>
    `NotificationName=IncomingCall&CallId=${callId}&CallerId=%2B36301234567&Dialed=8000&ApiExtension=9997`,
  digits: (callId: string) =>
    `NotificationName=DtmfEntered&CallId=${callId}&CallerId=%2B36301234567&Dialed=8000&ApiExtension=9997&DtmfDigits=1234`,
};

/** The bytes of a notification, with the headers of the manual's sample. */
export function requestOf(url: URL, body: string): string {
  return [
    `POST ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    "Content-Type: application/x-www-form-urlencoded",
    "Cache-Control: no-store,no-cache",
    "Pragma: no-cache",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
}

/** Where a document goes on when keys were pressed: the first address in it that names a document. */
export function addressIn(document: string): string | undefined {
  return /http:\/\/[^<"]+\/c\/[^<"]+/.exec(document)?.[0].replaceAll("&amp;", "&");
}
