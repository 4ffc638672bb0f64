import { testClaim } from "../support/claim-cases.ts";

const when = (condition: string) => ["condition", { cases: [{ name: "yes", when: condition }] }] as const;
const set = (variable: string, value: string) => ["set-variable", { assignments: [{ variable, value }] }] as const;
const tries = { tries: "number" } as const;
const menu = (...keys: readonly string[]) =>
  [
    "menu",
    {
      prompt: { say: "Press a key" },
      timeoutSeconds: 5,
      attempts: 2,
      options: keys.map((key) => ({ key, label: "" })),
    },
  ] as const;

const counted = {
  steps: { in: "incoming-call", ask: menu("1"), count: set("tries", "tries + 1"), enough: when("tries >= 3") },
  variables: tries,
} as const;

const silentFlows = {
  proven: {
    "a menu that gives up": {
      steps: { in: "incoming-call", ask: menu("1"), bye: ["say", { say: "Good bye" }] },
      edges: ["in > ask.exhausted > bye"],
      // Twice 1.2 s of prompt and 5 s of waiting, then 0.8 s.
      says: "within 14 s and 3 steps.",
    },
    "a counter lets go after three rounds": {
      ...counted,
      edges: ["in > ask.exhausted > count > enough.otherwise > ask"],
      says: "within 38 s and 10 steps.",
    },
    "music of a length of its own": {
      steps: { in: "incoming-call", music: ["play", { play: "a.wav", repeat: true, maxSeconds: 30 }] },
      edges: ["in > music"],
      says: "within 30 s and 2 steps.",
    },
    "a recording is over at its end, whoever says nothing": {
      steps: { in: "incoming-call", note: ["record", { prompt: { say: "" }, maxSeconds: 90, finishKeys: "" }] },
      edges: ["in > note"],
      says: "within 90 s and 2 steps.",
    },
    "a web server may keep a caller waiting": {
      steps: { in: "incoming-call", ask: ["http-request", { url: "http://crm.example", timeoutSeconds: 7 }] },
      edges: ["in > ask"],
      says: "within 7 s and 2 steps.",
    },
    "what is read out may be long": {
      steps: {
        in: "incoming-call",
        ask: ["http-request", { url: "http://crm.example", fields: [{ path: "name", variable: "name" }] }],
        hello: ["say", { say: "Hello {name}" }],
      },
      variables: { name: "text" },
      edges: ["in > ask.success > hello"],
      says: "apart from the time to read out {name}.",
    },
    "a loop over five days": {
      steps: {
        in: "incoming-call",
        days: ["loop", { source: "own", items: ["1", "2", "3", "4", "5"] }],
        day: ["say", { say: "Day" }],
      },
      edges: ["in > days.each > day"],
      says: "within 3 s and 2 steps.",
    },
    "a loop that reads out its entries": {
      steps: {
        in: "incoming-call",
        days: ["loop", { source: "own", items: ["Monday", "all of the other days of the week"] }],
        day: ["say", { say: "{item}" }],
      },
      edges: ["in > days.each > day"],
      // A word, and eight.
      says: "within 4 s and 2 steps.",
    },
    "an office that is closed": {
      steps: {
        in: "incoming-call",
        ask: menu("1"),
        closed: set("tries", "1.0"),
        who: when("tries == 1"),
        again: "say",
      },
      variables: tries,
      edges: ["in > closed > who.yes > ask", "who.otherwise > again > who"],
      says: "within 13 s",
    },
  },
  refuted: {
    "no input leads back to the question": {
      steps: { in: "incoming-call", ask: menu("1") },
      edges: ["in > ask.no-input > ask"],
      says: 'never let go: the call goes on and on at "The ask step".',
      caller: "",
      shows: ["silent for 5 s"],
    },
    "music without an end": {
      steps: { in: "incoming-call", music: ["play", { play: "a.wav", repeat: true }] },
      edges: ["in > music"],
      says: '"The music step"',
      caller: "",
    },
    "a desk that does not answer is tried again and again": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "2000" }], sorry: "say" },
      edges: ["in > desk.failed > sorry > desk"],
      says: '"The desk step" and "The sorry step"',
      caller: "",
      shows: ["transfer to 2000 failed"],
    },
    "a web server that is down": {
      steps: { in: "incoming-call", ask: ["http-request", { url: "http://crm.example" }], wait: "delay" },
      edges: ["in > ask.failure > wait > ask"],
      says: '"The ask step"',
      caller: "",
      shows: ["asks   GET http://crm.example: 400"],
    },
    "a recording again and again": {
      steps: { in: "incoming-call", note: ["record", { maxSeconds: 5 }] },
      edges: ["in > note > note"],
      says: '"The note step"',
      caller: "talk 0",
    },
    "whoever is called hears it for ever": {
      steps: { in: "incoming-call", dial: ["place-call", { number: "102" }], bye: "hang-up", music: "say" },
      edges: ["in > dial > bye", "dial.answered > music > music"],
      says: '"The music step"',
      caller: "",
      shows: ["call placed to 102: answered"],
    },
    "by bad luck": {
      steps: { in: "incoming-call", split: "random-split", hello: "say" },
      edges: ["in > split.a > hello > hello"],
      says: '"The hello step"',
      caller: "",
    },
    "on a holiday at one office, when the other is not closed": {
      steps: {
        in: "incoming-call",
        here: ["business-hours", { calendar: "here" }],
        there: ["business-hours", { calendar: "there" }],
        end: "hang-up",
        song: "say",
      },
      edges: ["in > here.holiday > there.open > song > song", "here.open > end", "here.closed > end"],
      says: '"The song step"',
      caller: "",
    },
    "for those who are in a table": {
      steps: {
        in: "incoming-call",
        find: ["lookup", { table: "people", key: "call.caller", fields: [{ column: "kind", variable: "name" }] }],
        dear: when('name == "dear"'),
        song: "say",
      },
      edges: ["in > find.found > dear.yes > song > song"],
      variables: { name: "text" },
      says: '"The song step"',
      caller: "",
    },
    "for those who are in none": {
      steps: { in: "incoming-call", find: ["lookup", { table: "people" }], song: "say" },
      edges: ["in > find.not-found > song > song"],
      says: '"The song step"',
      caller: "",
    },
    "on Sundays only": {
      steps: { in: "incoming-call", sunday: when("call.began.getDayOfWeek() == 0"), closed: "say" },
      edges: ["in > sunday.yes > closed > closed"],
      says: '"The closed step"',
      caller: "",
    },
  },
  unclear: {
    "OzML of the author's own": {
      steps: { in: "incoming-call", raw: ["raw-ozml", { ozml: '<UserInput Repeat="true"><Inputs/></UserInput>' }] },
      edges: ["in > raw"],
      says: 'What the OzML in "The raw step" does',
    },
    "chance may have it go round, and some day it does not": {
      steps: { in: "incoming-call", split: "random-split", hello: "say" },
      edges: ["in > split.a > hello > split"],
      says: 'may go on and on at "The hello step" and "The split step"',
    },
    "an office says the same all the time": {
      steps: {
        in: "incoming-call",
        first: ["business-hours", { calendar: "office" }],
        second: ["business-hours", { calendar: "office" }],
        song: "say",
      },
      edges: ["in > first.closed > second.open > song > song"],
      says: 'may go on and on at "The song step"',
    },
    "a condition that nothing tried comes to": {
      steps: { in: "incoming-call", odd: when('call.caller.matches("^9{7}1$")'), hello: "say" },
      edges: ["in > odd.yes > hello > hello"],
      says: 'may go on and on at "The hello step"',
    },
  },
} as const;

