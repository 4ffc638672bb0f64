import { playHttp } from "@ozflow/compiler";
import { asking, flow, one, press, question, type TellingFlow } from "./telling-flow.ts";

/** What web servers answer, and what is made of it. */
export const aboutRequests: readonly TellingFlow[] = [
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
      "a web server that nobody reaches, asked because of a key",
      [
        ["entry", "incoming-call", {}],
        ["menu", "menu", { ...question, attempts: 1, prompt: { say: "Which?" }, options: [one] }],
        ["ask", "http-request", { ...asking, url: "http://api.example/nowhere" }],
        ["good", "say", { say: "Good" }],
        ["failed", "say", { say: "Failed" }],
      ],
      ["entry next menu", "menu 1 ask", "ask success good", "ask failure failed"],
    ),
    caller: [press("1")],
    world: { http: playHttp([{ url: "*/nowhere", fault: "nobody answers" }]) },
  },
];
