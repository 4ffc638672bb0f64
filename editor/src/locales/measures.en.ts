/** English texts of a part that is loaded later. */
export const measures = {
  title: "What the documents cost",
  choose: "Which documents are shown",
  trace: { lean: "Fewest requests", branches: "One per choice" },
  measuring: "Being measured",
  documents_one: "{{count}} document",
  documents_other: "{{count}} documents",
  size: "{{kilobytes}} kB",
  static: "{{percent}}% plain files",
  staticHelp: "Documents that are the same for every call: any web server can host them.",
  requests: "{{best}} to {{worst}} requests a call, {{mean}} on average",
  requestsHelp: "A request is a pause that callers hear. Counted over likely callers.",
  perWait: "instead of {{perWait}} elsewhere",
  perWaitHelp: "What the same callers would cost if each question were a request of its own, as it is elsewhere.",
};
