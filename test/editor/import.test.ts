import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importOzml } from "../../compiler/src/index.ts";
import { isOzmlFile, looksLikeOzml, readOzmlFiles } from "../../editor/src/import/ozml-files.ts";
import { sentences } from "../../editor/src/locales/sentences/index.es.ts";
import { paste, withoutKnownEntries } from "../../editor/src/model/changes/index.ts";
import { say, speak } from "../../editor/src/model/say.ts";
import { drawn, menuFlow } from "./drawn.ts";

const ozml = "<Response><Speak>Hello</Speak><Hangup/></Response>";
const imported = importOzml([{ name: "hello.ozml", text: ozml }]).flow;
const at = { x: 400, y: 80 };

describe("OzML that is imported", () => {
  it("is known by the ending of its file, or by how its text begins", () => {
    expect(isOzmlFile({ name: "Menu.OZML" })).toBe(true);
    expect(isOzmlFile({ name: "menu.json" })).toBe(false);
    expect(looksLikeOzml(`\n  <?xml version="1.0"?>${ozml}`)).toBe(true);
    expect(looksLikeOzml('{"formatVersion": 1}')).toBe(false);
  });

  it("comes out of a zip as well, as it is exported", async () => {
    const bytes = zipSync({ "call.ozml": strToU8(ozml), "manifest.json": strToU8("{}") });
    const zip = new File([new Uint8Array(bytes)], "menu.zip");
    expect(isOzmlFile(zip)).toBe(true);
    const plain = new File(["<Response/>"], "other.ozml");
    expect(await readOzmlFiles([zip, plain])).toEqual([
      { name: "call.ozml", text: ozml },
      { name: "other.ozml", text: "<Response/>" },
    ]);
  });

  it("is refused where a zip is damaged, holds none, or would fill the memory", async () => {
    const zipOf = (content: Record<string, Uint8Array>) => new File([new Uint8Array(zipSync(content))], "menu.zip");
    expect(await readOzmlFiles([new File(["no zip at all"], "menu.zip")])).toBeUndefined();
    expect(await readOzmlFiles([zipOf({ "manifest.json": strToU8("{}") })])).toBeUndefined();
    expect(await readOzmlFiles([zipOf({ "bomb.ozml": new Uint8Array(41_000_000) })])).toBeUndefined();
  });

  it("brings its own beginning onto an empty canvas, where it was dropped", () => {
    const flow = paste(withoutKnownEntries(imported, drawn()), at, "import").apply(drawn());
    expect(flow.steps.map((step) => step.type)).toEqual(imported.steps.map((step) => step.type));
    expect(Math.min(...Object.values(flow.layout).map((place) => place.x))).toBe(at.x);
  });

  it("leaves the beginning that a flow has already as the only one", () => {
    const before = menuFlow();
    const flow = paste(withoutKnownEntries(imported, before), at, "import").apply(before);
    expect(flow.steps.filter((step) => step.type === "incoming-call")).toHaveLength(1);
    expect(flow.steps.length).toBe(before.steps.length + imported.steps.length - 1);
  });

  it("brings the words nobody hears as notes, beside those there are", () => {
    const noted = importOzml([{ name: "noted.ozml", text: `<Response>Words for readers ${ozml}</Response>` }]).flow;
    expect(noted.notes.length).toBeGreaterThan(0);
    const once = paste(noted, at, "import").apply(drawn());
    const twice = paste(noted, at, "import").apply(once);
    expect(new Set(twice.notes.map((note) => note.id)).size).toBe(2 * noted.notes.length);
  });

  it("is written into the flow in the language of whoever imports it; what callers hear stays as it is", () => {
    speak({ language: "es", sentences });
    const commands = "<Speak>Hello</Speak><Reject/><BlindTransfer>2000</BlindTransfer>";
    const { flow } = importOzml([{ name: ".ozml", text: `<Response>${commands}</Response>` }], say);
    speak();
    expect(flow.name).toBe("Importado");
    expect(flow.steps.map(({ label }) => label).toSorted()).toEqual([
      "Alguien llama a la extensión",
      "Hello",
      "a 2000",
    ]);
    expect(flow.notes.map(({ text }) => text)).toEqual(["<Reject/> estaba donde la centralita lo pasa por alto."]);
  });
});
