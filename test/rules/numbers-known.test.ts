import { type Directory, type Flow, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";

const directory: Directory = {
  extensions: ["101", "102", "2000", "2000@localhost", "frontdesk"],
  contacts: ["+36301234567", "777", "anna.kovacs@example.com"],
};

const codes = new Set(["number-unknown", "email-unknown"]);

function found(subject: Flow, known: Directory | "nobody knows" = directory) {
  const { diagnostics } = review(subject, known === "nobody knows" ? {} : { directory: known });
  return diagnostics.filter(({ code }) => codes.has(code));
}

const transferring = (target: string): Flow =>
  flow({ steps: { in: "incoming-call", desk: ["transfer", { target }] }, edges: ["in > desk"] });
const mailing = (recipient: string): Flow =>
  flow({ steps: { in: "incoming-call", mail: ["send-email", { recipient, text: "A call" }] }, edges: ["in > mail"] });

describe("a number that the phone system does not know", () => {
  it.each([
    ["2010", "2000"],
    ["103", "101"],
    ["frontdeks", "frontdesk"],
  ])("such as %s is told, with the nearest as a fix", (target, near) => {
    const told = found(transferring(target));
    expect(told).toMatchObject([{ code: "number-unknown", severity: "warning", step: "desk", path: ["target"] }]);
    expect(told[0]?.message).toContain(`knows no extension "${target}"`);
    expect(told[0]?.message).toContain(`${near} is the nearest that it knows`);
    expect(told[0]?.fix).toMatchObject({
      title: `Write ${near}`,
      edits: [{ edit: "set", step: "desk", path: ["target"], value: near }],
    });
  });

  it("is told without a fix where none is near", () => {
    const [told] = found(transferring("5678"));
    expect(told?.message).toContain("write another one");
    expect(told?.fix).toBeUndefined();
  });

  it("is told of the flow's fallback, which is nobody's step", () => {
    const subject: Flow = { ...transferring("2000"), fallback: { prompt: { say: "Sorry." }, transferTo: "2001" } };
    expect(found(subject).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Flow, when something fails: .*"2001"/),
    ]);
  });

  it.each([
    ["an extension", "2000"],
    ["an extension by its id", "2000@localhost"],
    ["a name, however it is written", "FrontDesk"],
    ["a contact", "777"],
    ["a number outside with its country", "+36309999999"],
    ["a number outside", "0036309999999"],
    ["more digits than any extension has", "55501"],
    ["an address elsewhere", "desk@pbx.example.com"],
    ["a code of the phone system", "*43"],
    ["an emergency number", "112"],
    ["what is known in a call only", "{call.dialed}"],
    ["nothing yet", ""],
  ])("is not %s", (_what, target) => expect(found(transferring(target))).toEqual([]));

  it("is none where nobody knows whom it knows", () => {
    expect(found(transferring("2010"), "nobody knows")).toEqual([]);
    expect(found(transferring("2010"), { extensions: [], contacts: ["777"] })).toEqual([]);
  });

  it("is no number that is only shown", () => {
    const subject = flow({
      steps: { out: ["outgoing-call", { callerId: "4711" }], end: "hang-up" },
      edges: ["out > end"],
    });
    expect(found(subject)).toEqual([]);
  });
});

describe("an e-mail address", () => {
  it("that is a contact's but for a slip is told, with that as a fix", () => {
    const [told] = found(mailing("ana.kovacs@example.com"));
    expect(told).toMatchObject({ code: "email-unknown", fix: { title: "Write anna.kovacs@example.com" } });
  });

  it.each(["anna.kovacs@example.com", "Anna.Kovacs@example.com", "desk@elsewhere.example", "a@b.example, c@d.example"])(
    "such as %s is nobody's to know",
    (recipient) => expect(found(mailing(recipient))).toEqual([]),
  );
});
