import { type CallerAction, type Flow, readFlow, stepDefinitions, type World } from "@ozflow/compiler";
import fc from "fast-check";

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

const prompt = fc.oneof(
  word.map((say) => ({ say })),
  fc.record({ say: word, language: fc.constantFrom("en-US", "es-ES") }),
  fc.constantFrom({ play: "welcome.wav" }, { play: "http://audio.example/a.mp3?x=1&y=2" }),
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

/** Random data for each kind of step; a kind without an entry here fails the suite. */
const dataOf: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  "incoming-call": fc.constant({}),
  "outgoing-call": fc.record({
    number,
    callerId: word,
    callerDisplayName: word,
    given: fc.constantFrom([], ["name"], ["count", "flag"]),
  }),
  say: fc.record({ say: word }),
  play: fc.constantFrom({ play: "a.wav" }, { play: "{name}.wav" }),
  delay: fc.record({ seconds: fc.integer({ min: 1, max: 3 }) }),
  menu: fc
    .tuple(fc.record(attempts), keys)
    .map(([rest, chosen]) => ({ ...rest, options: chosen.map((key) => ({ key, label: `to ${key}` })) })),
  "collect-digits": fc
    .tuple(fc.record(attempts), digits, fc.option(truth, { nil: undefined }))
    .map(([rest, [minDigits, maxDigits], accept]) => ({
      ...rest,
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
  transfer: fc.record({ target: number }),
  "place-call": fc.record({ number, callerId: word, callerDisplayName: word }),
  "send-sms": fc.record({
    recipient: number,
    text: fc.constantFrom("Hi {name}", "a & b"),
    sender: fc.constantFrom("", "3000"),
  }),
  condition: fc
    .array(truth, { minLength: 1, maxLength: 3 })
    .map((cases) => ({ cases: cases.map((when, index) => ({ name: `case-${index}`, when })) })),
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
  "hang-up": fc.constant({}),
  reject: fc.constant({}),
};

const variables: Flow["variables"] = [
  { name: "name", type: "text", initial: "nobody" },
  { name: "count", type: "number" },
  { name: "flag", type: "truth" },
];

const kinds = stepDefinitions.map((one) => one.type).filter((type) => !type.endsWith("-call") || type === "place-call");

/** A flow of up to `maxSteps` steps whose ports lead anywhere: loops, joins, dead ends, unreachable parts. */
export function randomFlow(maxSteps = 8): fc.Arbitrary<Flow> {
  const step = fc
    .constantFrom(...kinds)
    .chain((type) => (dataOf[type] ?? fc.constant({})).map((data) => ({ type, data })));
  return fc
    .tuple(
      fc
        .constantFrom("incoming-call", "outgoing-call")
        .chain((type) => (dataOf[type] ?? fc.constant({})).map((data) => ({ type, data }))),
      fc.array(step, { minLength: 1, maxLength: maxSteps }),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    )
    .map(([entry, others, choices]) => {
      const steps = [entry, ...others].map((one, index) => ({
        id: index === 0 ? "entry" : `s${index}`,
        label: `Step ${index}`,
        ...one,
      }));
      let next = 0;
      const edges = steps.flatMap((one) => {
        const definition = stepDefinitions.find((definition) => definition.type === one.type);
        return (definition?.ports(one.data) ?? []).flatMap((port) => {
          const choice = choices[next % choices.length] ?? 0;
          next += 1;
          // One port in eight stays unconnected; the entry always leads somewhere.
          if (choice % 8 === 0 && one.id !== "entry") return [];
          return [{ from: one.id, port: port.id, to: steps[1 + (choice % (steps.length - 1))]?.id ?? "s1" }];
        });
      });
      return {
        formatVersion: 1,
        name: "random",
        languages: ["en-US"],
        variables,
        steps,
        edges,
        notes: [],
        layout: {},
      } as Flow;
    });
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

export const randomWorld: fc.Arbitrary<World> = fc.constantFrom<World>(
  { maxEvents },
  { maxEvents, unreachable: ["2000", "nobody"] },
  {
    maxEvents,
    unreachable: ["2001"],
    callees: { "102": [{ does: "press", keys: "1" }] },
    audioSeconds: { "welcome.wav": 1.5 },
  },
);

/** True when the file reader accepts the flow: a generator that makes refused flows tests nothing. */
export function isAccepted(flow: Flow): boolean {
  return "flow" in readFlow(flow);
}
