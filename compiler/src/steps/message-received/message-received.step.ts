import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { keepIn, keeping, type Told } from "../fields/told.ts";

const schema = z.strictObject({
  senderIn: keepIn("Sender"),
  recipientIn: keepIn("Recipient"),
  textIn: keepIn("Text"),
});

type Data = z.infer<typeof schema>;

/** The names are inferred from SendSms: the page that lists them could not be read (reference, section 4). */
const told = (data: Data): readonly Told[] => [
  { parameter: "Sender", into: data.senderIn },
  { parameter: "Recipient", into: data.recipientIn },
  { parameter: "Message", into: data.textIn },
];

/** An SMS for the API extension has come in. There is no call: nobody hears anything. */
export const messageReceived = defineStep<Data>({
  type: "message-received",
  title: "Message received",
  description: "Begins here when an SMS comes in",
  icon: "MessageDown",
  family: "entry",
  contexts: ["message"],
  entry: "message-received",
  schema,
  defaults: {},
  summary: () => said`An SMS comes in`,
  ...keeping(told),
});
