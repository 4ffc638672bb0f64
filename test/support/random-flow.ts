import {
  type CallerAction,
  type Flow,
  playHttp,
  readFlow,
  type StepDefinition,
  stepDefinitions,
  type World,
} from "@ozflow/compiler";
import fc from "fast-check";
import { calledFlows } from "./called-flows.ts";
import { tablesOf } from "./tables.ts";

/** Words that are hard on writers, readers and templates. */
const word = fc.constantFrom(
  "Hello",
  "press one",
  "",
  "a & b < c > d",
  "]]>",
  "\"quoted\" 'too'",
  "áé ñ 日本 🎉",
  "{name}",
  "{call.caller}",
  "{count} of {count + 1}",
  "{{braces}}",
  "five dollars $ and 50%",
  "  padded \n twice ",
  "\ue0000\ue001",
  "\u0007bell",
);

/** Codes of random flows; one of them is hard on addresses. */
const codes = ["en-US", "es-ES", "x_y z"] as const;

const sound = fc.oneof(
  word.map((say) => ({ say })),
  fc.record({ say: word, language: fc.constantFrom("en-US", "es-ES") }),
  fc.constantFrom({ play: "welcome.wav" }, { play: "prompt:abc_1-2" }, { play: "http://audio.example/a.mp3?x=1&y=2" }),
);
/** What is said in other languages, of the flow's or not. */
const translations = fc.dictionary(
  fc.constantFrom(...codes, "fr"),
  fc.oneof(
    sound,
    word.map((say) => ({ say: `¡${say}`, of: "other words" })),
    fc.array(sound, { minLength: 1, maxLength: 2 }).map((parts) => ({ parts })),
  ),
  { minKeys: 1, maxKeys: 3 },
);
const translated = <T>(one: fc.Arbitrary<T>) =>
  fc.tuple(one, fc.option(translations, { nil: undefined })).map(([it, others]) => ({
    ...it,
    ...(others === undefined ? {} : { translations: others }),
  }));
const pause = fc.constantFrom({ pauseSeconds: 1 }, { pauseSeconds: 3 });
const prompt = translated(
  fc.oneof(
    { weight: 3, arbitrary: sound },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof({ weight: 3, arbitrary: sound }, { weight: 1, arbitrary: pause }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((parts) => ({ parts })),
    },
  ),
);

const number = fc.constantFrom("2000", "2001", "102", "{name}", "+36 1 234");
const truth = fc.constantFrom(
  "true",
  "false",
  'name == "12"',
  "count < 3",
  "flag",
  "count % 2 == 0",
  "double(name) > 5",
  "name.size() > 1",
);

const attempts = {
  prompt,
  timeoutSeconds: fc.integer({ min: 1, max: 5 }),
  attempts: fc.integer({ min: 1, max: 3 }),
  noInputPrompt: prompt,
  invalidPrompt: prompt,
};

const keys = fc.uniqueArray(fc.constantFrom("1", "2", "3", "0", "*", "#"), { minLength: 1, maxLength: 4 });
const digits = fc.constantFrom([1, 1], [4, 4], [2, 2], [1, 3], [2, 4]);

const side = fc.constantFrom<{ party?: "all" | "callee"; callId?: string }>(
  {},
  { party: "all" },
  { party: "callee", callId: "x9" },
);

/** What is known of the calls to random flows. Calendars are called by what they say. */
export const randomFacts = {
  caller: "100",
  dialed: "8000",
  hours: { open: "open", closed: "closed", holiday: "holiday" },
  tables: tablesOf({
    people: { "100": { name: "Ann", count: "7", flag: "yes" }, "12": { name: "<Bob> {&}", count: "many", flag: "no" } },
  }),
} as const;

/** Random data for each kind of step; a kind without an entry here fails the suite. */
const ends = fc.constantFrom<readonly string[]>([], ["done"]);