testClaim("silent-caller-ends", silentFlows);

testClaim("every-path-ends", {
  proven: {
    "a key has the question asked again": {
      steps: { in: "incoming-call", ask: menu("1") },
      edges: ["in > ask.1 > ask"],
      says: "presses nothing more is off the line within 13 s",
    },
    "who stops in the middle of an entry is waited for": {
      steps: {
        in: "incoming-call",
        ask: ["collect-digits", { prompt: { say: "" }, attempts: 1, timeoutSeconds: 4, minDigits: 2, maxDigits: 6 }],
        hold: ["delay", { seconds: 50 }],
      },
      variables: { digits: "text" },
      edges: ["in > ask.entered > hold"],
      says: "within 54 s",
    },
  },
  refuted: {
    "behind a key nothing ends": {
      steps: { in: "incoming-call", ask: menu("1", "2"), music: "say" },
      edges: ["in > ask.2 > music > music"],
      says: 'never let go: the call goes on and on at "The music step".',
      caller: "2",
    },
    "behind a number that must be keyed in": {
      steps: {
        in: "incoming-call",
        ask: ["collect-digits", { minDigits: 4, maxDigits: 4, accept: 'digits == "4711"' }],
        music: "say",
      },
      variables: { digits: "text" },
      edges: ["in > ask.entered > music > music"],
      says: '"The music step"',
      caller: "4711",
    },
    "behind two wrong entries": {
      steps: { in: "incoming-call", ask: menu("1"), music: "say" },
      edges: ["in > ask.invalid > music > music"],
      says: '"The music step"',
      caller: "timeout,0",
    },
    "behind an answer that says so": {
      steps: {
        in: "incoming-call",
        ask: ["http-request", { url: "http://crm.example", fields: [{ path: "a.b[1]", variable: "name" }] }],
        who: when('name == "Ann"'),
        music: "say",
      },
      variables: { name: "text" },
      edges: ["in > ask.success > who.yes > music > music"],
      says: '"The music step"',
      caller: "",
      shows: ["asks   GET http://crm.example: 200"],
    },
    "whoever is called and presses a key": {
      steps: { in: "incoming-call", dial: ["place-call", { number: "102" }], ask: menu("1"), music: "say" },
      edges: ["in > dial.answered > ask.1 > music > music"],
      says: '"The music step"',
      caller: "",
      shows: ["call placed to 102: answered"],
    },
  },
});

