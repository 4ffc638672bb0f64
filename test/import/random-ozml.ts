import type { Dialect, OzmlFile, World } from "@ozflow/compiler";
import fc from "fast-check";

/** Where the imported files lie for the PBX. */
export const folder = "http://app.example/ivr/";

export const names = ["start.xml", "second.xml", "third.xml"] as const;

const text = fc.constantFrom("Hello", "a &amp; b", "{braces}", "  padded \n twice ", "5 $ and 50%", "Ünï");
const key = fc.constantFrom("1", "2", "*", "#", "0");
const elsewhere = "http://elsewhere.example/menu";
const address = fc.constantFrom(...names.map((name) => folder + name), elsewhere);

const simple = fc.oneof(
  text.map((words) => `<Speak>${words}</Speak>`),
  text.map((words) => `<speak Language="en-UK" Voice='Ann'>${words}</speak>`),
  text.map((words) => `<Speak Text="${words}"/>`),
  fc.constantFrom(
    "<Play>a.wav</Play>",
    '<Play AudioFile="b.wav" Repeat="true" Timeout="3"/>',
    "<Beep/>",
    "<Delay>2</Delay>",
    '<Delay Time="1.5"/>',
    '<Record Duration="3" FinishDigits="#" Format="wav"/>',
    '<Record Inactivity="2"/>',
    "<BlindTransfer>2000</BlindTransfer>",
    '<SendSms Recipient="102">Hi {there}</SendSms>',
    '<SendSms Recipient="">lost</SendSms>',
    '<SendEmail Recipient="a@example.com" Subject="S" Message="M &lt;b&gt;"/>',
    '<SendEmail Recipient="a@example.com" Subject="  S   T\n" Message="M"/>',
    '<Array id="nights"><item> a  b&#10;c </item></Array><ForEach source="nights"><SendMsg ToConnection="$item">$item</SendMsg></ForEach>',
    '<SendMsg ToConnection="admin@localhost">text</SendMsg>',
    '<CallSetup Caller="101" Callee="102"/>',
    '<Call CallerId="3000">102</Call>',
    `<Call Url="${folder}second.xml" RingTime="20">102</Call>`,
    '<MoveFile SourceFile="/a.wav" TargetDirectory="/old"/>',
    '<DeleteFile SourceFile="/a.wav"/>',
    '<Var id="dept">billing</Var>',
    '<Var ID="Dept" Value=" sales &amp; more "/>',
    "<Speak>You reached $dept.</Speak>",
    '<Var id="line">$dept.1, $DEPT</Var>',
    '<SendSms Recipient="$line">$line$dept of {$dept}</SendSms>',
    '<Array id="days"><item>Monday</item><item>a b</item></Array><ForEach source="days"><Speak>$item</Speak><Speak>on $item.</Speak></ForEach>',
    '<ForEach source="voicemails"><Play>$item.message</Play><Speak>from $item.from at $item.date</Speak></ForEach>',
    "<ReceiveAlarmNotification><Received><Speak>$eventcode in $zone</Speak></Received></ReceiveAlarmNotification>",
    '<Request DialedAddress="2001" RingTime="9"><OnSetup><Speak>dialling</Speak></OnSetup><OnError><Beep/></OnError></Request>',
    '<SendAlarmNotification PhoneNumber="101" AccountNumber="1234" EventCode="110" PartitionNumber="1" ZoneNumber="10"/>',
    "<Nonsense a='b'>what is this</Nonsense>",
    "stray words",
  ),
);

const last = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 3, arbitrary: fc.constant("<Hangup/>") },
  { weight: 3, arbitrary: address.map((url) => `<GoTo>${url}</GoTo>`) },
  { weight: 1, arbitrary: fc.constant("<Exit/>") },
);