const dataOf: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  "incoming-call": fc.constant({}),
  "outgoing-call": fc.record({
    number,
    callerId: word,
    callerDisplayName: word,
    given: fc.constantFrom([], ["name"], ["count", "flag"]),
  }),
  "call-changed": fc
    .uniqueArray(fc.constantFrom("Ringing", "InCall", "Hold", "Completed"), { minLength: 1, maxLength: 3 })
    .chain((states) => fc.constantFrom({ states }, { states, stateIn: "name" })),
  routing: fc.constantFrom({}, { lastStateIn: "name" }, { lastExtensionIn: "name", lastDialedIn: "other" }),
  "message-received": fc.constantFrom({}, { textIn: "name" }, { senderIn: "name", recipientIn: "other" }),
  "delivery-report": fc.constantFrom({}, { messageIdIn: "name", statusIn: "other" }),
  say: fc.tuple(translated(word.map((say) => ({ say }))), side).map(([said, who]) => ({ ...said, ...who })),
  play: fc
    .tuple(
      translated(
        fc.constantFrom(
          { play: "a.wav" },
          { play: "{name}.wav" },
          { play: "b.wav", repeat: true, maxSeconds: 4 },
          { play: "c.wav", maxSeconds: 1 },
        ),
      ),
      side,
    )
    .map(([file, who]) => ({ ...file, ...who })),
  beep: fc.constant({}),
  delay: fc.record({ seconds: fc.integer({ min: 1, max: 3 }) }),
  menu: fc
    .tuple(fc.record(attempts), keys)
    .map(([rest, chosen]) => ({ ...rest, options: chosen.map((key) => ({ key, label: `to ${key}` })) })),
  "collect-digits": fc
    .tuple(fc.record(attempts), digits, fc.option(truth, { nil: undefined }), fc.boolean())
    .map(([rest, [minDigits, maxDigits], accept, withoutPause]) => ({
      ...rest,
      ...(withoutPause ? { withoutPause } : {}),
      minDigits,
      maxDigits,
      saveTo: "name",
      ...(accept === undefined ? {} : { accept }),
    })),
  record: fc
    .record({
      prompt,
      maxSeconds: fc.integer({ min: 1, max: 20 }),
      saves: fc.boolean(),
      silence: fc.boolean(),
      finishKeys: fc.constantFrom("", "#", "*#"),
    })
    .map(({ saves, silence, ...rest }) => ({
      ...rest,
      format: "wav",
      ...(saves ? { saveTo: "name" } : {}),
      ...(silence ? { silenceSeconds: 2 } : {}),
    })),
  transfer: fc
    .tuple(number, fc.constantFrom({}, { transferor: "caller" }, { callId: "x9" }))
    .map(([target, who]) => ({ target, ...who })),
  "attended-transfer": fc.constantFrom(
    { targetCallId: "x9" },
    { targetCallId: "{name}", callId: "y8", transferor: "caller" },
  ),
  forward: fc.tuple(number, side).map(([destination, { callId }]) => ({ destination, ...(callId ? { callId } : {}) })),
  hold: fc.constantFrom({ action: "hold" }, { action: "unhold" }, { action: "hold", callId: "x9" }),
  "send-dtmf": fc.tuple(fc.constantFrom("1", "42#"), side).map(([pressed, who]) => ({ keys: pressed, ...who })),
  "receive-alarm": fc.constant({}),
  "wait-for-message": fc.constant({ connection: "admin@localhost", timeoutSeconds: 5, name: "answer" }),
  "request-call": fc.record({ number, extension: fc.constant(""), callerId: word, callerDisplayName: word }),
  "call-setup": fc.record({ caller: number, callee: number }),
  "send-email": fc.record({
    recipient: fc.constant("desk@example.com"),
    subject: word,
    text: fc.constantFrom("Hi {name}", "a & b"),
    sender: fc.constantFrom("", "ivr@example.com"),
  }),
  "send-message": fc.record({
    connection: fc.constant("admin@localhost"),
    address: fc.constantFrom("", "{name}"),
    text: fc.constantFrom("Hi {name}", "<b>"),
  }),
  "send-alarm": fc.record({
    number,
    account: fc.constant("1234"),
    eventCode: fc.constantFrom("1", "110"),
    qualifier: fc.constantFrom("NewEvent", "StatusReport"),
    partition: fc.constant("1"),
    zone: fc.constant("10"),
  }),
  file: fc.constantFrom(
    { action: "move", file: "/a/{name}.wav", directory: "/old" },
    { action: "delete", file: "/a.wav", directory: "" },
  ),
  loop: fc.constantFrom(
    { source: "own", items: ["Monday", "{name}", "a & b"], list: "" },
    { source: "own", items: [], list: "" },
    { source: "pbx", items: [], list: "voicemails" },
    { source: "pbx", items: [], list: "no-such-list" },
  ),
  "raw-ozml": fc.constantFrom(
    { ozml: "<speak>plain &amp; raw {name}</speak>" },
    { ozml: '<Response><Var id="word">x</Var><Speak>$word</Speak><Beep/></Response>' },
    {
      ozml: '<UserInput Timeout="2" Digits="1"><Inputs><Input key="1"><Speak>one</Speak></Input></Inputs></UserInput>',
    },
    { ozml: "<Response><Hangup/></Response>" },
    { ozml: '<GoTo Url="http://elsewhere.example/menu"/>' },
  ),
  route: fc
    .tuple(number, fc.constantFrom("route", "reject"))
    .map(([destination, action]) => ({ action, destination, callerId: "", dialedNumber: "{name}" })),
  "go-to": fc.constantFrom({ url: "http://elsewhere.example/menu" }, { url: "http://elsewhere.example/{name}" }),
  "place-call": fc.record({ number, callerId: word, callerDisplayName: word }),
  "send-sms": fc.record({
    recipient: number,
    text: fc.constantFrom("Hi {name}", "a & b"),
    sender: fc.constantFrom("", "3000"),
    report: fc.constantFrom(true, false, undefined),
  }),
  condition: fc
    .array(truth, { minLength: 1, maxLength: 3 })
    .map((cases) => ({ cases: cases.map((when, index) => ({ name: `case-${index}`, when })) })),
  "business-hours": fc.constantFrom("open", "closed", "holiday").map((calendar) => ({ calendar })),
  lookup: fc.record({
    table: fc.constantFrom("people", "nobody"),
    key: fc.constantFrom("call.caller", "name", '"100"', "string(count)", "string(double(name))"),
    fields: fc.uniqueArray(
      fc.constantFrom(
        { column: "name", variable: "name" },
        { column: "count", variable: "count" },
        { column: "flag", variable: "flag" },
        { column: "none", variable: "name" },
      ),
      { maxLength: 3 },
    ),
  }),
  "random-split": fc
    .array(fc.constantFrom(0, 1, 30, 999), { minLength: 2, maxLength: 4 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => ({ ways: weights.map((weight, index) => ({ name: `way-${index}`, weight })) })),
  "set-variable": fc
    .array(
      fc.constantFrom(
        { variable: "count", value: "count + 1" },
        { variable: "count", value: "double(name)" },
        { variable: "name", value: 'name + "1"' },
        { variable: "name", value: 'string(count) + "<&>"' },
        { variable: "flag", value: "!flag" },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((assignments) => ({ assignments })),
  "set-language": fc.oneof(
    fc.constantFrom(...codes).map((language) => ({ by: "language", language })),
    fc
      .constantFrom("name", "call.caller", '"es"', '"X-Y Z"', '"fr"', "string(double(name))")
      .map((value) => ({ by: "value", language: "", value })),
  ),
  "http-request": fc
    .record({
      method: fc.constantFrom("GET", "POST", "DELETE"),
      url: fc.constantFrom("http://api.example/{name}", "http://api.example/count?n={count + 1}#there"),
      query: fc.constantFrom([], [{ name: "who & what", value: "{name}/{other}" }]),
      headers: fc.constantFrom(
        [],
        [
          { name: "X-Caller", value: "{call.caller}" },
          { name: "Authorization", secret: "crm" },
        ],
      ),
      body: fc.constantFrom<Record<string, unknown>>(
        { bodyKind: "none" },
        {
          bodyKind: "json",
          json: '{ "name": "{name}", "list": ["{count}", { "flag": "{flag}", "said": "no. {count}" }] }',
        },
        { bodyKind: "form", form: [{ name: "n", value: "{name} & more" }] },
        { bodyKind: "text", text: "{{plain}} {other}" },
      ),
      fields: fc.constantFrom(
        [],
        [{ path: "name", variable: "name" }],
        [
          { path: "list[1].n", variable: "count" },
          { path: "flag", variable: "flag" },
          { path: "none", variable: "other" },
        ],
      ),
      statuses: fc.constantFrom([], [404], [204, 409]),
      retries: fc.constantFrom(0, 2),
    })
    .chain(({ body, ...rest }) =>
      fc.constantFrom({}, { statusIn: "count" }).map((kept) => ({ ...rest, ...body, ...kept, timeoutSeconds: 5 })),
    ),
  disposition: fc.record({ disposition: fc.constantFrom("sold", "asked"), note: word }),
  "sub-flow": fc.oneof(
    fc.record({ parameters: fc.constant([]), results: fc.constant([]), ends, flow: fc.constant("plain") }),
    fc.record({
      flow: fc.constantFrom("ask", "talk"),
      parameters: fc.constantFrom([], [{ variable: "given", value: 'name + " {x}"' }]),
      results: fc.constantFrom([], [{ from: "found", variable: "name" }]),
      ends,
    }),
  ),
  return: fc.constantFrom({ name: "" }, { name: "done" }),
  "hang-up": fc.constant({}),
  reject: fc.constant({}),
};

const variables: Flow["variables"] = [
  { name: "name", type: "text", initial: "nobody" },
  { name: "other", type: "text" },
  { name: "count", type: "number" },
  { name: "flag", type: "truth" },
];

type Context = StepDefinition["contexts"][number];

interface Drawn {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const kindsIn = (context: Context) =>
  stepDefinitions.filter((one) => one.entry === undefined && one.contexts.includes(context)).map((one) => one.type);

/** Kinds that ask, remember or fetch: inside of another step they are refused. */
const notInside = new Set(
  "menu collect-digits record disposition random-split lookup set-variable set-language http-request place-call go-to reject raw-ozml sub-flow".split(
    " ",
  ),
);
const insideKinds = kindsIn("extension").filter((type) => !notInside.has(type));

/** Steps that make languages meet, more of them than chance alone would bring. */
const speaking = ["set-language", "say"];

const drawn = (types: readonly string[]): fc.Arbitrary<Drawn> =>
  fc.constantFrom(...types).chain((type) => (dataOf[type] ?? fc.constant({})).map((data) => ({ type, data })));

/** Texts that read what the PBX gives inside of each step, with what is hard on the end of a name behind it. */
const readingInside: Readonly<Record<string, readonly string[]>> = {
  loop: ["{item}", "{item}. And {item}s", "{item}{name}", "on {item}"],
  "receive-alarm": ["{eventcode} in {zone}", "{account}.{partition}"],
};

const entryKinds = stepDefinitions.filter((one) => one.entry !== undefined);
const entryTypes = [...Array(4).fill("incoming-call"), "outgoing-call", ...entryKinds.map((one) => one.type)];

/**
 * A flow of up to `maxSteps` steps whose ports lead anywhere: loops, joins, dead ends, unreachable parts. What is inside
 * of a step leads on, ends or comes back. Where no call is ours every line leads on, for there nobody could hang up.
 */
export function randomFlow(maxSteps = 8): fc.Arbitrary<Flow> {
  return drawn(entryTypes).chain((entry) => {
    const context = entryKinds.find((one) => one.type === entry.type)?.contexts[0] ?? "extension";
    return fc
      .tuple(
        fc.array(
          fc.oneof({ weight: 6, arbitrary: drawn(kindsIn(context)) }, { weight: 1, arbitrary: drawn(speaking) }),
          {
            minLength: 1,
            maxLength: maxSteps,
          },
        ),
        fc.array(drawn(insideKinds), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        fc.constantFrom<readonly string[]>([codes[0]], codes, [codes[1], codes[0]]),
      )
      .map(([others, inner, choices, languages]) => ({
        ...settingOnly(languages, connect([entry, ...others], inner, choices, context)),
        languages: [...languages],
      }));
  });
}

/** Languages that the flow does not have are refused. */
function settingOnly(languages: readonly string[], flow: Flow): Flow {
  const [first = ""] = languages;
  const steps = flow.steps.map((step) => {
    const language = step.data["language"];
    const isOthers = step.type === "set-language" && !languages.includes(String(language || first));
    return isOthers ? { ...step, data: { ...step.data, language: first } } : step;
  });
  return { ...flow, steps };
}

function connect(outer: readonly Drawn[], inner: readonly Drawn[], choices: readonly number[], context: Context): Flow {
  let turn = 0;
  const choose = () => {
    turn += 1;
    return choices[turn % choices.length] ?? 0;
  };
  const steps: Flow["steps"][number][] = [];
  const edges: Flow["edges"][number][] = [];
  const portsOf = (one: Drawn) => stepDefinitions.find(({ type }) => type === one.type)?.ports(one.data) ?? [];

  function add(id: string, one: Drawn, depth: number, target: (portIndex: number) => string | undefined): void {
    steps.push({ id, label: `Step ${id}`, ...one });
    for (const [index, port] of portsOf(one).entries()) {
      const to = port.body === undefined ? target(index) : fill(id, one.type, port.id, depth);
      if (to !== undefined) edges.push({ from: id, port: port.id, to });
    }
  }

  /** Up to three steps inside of a port, one behind the other; the last ends there or leads back. */
  function fill(around: string, type: string, port: string, depth: number): string | undefined {
    const count = depth > 2 ? 0 : choose() % 4;
    const idOf = (index: number) => `${around}-${port}-${index}`;
    for (let index = 0; index < count; index += 1) {
      const own = inner[choose() % inner.length] ?? { type: "beep", data: {} };
      const texts = readingInside[type];
      const reads = texts !== undefined && choose() % 2 === 0;
      const one = reads ? { type: "say", data: { say: texts[choose() % texts.length] ?? "" } } : own;
      const last = index === count - 1;
      add(idOf(index), one, depth + 1, () => {
        if (!last) return idOf(index + 1);
        return choose() % 2 === 0 ? around : undefined;
      });
    }
    return count === 0 ? undefined : idOf(0);
  }

  const idOf = (index: number) => (index === 0 ? "entry" : `s${index}`);
  for (const [at, one] of outer.entries()) {
    add(idOf(at), one, 0, () => {
      const choice = choose();
      // One port in eight stays unconnected; the entry always leads somewhere.
      if (choice % 8 === 0 && at !== 0) return undefined;
      const first = context === "extension" ? 1 : at + 1;
      return first >= outer.length ? undefined : idOf(first + (choice % (outer.length - first)));
    });
  }
  if (context === "extension" && steps.some((step) => step.data["report"] === true)) addReport(steps, edges, choose());
  return {
    formatVersion: 1,
    name: "random",
    languages: ["en-US"],
    variables,
    steps,
    edges,
    ...(steps.some((step) => step.type === "sub-flow") ? { subFlows: calledFlows } : {}),
    notes: [],
    layout: {},
  };
}

/** What is done when the report of an SMS comes: it reads what the call knew when it was sent, and what is told. */
function addReport(steps: Flow["steps"][number][], edges: Flow["edges"][number][], choice: number): void {
  const text = "{name} {count} {call.caller}: {other}";
  const answers = [
    { id: "answer", type: "send-sms", label: "Answer", data: { recipient: "2000", text, sender: "" } },
    {
      id: "answer",
      type: "place-call",
      label: "Answer",
      data: { number: "102", callerId: "{other}", callerDisplayName: "" },
    },
    {
      id: "answer",
      type: "set-variable",
      label: "Answer",
      data: { assignments: [{ variable: "count", value: "count + 1" }] },
    },
  ];
  steps.push(
    { id: "report", type: "delivery-report", label: "Report", data: { statusIn: "other" } },
    answers[choice % answers.length] ?? { id: "answer", type: "beep", label: "Answer", data: {} },
    {
      id: "told",
      type: "send-email",
      label: "Told",
      data: { recipient: "a@example.com", subject: "", text, sender: "" },
    },
  );
  edges.push({ from: "report", port: "next", to: "answer" }, { from: "answer", port: "next", to: "told" });
}

const press = fc
  .tuple(
    fc.oneof(
      fc.constantFrom("1", "2", "3", "0", "*", "#", "12", "1234", "12*4", "99"),
      fc.stringMatching(/^[0-9*#]{1,5}$/),
    ),
    fc.option(fc.constantFrom(0, 0.3, 1, 2.5, 8), { nil: undefined }),
  )
  .map(
    ([pressed, atSeconds]): CallerAction => ({
      does: "press",
      keys: pressed,
      ...(atSeconds === undefined ? {} : { atSeconds }),
    }),
  );

/** What a caller may do, the end of it included. */
export const randomCaller: fc.Arbitrary<readonly CallerAction[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: press },
    { weight: 2, arbitrary: fc.constant<CallerAction>({ does: "nothing" }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<CallerAction>(
        { does: "talk", seconds: 2 },
        { does: "talk", seconds: 4, thenPress: "#" },
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<CallerAction>({ does: "hang-up" }, { does: "hang-up", atSeconds: 1.5 }) },
  ),
  { maxLength: 12 },
);

/** Calls that go round for ever are cut off early: the first rounds say it all. */
const maxEvents = 200;

/** A web server somewhere else: one page, and nothing more. */
const fetch: World["fetch"] = ({ url }) =>
  url === "http://elsewhere.example/menu"
    ? { status: 200, body: "<Response><Speak>Elsewhere</Speak></Response>" }
    : { status: 404, body: "not found" };

/** Each address and method has an answer of its own, good or bad. */
const http = playHttp([
  { method: "GET", url: "http://api.example/nobody*", body: { name: "found", list: [0, { n: 7 }], flag: "yes" } },
  { method: "POST", url: "*count*", status: 204 },
  { url: "*found*", status: 404, body: { name: "unread" } },
  { method: "DELETE", url: "*", status: 503 },
  { method: "POST", url: "*name*", body: "no JSON" },
  { url: "*n=1*", body: { name: "12", list: [] } },
  { url: "*n=2*", status: 409 },
]);

const statuses = [200, 204, 302, 404, 409, 418, 500, 503];

/** Web servers that answer with any status; the same request is answered alike. */
const moody: World["http"] = ({ method, url, body = "" }) => {
  const sum = [...`${method}${url}${body}`].reduce((all, character) => all + (character.codePointAt(0) ?? 0), 0);
  return { status: statuses[sum % statuses.length] ?? 200, body: '{ "name": "12", "flag": true }' };
};

const voicemails = [
  { date: "Monday", from: "Ann", message: "/new/1.wav" },
  { date: "Tuesday", from: "Bob", message: "/new/2.wav" },
];
const alarm = {
  account: "1234",
  eventQualifier: "NewEvent",
  eventCode: "110",
  eventName: "Fire",
  partition: "1",
  zone: "7",
};

/** How long the sounds are that random flows play by name. */
export const soundSeconds: Readonly<Record<string, number>> = {
  "welcome.wav": 1.5,
  "prompt:abc_1-2": 4.2,
  "http://audio.example/a.mp3?x=1&y=2": 7,
  "a.wav": 2,
};

export const randomWorld: fc.Arbitrary<World> = fc.constantFrom<World>(
  { maxEvents },
  { maxEvents, http, fetch, lists: { voicemails }, alarm, messages: { "admin@localhost": ["Hi"] } },
  { maxEvents, http },
  { maxEvents, http: moody },
  { maxEvents, http: moody, unreachable: ["2000", "nobody"] },
  {
    maxEvents,
    http,
    unreachable: ["2001"],
    callees: { "102": [{ does: "press", keys: "1" }] },
    audioSeconds: soundSeconds,
  },
);

/** True when the file reader accepts the flow: a generator that makes refused flows tests nothing. */
export function isAccepted(flow: Flow): boolean {
  return "flow" in readFlow(flow);
}
