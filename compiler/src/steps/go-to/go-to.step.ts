import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { template } from "../fields/fields.ts";

const schema = z.strictObject({
  url: template({ title: "Address", placeholder: "http://app.example/menu?call=7" }),
});

/** Let the PBX ask another web server for OzML and go on with that. This flow is over then (open question 9). */
export const goTo = defineStep<z.infer<typeof schema>>({
  type: "go-to",
  title: "Go to address",
  description: "Hands the call over to OzML of another web server",
  icon: "ExternalLink",
  family: "end",
  contexts: ["extension"],
  schema,
  defaults: { url: "" },
  ports: () => [],
  summary: (data) => data.url || "No address yet",
  check: (data) =>
    /^(https?:\/\/|\{)/i.test(data.url.trim())
      ? []
      : [
          {
            code: "address-invalid",
            severity: "error",
            ...said`callers are cut off; enter an address that begins with http:// or https://.`,
            path: ["url"],
          },
        ],
  emit(_data, out) {
    // A PBX that comes back from there (open question 9) must not go on with what stands behind a question around this.
    out.at(out.label(), { op: "end", commands: [out.command("GoTo", {}, out.field("url")), out.command("Hangup")] });
  },
  *simulate(data, call) {
    yield* call.goTo(call.text(data.url).trim());
    return undefined;
  },
});