testClaim("no-trap", {
  proven: {
    "a way out of the round": {
      steps: { in: "incoming-call", ask: menu("1", "2"), bye: "hang-up" },
      edges: ["in > ask.exhausted > ask.1 > ask.2 > bye"],
      says: "an end of the call can be reached.",
    },
    "a desk that may answer": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "1" }], wait: "delay" },
      edges: ["in > desk.failed > wait > desk"],
      says: "an end of the call can be reached.",
    },
    "out by the right number": {
      steps: {
        in: "incoming-call",
        ask: ["collect-digits", { minDigits: 4, maxDigits: 4, accept: 'digits == "4711"' }],
      },
      variables: { digits: "text" },
      edges: ["in > ask.exhausted > ask"],
      says: "an end of the call can be reached.",
    },
  },
  refuted: {
    "two menus that lead to each other": {
      steps: { in: "incoming-call", first: menu("1", "9"), one: menu("1"), two: menu("1") },
      edges: ["in > first.1 > one.1 > two.1 > one", "one.exhausted > two.exhausted > one"],
      says: 'Who has got to "The one step" and "The two step" never gets out',
      caller: "1",
    },
  },
  unclear: {
    "out on one day only, and nobody knows if it comes": {
      steps: {
        in: "incoming-call",
        wait: "delay",
        late: when("call.began.getHours() > 20"),
      },
      edges: ["in > wait > late.otherwise > wait"],
      says: 'out of "The in step", "The late step" and "The wait step" depends on values',
    },
  },
});

testClaim("person-reachable", {
  proven: {
    "from the menu": {
      steps: { in: "incoming-call", ask: menu("1"), desk: ["transfer", { target: "2000" }] },
      edges: ["in > ask.1 > desk"],
      says: "some keys lead to a person who answers.",
    },
    "behind the right PIN": {
      steps: {
        in: "incoming-call",
        ask: ["collect-digits", { minDigits: 4, maxDigits: 4, accept: 'digits == "4711"' }],
        desk: ["transfer", { target: "2000" }],
      },
      variables: { digits: "text" },
      edges: ["in > ask.entered > desk"],
      says: "some keys lead to a person who answers.",
    },
  },
  refuted: {
    "a menu behind the menu": {
      steps: { in: "incoming-call", ask: menu("1", "2"), desk: ["transfer", { target: "2000" }], hours: menu("1") },
      edges: ["in > ask.1 > desk", "ask.2 > hours"],
      says: 'Who is asked at "The hours step" reaches nobody any more',
      caller: "2",
      shows: ["keys   2"],
    },
  },
  silent: {
    "nobody is ever transferred": { steps: { in: "incoming-call", ask: menu("1") }, edges: ["in > ask"] },
    "nobody is asked": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "2000" }] },
      edges: ["in > desk"],
    },
  },
});

testClaim("no-loop-without-input", {
  proven: {
    "the round asks": {
      steps: { in: "incoming-call", ask: menu("1") },
      edges: ["in > ask.exhausted > ask"],
      says: "the caller is asked.",
    },
    "counted, and then over": {
      steps: {
        in: "incoming-call",
        count: set("tries", "tries + 1"),
        hello: "say",
        enough: when("tries >= 99"),
      },
      variables: tries,
      edges: ["in > count > hello > enough.otherwise > count"],
      says: "the caller is asked.",
    },
  },
  refuted: {
    "an announcement for ever, behind a key": {
      steps: { in: "incoming-call", ask: menu("1"), hello: "say", music: "play" },
      edges: ["in > ask.1 > hello > music > hello"],
      says: '"The hello step" and "The music step", and nobody is asked',
      caller: "1",
    },
  },
  unclear: {
    "counted further than anybody follows": {
      steps: {
        in: "incoming-call",
        count: set("tries", "tries + 1"),
        hello: "say",
        enough: when("tries >= 150"),
      },
      variables: tries,
      edges: ["in > count > hello > enough.otherwise > count"],
      says: "How often a call goes round at",
    },
  },
});
