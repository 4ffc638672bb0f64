import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { keepIn, keeping, type Told } from "../fields/told.ts";

const schema = z.strictObject({
  lastStateIn: keepIn("State of the last attempt"),
  lastExtensionIn: keepIn("Extension called last"),
  lastDialedIn: keepIn("Number dialled last"),
  callerExtensionIn: keepIn("Extension of the caller"),
});

type Data = z.infer<typeof schema>;

/** All documented (p_4201). Caller and dialled number are facts of every call: {call.caller}, {call.dialed}. */
const told = (data: Data): readonly Told[] => [
  { parameter: "LastCallState", into: data.lastStateIn },
  { parameter: "LastCalledExtension", into: data.lastExtensionIn },
  { parameter: "LastDialedNumber", into: data.lastDialedIn },
  { parameter: "CallerExtension", into: data.callerExtensionIn },
];

/** The PBX asks where a call goes: before it rings, and again after each attempt that failed. */
export const routing = defineStep<Data>({
  type: "routing",
  title: "Call routing",
  description: "Begins here when the phone system asks where a call should go",
  icon: "Route2",
  family: "entry",
  contexts: ["routing"],
  entry: "routing",
  schema,
  defaults: {},
  summary: () => said`The phone system asks where a call goes`,
  ...keeping(told),
});
