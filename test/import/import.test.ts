import { type Flow, findStepDefinition, importOzml } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

/** `menu.1 > transfer`: every line of a flow, in words. */
function linesOf({ edges }: Flow): readonly string[] {
  return edges.map(({ from, port, to }) => `${from}.${port} > ${to}`).sort();
}

function importOne(content: string): Flow {
  return importOzml([{ name: "menu.xml", text: `<Response>${content}</Response>` }]).flow;
}

describe("OzML becomes", () => {
  it("a menu, where keys have inputs; with Repeat a silent caller is asked again", () => {
    const flow = importOne(`
      <UserInput Timeout="5" Repeat="true" Digits="1">
        <InitialCommands><Speak>For sales press one.</Speak></InitialCommands>
        <Inputs>
          <Input key="1"><BlindTransfer>2000</BlindTransfer><Speak>Nobody is free.</Speak></Input>
          <Input key="2"><Hangup/></Input>
        </Inputs>
      </UserInput>`);
    expect(linesOf(flow)).toEqual([
      "incoming-call.next > menu",
      "menu.1 > transfer",
      "menu.2 > hang-up",
      "menu.invalid > menu",
      "menu.no-input > menu",
      "transfer.failed > say",
    ]);
    expect(flow.steps.find((step) => step.id === "menu")?.label).toBe("For sales press one.");
  });

  it("the end of the call, where files lead to each other and nothing happens on the way", () => {
    const goTo = (to: string) => `<Response><GoTo>http://app.example/${to}</GoTo></Response>`;
    const { flow, warnings } = importOzml([
      { name: "start.xml", text: `<Response><Beep/><GoTo>http://app.example/a.xml</GoTo></Response>` },
      { name: "a.xml", text: goTo("b.xml") },
      { name: "b.xml", text: goTo("a.xml") },
    ]);
    expect(linesOf(flow)).toEqual(["incoming-call.next > beep"]);
    expect(warnings).toMatchObject(
      ["a.xml", "b.xml"].map((file) => ({ file, message: expect.stringContaining("leads back to itself") })),
    );
  });

  it("a key that leads back, where a question has one: to the question around it, else on behind it", () => {
    const inner = '<UserInput Timeout="5" BackKey="*"><Inputs><Input key="1"><Hangup/></Input></Inputs></UserInput>';
    const flow = importOne(`<UserInput Timeout="5"><Inputs><Input key="7">${inner}</Input></Inputs></UserInput>`);
    expect(linesOf(flow)).toEqual([
      "incoming-call.next > menu-2",
      "menu-2.7 > menu",
      "menu.* > menu-2",
      "menu.1 > hang-up",
    ]);
    expect(linesOf(importOne(`${inner}<Beep/>`))).toContain("menu.* > beep");
  });

  it.each([
    ["what is entered may be longer", 'Digits="4" BackKey="*"', "its BackKey may count before an entry is complete"],
    ["it is offered as well", 'BackKey="1"', "its BackKey is the key of one of its inputs too"],
    ["nobody can press it", 'BackKey="12"', 'nobody can enter its BackKey "12"'],
  ])("raw OzML for a question with such a key, when %s", (_why, attributes, reason) => {
    const key = attributes.includes("Digits") ? "1111" : "1";
    const text = `<UserInput Timeout="5" ${attributes}><Inputs><Input key="${key}"/></Inputs></UserInput>`;
    const { flow, warnings } = importOzml([{ name: "menu.xml", text }]);
    expect(flow.steps.map((step) => step.type)).toContain("raw-ozml");
    expect(warnings.map((one) => one.message)).toEqual([`<UserInput> stays OzML of its own: ${reason}.`]);
  });

  it("a hang-up for Exit, with a word where it may only leave a question", () => {
    expect(linesOf(importOne("<Speak>Bye</Speak><Exit/><Beep/>"))).toContain("say.next > hang-up");
    const text = '<UserInput Timeout="5"><Inputs><Input key="1">\n<Exit/></Input></Inputs></UserInput>';
    const { flow, warnings } = importOzml([{ name: "menu.xml", text }]);
    expect(linesOf(flow)).toContain("menu.1 > hang-up");
    expect(warnings).toMatchObject([
      { file: "menu.xml", line: 2, column: 1, message: expect.stringContaining("leave the question around it") },
    ]);
  });

  it("a question whose digits travel to the address that wants them", () => {
    const flow = importOne('<UserInput Timeout="5" Digits="4" ForwardToUrl="http://app.example/pin?a=1"/>');
    expect(linesOf(flow)).toEqual(["collect-digits.entered > go-to", "incoming-call.next > collect-digits"]);
    expect(flow.steps.find((step) => step.id === "go-to")?.data).toEqual({
      url: "http://app.example/pin?a=1&DtmfDigits={digits}",
    });
  });

  it("a question whose prompt is as many sounds as there were", () => {
    const flow = importOne(`<UserInput Timeout="5" Digits="4"><InitialCommands>
      <Speak Language="en-UK">Your PIN</Speak><Delay>1</Delay><Play>pin.wav</Play></InitialCommands></UserInput>`);
    expect(flow.steps.find((step) => step.id === "collect-digits")?.data["prompt"]).toEqual({
      parts: [{ say: "Your PIN", language: "en-UK" }, { pauseSeconds: 1 }, { play: "pin.wav" }],
    });
  });

  it("a loop, with the list before it", () => {
    const flow = importOne(
      '<Array id="days"><item>Monday</item></Array><ForEach source="days"><Speak>$item</Speak></ForEach>',
    );
    expect(linesOf(flow)).toEqual(["incoming-call.next > loop", "loop.each > say"]);
    expect(flow.steps.find((step) => step.id === "say")?.data).toEqual({ say: "{item}" });
  });

  it("a flow about calls of others, or about routing, when its commands are of that kind", () => {
    expect(linesOf(importOne('<Hold/><SendDTMF Party="all" Keys="1"/>'))).toEqual([
      "call-changed.otherwise > hold",
      "call-changed.ringing > hold",
      "hold.next > send-dtmf",
    ]);
    expect(linesOf(importOne('<Route Destination=""/>'))).toEqual(["routing.next > route"]);
  });

  it("variables of the flow, where everything that reads them is a step", () => {
    const flow = importOne(
      '<Var id="Dept">front "desk"</Var><Var id="line" Value="$dept 2"/><Speak>You reached $DEPT.1, $line.</Speak>',
    );
    expect(linesOf(flow)).toEqual(["incoming-call.next > set-variable", "set-variable.next > say"]);
    expect(flow.variables.map((variable) => variable.name)).toEqual(["dept", "line"]);
    expect(flow.steps.find((step) => step.id === "set-variable")?.data["assignments"]).toEqual([
      { variable: "dept", value: '"front \\"desk\\""' },
      { variable: "line", value: 'dept + " 2"' },
    ]);
    expect(flow.steps.find((step) => step.id === "say")?.data["say"]).toBe("You reached {dept}.1, {line}.");
  });

  it.each([
    ["it is read before it is set", '<Speak>$dept</Speak><Var id="dept">x</Var>'],
    ["OzML that is kept reads it", '<Var id="dept">x</Var><Beep Tone="$dept"/>'],
    ["a document that is not here may read it", '<Var id="dept">x</Var><GoTo>http://elsewhere.example/</GoTo>'],
    ["the phone system sets it as well", '<Var id="dept">x</Var><WaitForMsg ID="Dept"/><Speak>$dept</Speak>'],
    ["its value holds a dollar", '<Var id="dept">5 $</Var><Speak>$dept</Speak>'],
  ])("raw OzML for a Var, when %s", (_why, content) => {
    const flow = importOne(content);
    expect(flow.variables).toEqual([]);
    const kept = flow.steps.filter((step) => step.type === "raw-ozml").map((step) => String(step.data["ozml"]));
    expect(kept.join()).toContain('<Var id="dept">');
  });

  it("a note, where words stand between commands", () => {
    const flow = importOne("then we say <Speak>Hello</Speak>");
    expect(flow.notes.map((note) => note.text)).toEqual(["then we say"]);
  });

  it("a note as well, where words stand outside of the document or in a comment", () => {
    const text = "our menu<Response><!-- since May --><Speak>Hello</Speak></Response>end of menu";
    const { flow, warnings } = importOzml([{ name: "menu.xml", text }]);
    expect(flow.notes.map((note) => note.text)).toEqual(["our menu\nsince May\nend of menu"]);
    expect(warnings.map(({ line, column, message }) => [line, column, message])).toEqual([
      [1, 1, 'the text outside of the document is no part of it: "our menu"'],
      [1, expect.any(Number), 'the text outside of the document is no part of it: "end of menu"'],
    ]);
  });

  it("a step of its own kind, white space that counts included", () => {
    const flow = importOne('<SendEmail Recipient="a@example.com" Subject=" Hi  there&#10;" Message="M"/>');
    expect(flow.steps.find((step) => step.id === "send-email")?.data["subject"]).toBe(
      '{" "}Hi{" "}{" "}there{"\\u000a"}',
    );
  });

  it("OzML of its own with a word about why, where no step says the same", () => {
    const text = '<Response>\n<Speak>Hello $username</Speak><Beep Tone="high"/></Response>';
    const { warnings } = importOzml([{ name: "menu.xml", text }]);
    expect(warnings.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 1, "<Speak> stays OzML of its own: the phone system itself puts something in for $username."],
      [2, 31, '<Beep> stays OzML of its own: no step has a place for Tone="high".'],
    ]);
  });
});

