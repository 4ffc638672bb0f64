import type { Flow } from "@ozflow/compiler";

const blank = { formatVersion: 1, languages: ["en-US"], variables: [], notes: [], layout: {} } as const;
const edge = (from: string, port: string, to: string) => ({ from, port, to });
const say = (id: string, text: string) => ({ id, type: "say", label: id, data: { say: text } });
const incoming = { id: "in", type: "incoming-call", label: "Somebody calls", data: {} };
const silent = { noInputPrompt: { say: "" }, invalidPrompt: { say: "" } };

/** One document that needs nothing of the server. */
export const greeting: Flow = {
  ...blank,
  name: "Greeting",
  steps: [incoming, say("hello", "Hello."), { id: "end", type: "hang-up", label: "End", data: {} }],
  edges: [edge("in", "next", "hello"), edge("hello", "next", "end")],
};

/** Asks for a PIN (1234), which the server compares, and says the place the call was given. Three tries. */
export const pinCheck: Flow = {
  ...blank,
  name: "PIN check",
  variables: [
    { name: "pin", type: "text", secret: true },
    { name: "place", type: "text", initial: "the bank" },
    { name: "visits", type: "number" },
  ],
  steps: [
    incoming,
    {
      id: "out",
      type: "outgoing-call",
      label: "We call",
      data: { number: "102", callerId: "3000", callerDisplayName: "Front desk", ringSeconds: 20, given: ["place"] },
    },
    {
      id: "ask",
      type: "collect-digits",
      label: "Ask for the PIN",
      data: {
        prompt: { say: "Your PIN for {place}, please." },
        timeoutSeconds: 5,
        attempts: 3,
        ...silent,
        invalidPrompt: { say: "That is wrong." },
        minDigits: 4,
        maxDigits: 4,
        saveTo: "pin",
        accept: 'pin == "1234"',
      },
    },
    say("welcome", "Welcome to {place}."),
    say("bye", "Goodbye."),
  ],
  edges: [
    edge("in", "next", "ask"),
    edge("out", "next", "ask"),
    edge("ask", "entered", "welcome"),
    edge("ask", "exhausted", "bye"),
    edge("welcome", "next", "bye"),
  ],
};

/** A menu: 1 leaves a message, 2 has 102 called and told about it, 3 hears the menu again, 4 goes to the operator. */
export const frontDesk: Flow = {
  ...blank,
  name: "Front desk",
  variables: [{ name: "message", type: "text" }],
  steps: [
    incoming,
    {
      id: "menu",
      type: "menu",
      label: "Main menu",
      data: {
        prompt: { say: "Message, call, again or operator?" },
        timeoutSeconds: 5,
        attempts: 2,
        ...silent,
        options: ["1", "2", "3", "4"].map((key) => ({ key, label: `Choice ${key}` })),
      },
    },
    {
      id: "record",
      type: "record",
      label: "Message",
      data: {
        prompt: { say: "Speak now." },
        maxSeconds: 60,
        silenceSeconds: 5,
        finishKeys: "#",
        format: "mp3",
        saveTo: "message",
      },
    },
    say("thanks", "Your message is {message}."),
    {
      id: "place",
      type: "place-call",
      label: "Call the clerk",
      data: { number: "102", callerId: "3000", callerDisplayName: "" },
    },
    say("for-clerk", "A caller wants you."),
    say("told", "We told them."),
    { id: "operator", type: "transfer", label: "Operator", data: { target: "2000" } },
    say("bye", "Goodbye."),
  ],
  edges: [
    edge("in", "next", "menu"),
    edge("menu", "1", "record"),
    edge("menu", "2", "place"),
    edge("menu", "3", "menu"),
    edge("menu", "4", "operator"),
    edge("menu", "exhausted", "bye"),
    edge("record", "next", "thanks"),
    edge("thanks", "next", "bye"),
    edge("place", "answered", "for-clerk"),
    edge("place", "next", "told"),
    edge("told", "next", "bye"),
    edge("operator", "failed", "bye"),
  ],
};
