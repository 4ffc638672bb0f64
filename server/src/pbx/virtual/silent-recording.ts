import { setImmediate as others } from "node:timers/promises";
import { Mp3Encoder } from "@breezystack/lamejs";

export type RecordingFormat = "mp3" | "wav";

/** Samples a second on one channel: what a telephone carries. */
const sampleRate = 8000;
const mp3Kbps = 16;

/** Of a longer recording this much is kept: nobody speaks on a virtual line, and a file for each call adds up. */
const longestSeconds = 600;

/** A real sound file as long as what was recorded, with nothing to hear in it. Not shorter than a tenth of a second. */
export async function silentRecording(format: RecordingFormat, seconds: number): Promise<Uint8Array> {
  const samples = Math.round(sampleRate * Math.min(longestSeconds, Math.max(0.1, seconds)));
  return format === "mp3" ? await silentMp3(samples) : silentWav(samples);
}

function silentWav(samples: number): Uint8Array {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // channels
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate, 28); // bytes a second
  header.writeUInt16LE(1, 32); // bytes a sample
  header.writeUInt16LE(8, 34); // bits a sample
  header.write("data", 36);
  header.writeUInt32LE(samples, 40);
  // Unsigned samples: the middle is silence.
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** A second takes some 8 ms to encode; others get their turn in between. */
async function silentMp3(samples: number): Promise<Uint8Array> {
  const encoder = new Mp3Encoder(1, sampleRate, mp3Kbps);
  // The encoder gives signed bytes, whatever its types say.
  const pieces: Buffer[] = [];
  for (let at = 0; at < samples; at += sampleRate) {
    pieces.push(Buffer.from(encoder.encodeBuffer(new Int16Array(Math.min(sampleRate, samples - at)))));
    await others();
  }
  return Buffer.concat([...pieces, Buffer.from(encoder.flush())]);
}
