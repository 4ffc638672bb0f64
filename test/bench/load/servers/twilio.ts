import type { AddressInfo } from "node:net";
import { installed, started } from "./started.ts";

// As Twilio's own pages do it: Express, its form parser, and a document that VoiceResponse builds for each request.
const express = installed("express");
const { VoiceResponse } = installed("twilio").twiml;

interface Asked {
  readonly body: Readonly<Record<string, string>>;
}
interface Answer {
  type(name: string): Answer;
  send(text: string): void;
}

const pin = /^1234$/;
const next = "http://127.0.0.1/c/flow/1/ask?s=0123456789abcdefghijkl&t=1";
const app = express();
app.post("/c/{*rest}", express.urlencoded({ extended: false }), ({ body }: Asked, answer: Answer) => {
  const response = new VoiceResponse();
  if (body["NotificationName"] === "IncomingCall") {
    response
      .gather({ input: "dtmf", numDigits: 4, timeout: 5, action: next, method: "POST" })
      .say("Your PIN for the bank, please.");
    response.say("That is wrong.");
  } else if (pin.test(body["DtmfDigits"] ?? "")) {
    response.say("Welcome to the bank.");
    response.say("Goodbye.");
  } else response.say("That is wrong.");
  response.hangup();
  answer.type("application/xml").send(response.toString());
});
const listening = app.listen(0, "127.0.0.1", () => started((listening.address() as AddressInfo).port));
