import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentsGiven, installed, started } from "./started.ts";

// Node-RED without its editor: http in, switch, template, response. The templates are the documents, with one value put in.
const RED = installed("node-red");
const documents = documentsGiven();
const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));

const headers = { "Content-Type": "application/xml; charset=utf-8" };
const template = (id: string, text: string) => ({
  id,
  z: "tab",
  type: "template",
  field: "payload",
  fieldType: "msg",
  format: "handlebars",
  syntax: "mustache",
  template: `${text}<!-- {{payload.CallerId}} -->`,
  output: "str",
  wires: [["answer"]],
});
const flows = [
  { id: "tab", type: "tab", label: "Calls" },
  { id: "asked", z: "tab", type: "http in", url: "/c/*", method: "post", upload: false, wires: [["which"]] },
  {
    id: "which",
    z: "tab",
    type: "switch",
    property: "payload.NotificationName",
    propertyType: "msg",
    rules: [{ t: "eq", v: "IncomingCall", vt: "str" }, { t: "else" }],
    checkall: "false",
    outputs: 2,
    wires: [["first"], ["next"]],
  },
  template("first", documents.first),
  template("next", documents.next),
  { id: "answer", z: "tab", type: "http response", statusCode: "200", headers, wires: [] },
];
writeFileSync(join(folder, "flows.json"), JSON.stringify(flows));

const server = createServer((request, response) => RED.httpNode(request, response));
RED.init(server, {
  httpAdminRoot: false,
  httpNodeRoot: "/",
  userDir: folder,
  flowFile: "flows.json",
  logging: { console: { level: "off" } },
});
RED.events.once("flows:started", () =>
  server.listen(0, "127.0.0.1", () => started((server.address() as AddressInfo).port)),
);
await RED.start();
