import { expect, test } from "vitest";
import { nameSounds } from "../../editor/src/prompts/sound-names.ts";

const key = "AAAAAAAAAAAAAAAAAAAAAA";
const sounds = [{ id: "abc_1", name: "Holiday greeting", path: `/audio/${key}-0a1b2c3d.wav` }];

test.each([
  ["♪ prompt:abc_1", "♪ Holiday greeting"],
  [`♪ https://ivr.example/sub/audio/${key}-0a1b2c3d.wav`, "♪ Holiday greeting"],
  [`played /audio/${key}-ffffffff.mp3, then more`, "played Holiday greeting, then more"],
  ["♪ prompt:abc_12", "♪ prompt:abc_12"],
  ["♪ welcome.wav", "♪ welcome.wav"],
  [`♪ /audio/${key.replace("A", "B")}-0a1b2c3d.wav`, `♪ /audio/${key.replace("A", "B")}-0a1b2c3d.wav`],
])("%s is shown as %s", (text, shown) => expect(nameSounds(text, sounds)).toBe(shown));
