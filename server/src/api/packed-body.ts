/** Does `Content-Encoding` say that a body is compressed? Nothing here unpacks one. */
export function isPacked(contentEncoding: string | undefined): boolean {
  const encoding = contentEncoding?.trim().toLowerCase() ?? "";
  return encoding !== "" && encoding !== "identity";
}