describe("several files", () => {
  const start = `<Response><UserInput Timeout="5"><Inputs>
    <Input key="1"><GoTo>http://app.example/ivr/more.xml</GoTo></Input></Inputs></UserInput></Response>`;
  const more = "<Response><Speak>More</Speak><GoTo>http://app.example/ivr/start.xml</GoTo></Response>";

  it("are one flow where their addresses match, by name or by where they lie", () => {
    const files = [
      { name: "start.xml", text: start },
      { name: "more.xml", text: more },
    ];
    const expected = ["incoming-call.next > menu", "menu.1 > say", "say.next > menu"];
    expect(linesOf(importOzml(files).flow)).toEqual(expected);
    const placed = files.map((file) => ({ ...file, url: `http://app.example/ivr/${file.name}` }));
    expect(linesOf(importOzml(placed).flow)).toEqual(expected);
    const elsewhere = files.map((file) => ({ ...file, url: `http://other.example/${file.name}` }));
    expect(linesOf(importOzml(elsewhere).flow)).toContain("menu.1 > go-to");
  });

  it("find each other by addresses beside them; what stays OzML has its addresses in full", () => {
    const url = "http://app.example/ivr/start.xml";
    const calls = '<Call Url="../more.xml">102</Call><Call Url="?a=$line">$who</Call>';
    const text = `<Response>${calls}<GoTo>sub/pin.php</GoTo></Response>`;
    const more = { name: "more.xml", text: "<Speak>More</Speak>", url: "http://app.example/more.xml" };
    const { flow, warnings } = importOzml([{ name: "start.xml", text, url }, more]);
    expect(linesOf(flow)).toContain("place-call.answered > say");
    expect(flow.steps.find((step) => step.type === "go-to")?.data["url"]).toBe("http://app.example/ivr/sub/pin.php");
    expect(flow.steps.find((step) => step.type === "raw-ozml")?.data["ozml"]).toContain(`Url="${url}?a=$line"`);
    expect(warnings.map((one) => one.message).filter((one) => one.includes("beside this file"))).toEqual([]);
  });

  it("whose place nobody knows: an address beside them is told with its line", () => {
    const text = '<Response>\n<UserInput Timeout="5" ForwardToUrl="pin.php"/>\n<GoTo>more.xml</GoTo></Response>';
    const more = { name: "more.xml", text: '<Response><Play>a.wav</Play><Call Url="$u">1</Call></Response>' };
    const { warnings } = importOzml([{ name: "start.xml", text }, more]);
    const told = warnings.filter((one) => one.message.includes("beside this file"));
    expect(told).toMatchObject([
      { file: "start.xml", line: 2, column: 24, message: expect.stringContaining('"pin.php" is an address beside') },
    ]);
  });

  it("that nothing leads to are imported all the same, with a word about it", () => {
    const { flow, warnings } = importOzml([
      { name: "a.xml", text: "<Response><Speak>A</Speak></Response>" },
      { name: "b.xml", text: "<Response><Speak>B</Speak></Response>" },
    ]);
    expect(flow.steps.map((step) => step.data["say"])).toContain("B");
    expect(warnings).toMatchObject([{ file: "b.xml", message: expect.stringContaining("nothing leads to this file") }]);
  });
});

it("cards do not lie on each other, and follow the call downwards", () => {
  const flow = importOne("<Speak>1</Speak><Speak>2</Speak><UserInput Timeout='5'/><Speak>3</Speak>");
  const spots = Object.values(flow.layout).map(({ x, y }) => `${x},${y}`);
  expect(new Set(spots).size).toBe(flow.steps.length);
  for (const { from, to } of flow.edges) expect(flow.layout[to]?.y).toBeGreaterThan(flow.layout[from]?.y ?? 0);
  for (const { type } of flow.steps) expect(findStepDefinition(type)).toBeDefined();
});

it("faults of the markup are told with their place", () => {
  const { warnings } = importOzml([{ name: "a.xml", text: "<Response>\n<Speak Language=en>Hi</Speak></Response>" }]);
  expect(warnings).toMatchObject([{ file: "a.xml", line: 2, column: expect.any(Number), message: expect.any(String) }]);
});
