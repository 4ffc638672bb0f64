import { z } from "zod";
import { recordingVariable } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { choice, line, seconds, variable } from "../fields/fields.ts";
import { prompt, promptCommands } from "../fields/prompt.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";
import { isSilent, soundsText } from "../fields/sound.ts";

const schema = z.strictObject({
  prompt: prompt({ title: "Before the recording" }),
  maxSeconds: seconds({ title: "At most" }, 1, 3600),
  silenceSeconds: seconds({ title: "Ends after silence of" }, 1, 60).optional(),
  finishKeys: field(z.string().regex(/^[0-9*#]*$/, said`write keys only, 0 to 9, * and #`.message), {
    title: "Keys that end it",
    control: "digits",
    placeholder: "#",
  }),
  format: choice(["mp3", "wav"], { title: "File format", labels: ["MP3", "WAV"], advanced: true }),
  folder: line({
    title: "Folder on the PBX",
    placeholder: "HttpRecordings",
    help: "Ozeki 10 only: an older phone system always uses HttpRecordings.",
    advanced: true,
  }).optional(),
  ...sideFields,
  saveTo: variable({
    title: "Keep its address in",
    gives: "text",
    help: "Costs one request when the recording is done. Without it the file stays on the PBX and nobody is told.",
  }).optional(),
});

/** Record what the caller says. A recording always has an end: `maxSeconds` is not optional (open question 24). */
export const record = defineStep<z.infer<typeof schema>>({
  type: "record",
  title: "Record",
  description: "Records what the caller says",
  icon: "Microphone",
  family: "ask",
  contexts: ["extension", "third-party"],
  schema,
  defaults: { prompt: { say: "Please leave a message after this." }, maxSeconds: 120, finishKeys: "#", format: "mp3" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) =>
    isSilent(data.prompt)
      ? said`Records up to ${data.maxSeconds} s`
      : said`${soundsText(data.prompt)} Records up to ${data.maxSeconds} s`,
  emit(data, out) {
    const side = sideAttributes(data, out);
    // In a call between two others only these count; how it ends is not for us to say (p_4803).
    const ends = {
      Duration: out.field("maxSeconds"),
      Inactivity: out.field("silenceSeconds"),
      FinishDigits: out.field("finishKeys"),
    };
    const attributes = {
      ...(out.context === "third-party" ? { CallId: out.field("callId") } : ends),
      Format: out.field("format"),
      RecordPath: out.field("folder"),
    };
    const prompts = promptCommands(data.prompt, out, ["prompt"], { ...side, CallId: undefined });
    if (data.saveTo === undefined) {
      out.at(out.label(), {
        op: "do",
        commands: [...prompts, out.command("Record", attributes)],
        next: out.port("next"),
      });
      return;
    }
    // The call goes on in the reply to RecordCompleted and nowhere else, so it does not matter whether that reply
    // replaces the rest of the script or comes before it (open question 11).
    out.at(out.label(), { op: "do", commands: prompts, next: out.label("record") });
    const command = out.command("Record", attributes);
    out.at(out.label("record"), { op: "await", command, attribute: "FinishedUrl", to: out.label("recorded") });
    const keep = {
      op: "assign",
      variable: data.saveTo,
      expression: recordingVariable,
      next: out.port("next"),
    } as const;
    out.at(out.label("recorded"), {
      op: "receive",
      parameter: "RecordURL",
      into: recordingVariable,
      next: out.label("keep"),
    });
    out.at(out.label("keep"), keep);
  },
  *simulate(data, call) {
    const { party, callId } = sideIn(data, call);
    yield* call.prompt(data.prompt, party === undefined ? {} : { party });
    const ends = {
      maxSeconds: data.maxSeconds,
      ...(data.silenceSeconds === undefined ? {} : { silenceSeconds: data.silenceSeconds }),
      finishKeys: data.finishKeys,
    };
    const url = yield* call.record({
      ...(call.context === "third-party" ? { finishKeys: "" } : ends),
      format: data.format,
      ...(callId === undefined ? {} : { callId }),
    });
    if (data.saveTo !== undefined) call.assign(data.saveTo, url);
    return "next";
  },
});
