import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { line, phone, seconds, variable } from "../fields/fields.ts";

const schema = z.strictObject({
  number: phone({ title: "Number to dial", placeholder: "102", help: "Used when a call is started without a number." }),
  callerId: phone({ title: "Caller ID shown", holds: "name", placeholder: "The extension's own" }),
  callerDisplayName: line({ title: "Name shown", placeholder: "The extension's own" }),
  ringSeconds: seconds({ title: "Let it ring for" }, 1, 600).optional(),
  given: field(z.array(variable({ title: "Variable" })).max(50), {
    title: "Given with each call",
    control: "list",
    help: "Variables that whoever starts the call fills in, such as a date or a place.",
  }),
});

/** What a PBX may send with CallConnected, in lower case (reference section 4, open question 13), and what addresses hold. */
const pbxParameters = new Set(
  "s t p notificationname callid callerid caller source dialed callee destination callerextension apiextension".split(
    " ",
  ),
);

/** A call that we started has been answered: the PBX reports CallConnected and asks what to run. */
export const outgoingCall = defineStep<z.infer<typeof schema>>({
  type: "outgoing-call",
  title: "Outgoing call",
  description: "A call begins here when somebody we dialled answers",
  icon: "PhoneOutgoing",
  family: "entry",
  contexts: ["extension"],
  entry: "outgoing-call",
  schema,
  defaults: { number: "", callerId: "", callerDisplayName: "", given: [] },
  ports: () => [{ id: "next", title: said`Answered`, kind: "next" }],
  summary: (data) => (data.number === "" ? said`We call somebody` : said`We call ${data.number}`),
  check: (data) =>
    data.given.flatMap((name, index) =>
      pbxParameters.has(name.toLowerCase())
        ? [
            {
              code: "given-name-taken",
              severity: "error",
              ...said`the PBX itself sends a parameter "${name}" with each call; give the variable another name.`,
              path: ["given", index],
            },
          ]
        : [],
    ),
  emit(data, out) {
    let label = out.label();
    data.given.forEach((name, index) => {
      const next = out.label(`given-${index + 2}`);
      out.at(label, { op: "receive", parameter: name, into: name, next });
      label = next;
    });
    out.at(label, { op: "choose", cases: [], otherwise: out.port("next") });
  },
  *simulate(data, call) {
    for (const name of data.given) {
      const value = call.given(name);
      if (value !== undefined) call.assign(name, value);
    }
    yield* call.answer();
    return "next";
  },
});
