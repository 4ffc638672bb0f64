import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { keepIn, keeping, type Told } from "../fields/told.ts";

const schema = z.strictObject({
  messageIdIn: keepIn("Id of the message"),
  statusIn: keepIn("What became of it"),
});

type Data = z.infer<typeof schema>;

/** Both names are inferred; what the status says is not written anywhere (reference, section 4). */
const told = (data: Data): readonly Told[] => [
  { parameter: "SmsId", into: data.messageIdIn },
  { parameter: "Status", into: data.statusIn },
];

/** The PBX tells what became of an SMS it was given. */
export const deliveryReport = defineStep<Data>({
  type: "delivery-report",
  title: "Delivery report",
  description: "Begins here when the fate of a sent SMS is known",
  icon: "MailCheck",
  family: "entry",
  contexts: ["message"],
  entry: "delivery-report",
  schema,
  defaults: {},
  summary: () => said`The fate of a sent SMS is known`,
  ...keeping(told),
});
