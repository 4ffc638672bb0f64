import { type CallerAction, type Flow, playHttp, type World } from "@ozflow/compiler";

/** Flows that show what random ones seldom do: values that travel with links and with placed calls. Each with a caller. */
export interface TellingFlow {
  readonly flow: Flow;
  readonly caller: readonly CallerAction[];
  readonly world?: World;
}

const press = (keys: string): CallerAction => ({ does: "press", keys });
const asking = {
  method: "GET",
  query: [],
  headers: [],
  bodyKind: "none",
  fields: [],
  statuses: [],
  timeoutSeconds: 5,
  retries: 0,
};
const question = { timeoutSeconds: 3, attempts: 2, noInputPrompt: { say: "" }, invalidPrompt: { say: "No" } };

const one = { key: "1", label: "One" };
const two = { key: "2", label: "Two" };
const recording = { maxSeconds: 10, silenceSeconds: 2, finishKeys: "#", format: "wav" };

function flow(
  name: string,
  steps: readonly (readonly [id: string, type: string, data: object])[],
  lines: readonly string[],
): Flow {
  const edges = lines.map((line) => {
    const [, from = "", port = "", to = ""] = /^(\S+) (\S+) (\S+)$/.exec(line) ?? [];
    return { from, port, to };
  });
  return {
    formatVersion: 1,
    name,
    languages: ["en-US"],
    variables: [
      { name: "count", type: "number" },
      { name: "name", type: "text", initial: "nobody" },
      { name: "entry", type: "text" },
    ],
    steps: steps.map(([id, type, data]) => ({ id, type, label: id, data: { ...data } })),
    edges,
    notes: [],
    layout: {},
  };
}

/** Of one seed each throw falls its own way, so that every side is met. */
const throws = Array.from({ length: 10 }, (_, index) => {
  const sides = ["a", "b", "c"];
  return {
    split: [`throw${index}`, "random-split", { ways: sides.map((name) => ({ name, weight: 10 })) }] as const,
    sides: sides.map((side) => [`${side}${index}`, "say", { say: `${index} ${side}` }] as const),
    lines: sides.flatMap((side) => [
      `throw${index} ${side} ${side}${index}`,
      ...(index < 9 ? [`${side}${index} next throw${index + 1}`] : []),
    ]),
  };
});