const question = (commands: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      prompt: fc.array(simple, { maxLength: 2 }).map((some) => some.filter((one) => one.startsWith("<")).join("")),
      say: text,
      isPlain: fc.boolean(),
      timeout: fc.integer({ min: 1, max: 5 }),
      digits: fc.constantFrom("", ' Digits="1"', ' Digits="4"', ' MinDigits="1" MaxDigits="3"'),
      repeat: fc.constantFrom("", ' Repeat="true"', ' repeat="false"'),
      forward: fc.oneof(
        { weight: 2, arbitrary: fc.constant("") },
        { weight: 1, arbitrary: address.map((url) => ` ForwardToUrl="${url}"`) },
      ),
      keys: fc.uniqueArray(fc.oneof(key, fc.constantFrom("12", "1234")), { maxLength: 3 }),
      back: fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: key }),
      branches: fc.array(commands, { minLength: 3, maxLength: 3 }),
    })
    .map(({ prompt, say, isPlain, timeout, digits, repeat, forward, keys, back, branches }) => {
      const first = isPlain ? `<Speak>${say}</Speak>` : prompt;
      const inputs = keys.map((one, index) => `<Input key="${one}">${branches[index] ?? ""}</Input>`).join("");
      return `<UserInput Timeout="${timeout}"${digits}${repeat}${forward}${back === "" ? "" : ` BackKey="${back}"`}><InitialCommands>${first}</InitialCommands><Inputs>${inputs}</Inputs></UserInput>`;
    });

const { commands } = fc.letrec<{ commands: string; leaf: string }>((tie) => ({
  leaf: fc.tuple(fc.array(simple, { maxLength: 3 }), last).map(([some, end]) => some.join("\n") + end),
  commands: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc
      .tuple(fc.array(simple, { maxLength: 2 }), question(tie("commands")), tie("leaf"))
      .map(([some, ask, end]) => some.join("\n") + ask + end),
  ),
}));

/** Sets what the commands may read, as somebody does who means it. */
const preamble =
  '<Var id="dept"> front  desk</Var><Var id="line" Value="102"/><SendSms Recipient="$line">$dept.1</SendSms>';

/** `isOwn`: everything that is read is set, and nobody is sent elsewhere. */
const documentThat = (isOwn: boolean) =>
  fc
    .tuple(fc.constantFrom("Response", "OzML"), commands)
    .map(([root, content]) =>
      isOwn ? [root, preamble + content.replaceAll(elsewhere, folder + names[2])] : [root, content],
    )
    .map(([root, content]) => `<?xml version="1.0"?>\n<${root}>${content}</${root}>`);

/** Files that link to each other and to the world around, over the whole language of extension control. */
export const randomFiles: fc.Arbitrary<readonly OzmlFile[]> = fc
  .boolean()
  .chain((isOwn) => fc.tuple(fc.boolean(), fc.boolean(), documentThat(isOwn), documentThat(isOwn), documentThat(isOwn)))
  .map(([haveUrls, areRelative, ...texts]) =>
    texts.map((one, index) => {
      const name = names[index] ?? "";
      const text = haveUrls && areRelative ? one.replaceAll(folder, "") : one;
      return { name, text, ...(haveUrls ? { url: folder + name } : {}) };
    }),
  );

/** The web servers around the PBX: the folder with the files, and one page somewhere else. */
export function serve(files: readonly OzmlFile[]): NonNullable<World["fetch"]> {
  return ({ url }) => {
    const found = files.find(({ name }) => url === folder + name);
    if (found !== undefined) return { status: 200, body: found.text };
    return url.startsWith(elsewhere)
      ? { status: 200, body: "<Response><Speak>Elsewhere</Speak><Hangup/></Response>" }
      : { status: 404, body: "not found" };
  };
}

/**
 * Readings under which these files are ambiguous themselves, so that nobody can say what they mean. Each with its question:
 * branches and replies that just end, with Repeat or not (3, 10); keys without an Input (4); entries that are too short or
 * not full (6); commands behind a GoTo (9); variables behind a GoTo (16); a transfer that fails in a branch (23); Exit (20).
 */
export const readingsLeftOpen: Dialect = {
  afterBranch: "go-on",
  unmatchedEntry: "as-silence",
  partialEntry: "dropped",
  goToReturns: false,
  variablesAfterGoTo: "kept",
  failedTransfer: "next-command",
  exitLeaves: "script",
};