export const tellingFlows: readonly TellingFlow[] = [
  {
    flow: flow(
      "a count that is raised in one document and read in the next",
      [
        ["entry", "incoming-call", {}],
        ["hello", "say", { say: "Round {count}" }],
        [
          "more",
          "set-variable",
          {
            assignments: [
              { variable: "count", value: "count + 1" },
              { variable: "name", value: '"n" + name' },
            ],
          },
        ],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits, {name}" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        ["read", "say", { say: "{name} and {count}" }],
      ],
      ["entry next hello", "hello next more", "more next pin", "pin entered read", "read next hello"],
    ),
    caller: [press("12"), press("34"), press("56")],
  },
  {
    flow: flow(
      "a placed call takes the values of its moment with it and gives none back",
      [
        ["entry", "incoming-call", {}],
        ["hello", "say", { say: "Hello" }],
        ["mark", "set-variable", { assignments: [{ variable: "name", value: '"caller"' }] }],
        ["dial", "place-call", { number: "102", callerId: "", callerDisplayName: "" }],
        ["theirs", "say", { say: "You are called by {name}" }],
        ["theirmark", "set-variable", { assignments: [{ variable: "name", value: '"callee"' }] }],
        [
          "theirpin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 1, maxDigits: 1, saveTo: "entry" },
        ],
        ["mine", "say", { say: "I am {name}" }],
      ],
      [
        "entry next hello",
        "hello next mark",
        "mark next dial",
        "dial answered theirs",
        "dial next pin",
        "theirs next theirmark",
        "theirmark next theirpin",
        "pin no-input mine",
        "pin entered mine",
      ],
    ),
    caller: [press("7")],
  },
  {
    flow: flow(
      "a decision that leads straight back to a question",
      [
        ["entry", "incoming-call", {}],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        ["again", "condition", { cases: [{ name: "again", when: 'name == "11"' }] }],
        ["read", "say", { say: "{name}" }],
      ],
      ["entry next pin", "pin entered again", "again again pin", "again otherwise read"],
    ),
    caller: [press("11"), press("11"), press("22")],
  },
  {
    flow: flow(
      "what cannot be worked out stops no call, and what XML would misread is said as it is",
      [
        ["entry", "incoming-call", {}],
        ["three", "set-variable", { assignments: [{ variable: "count", value: "3" }] }],
        ["try", "set-variable", { assignments: [{ variable: "count", value: "double(name)" }] }],
        ["way", "condition", { cases: [{ name: "yes", when: "double(name) > 5" }] }],
        ["wrong", "say", { say: "This is never said" }],
        ["odd", "set-variable", { assignments: [{ variable: "name", value: '"a < b & c > d"' }] }],
        ["read", "say", { say: "{count} and {name}" }],
      ],
      ["entry next three", "three next try", "try next way", "way yes wrong", "way otherwise odd", "odd next read"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "OzML of one's own that asks for a document over and over, which nobody on the line notices",
      [
        ["entry", "incoming-call", {}],
        ["own", "raw-ozml", { ozml: '<GoTo Url="http://elsewhere.example/menu"/>' }],
      ],
      ["entry next own", "own next own"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "a call that never ends, placed by one that does",
      [
        ["entry", "incoming-call", {}],
        ["dial", "place-call", { number: "102", callerId: "", callerDisplayName: "" }],
        [
          "again",
          "menu",
          { ...question, attempts: 1, prompt: { say: "Well?" }, options: [{ key: "1", label: "Yes" }] },
        ],
      ],
      ["entry next dial", "dial answered again", "again no-input again"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "a report that comes later knows what the call knew when the message was sent",
      [
        ["entry", "incoming-call", {}],
        ["ask", "collect-digits", { ...question, prompt: { say: "Who?" }, minDigits: 1, maxDigits: 1, saveTo: "name" }],
        ["send", "send-sms", { recipient: "{name}", text: "Hi {name}", sender: "", report: true }],
        ["forget", "set-variable", { assignments: [{ variable: "name", value: '"gone"' }] }],
        ["bye", "say", { say: "{name}" }],
        ["report", "delivery-report", { statusIn: "entry" }],
        ["told", "send-email", { recipient: "a@example.com", subject: "{name}", text: "{entry}", sender: "" }],
      ],
      [
        "entry next ask",
        "ask entered send",
        "ask no-input send",
        "send next forget",
        "forget next bye",
        "report next told",
      ],
    ),
    caller: [press("5")],
  },
  {
    flow: flow(
      "a web server that refuses at first; each status goes its own way, and the rest by its class",
      [
        ["entry", "incoming-call", {}],
        ["first", "http-request", { ...asking, url: "http://api.example/first", statuses: [404, 202] }],
        ["second", "http-request", { ...asking, url: "http://api.example/second", statuses: [404, 202] }],
        ["third", "http-request", { ...asking, url: "http://api.example/third", statuses: [404], statusIn: "count" }],
        ["fourth", "http-request", { ...asking, url: "http://api.example/fourth", statuses: [202] }],
        ["good", "say", { say: "Good" }],
        ["refused", "say", { say: "Refused" }],
        ["failed", "say", { say: "Failed with {count}" }],
      ],
      [
        "entry next first",
        ...["first", "second", "third", "fourth"].flatMap((step) => [
          `${step} success good`,
          `${step} client-error refused`,
          `${step} failure failed`,
        ]),
        "first status-404 second",
        "second status-202 third",
        "third server-error fourth",
      ],
    ),
    caller: [],
    world: {
      http: playHttp([
        { url: "*/first", status: 404 },
        { url: "*/second", status: 202 },
        { url: "*/third", status: 503 },
        { url: "*/fourth", status: 410 },
      ]),
    },
  },
  {
    flow: flow(
      "each way from a question has something to note, and only one of them is taken",
      [
        ["entry", "incoming-call", {}],
        ["menu", "menu", { ...question, attempts: 1, prompt: { say: "Which?" }, options: [one, two] }],
        ["first", "disposition", { disposition: "first", note: "" }],
        ["name", "set-variable", { assignments: [{ variable: "name", value: '"Ann"' }] }],
        ["second", "disposition", { disposition: "second", note: "{name}" }],
        ["silent", "disposition", { disposition: "silent", note: "" }],
        ["leave", "record", { ...recording, prompt: { say: "Speak" }, saveTo: "entry" }],
        ["last", "disposition", { disposition: "last", note: "{entry}" }],
      ],
      [
        "entry next menu",
        "menu 1 first",
        "menu 2 name",
        "name next second",
        "menu no-input silent",
        "first next leave",
        "second next leave",
        "silent next leave",
        "leave next last",
      ],
    ),
    caller: [press("2"), { does: "talk", seconds: 3 }],
  },
  {
    flow: flow(
      "what is noted behind a question, and nothing more is asked",
      [
        ["entry", "incoming-call", {}],
        ["menu", "menu", { ...question, attempts: 1, prompt: { say: "Which?" }, options: [one, two] }],
        ["first", "disposition", { disposition: "first", note: "" }],
        ["bye", "say", { say: "Bye" }],
      ],
      ["entry next menu", "menu 1 first", "first next bye"],
    ),
    caller: [press("1")],
  },
  {
    flow: flow(
      "what is noted of a transfer that fails is not noted of one that succeeds",
      [
        ["entry", "incoming-call", {}],
        ["transfer", "transfer", { target: "102" }],
        ["failed", "disposition", { disposition: "nobody there", note: "" }],
        ["bye", "say", { say: "Bye" }],
      ],
      ["entry next transfer", "transfer failed failed", "failed next bye"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "a status that is kept and said",
      [
        ["entry", "incoming-call", {}],
        ["ask", "http-request", { ...asking, url: "http://api.example/ask", statusIn: "count" }],
        ["good", "say", { say: "It was {count}" }],
      ],
      ["entry next ask", "ask success good"],
    ),
    caller: [],
    world: { http: playHttp([{ url: "*/ask", status: 201 }]) },
  },
  {
    flow: flow(
      "ten throws of a die with three sides",
      [["entry", "incoming-call", {}], ...throws.flatMap(({ split, sides }) => [split, ...sides])],
      ["entry next throw0", ...throws.flatMap(({ lines }) => lines)],
    ),
    caller: [],
  },
];
