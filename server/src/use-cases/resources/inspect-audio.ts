import { createHash } from "node:crypto";
import { type Said, said } from "@ozflow/compiler";
import type { IAudioMetadata } from "music-metadata";
import { Refusal } from "../../refusal.ts";
import type { NewAudio } from "../../store/prompt-store.ts";

/** Ten minutes as a telephone hears them (8,000 samples a second, 16 bits), and what is kept in a database row. */
export const maxAudioBytes = 10_000_000;

/** Two hours: longer than anybody listens, and than any header that is not made up. */
const maxMilliseconds = 7_200_000;

/** Reads what an upload really is, whatever it is called. Refuses what is neither WAV nor MP3, or holds no sound. */
export async function inspectAudio(audio: Buffer, now: Date): Promise<NewAudio> {
  const { format } = await readMetadata(audio);
  const isWave = format.container === "WAVE" && waveCodecs.has(format.codec ?? "");
  const isMp3 = format.container === "MPEG" && /Layer 3$/.test(format.codec ?? "");
  if (!isWave && !isMp3) throw notAudio(said`It is ${[format.container, format.codec].filter(Boolean).join(", ")}.`);
  const milliseconds = Math.round((format.duration ?? 0) * 1000);
  if (milliseconds <= 0) throw notAudio(said`It holds no sound, or it breaks off.`);
  if (milliseconds > maxMilliseconds) throw notAudio(said`It says that it is longer than two hours.`);
  return {
    audio,
    format: isWave ? "wav" : "mp3",
    codec: isWave ? (format.codec ?? "") : "MP3",
    milliseconds,
    channels: format.numberOfChannels ?? 1,
    sampleRate: format.sampleRate ?? 0,
    bytes: audio.length,
    hash: createHash("sha256").update(audio).digest("hex"),
    updatedAt: now.toISOString(),
  };
}

/** What a phone system plays: PCM and the two laws of G.711. */
const waveCodecs = new Set(["PCM", "ALAW", "MULAW"]);

async function readMetadata(audio: Buffer): Promise<IAudioMetadata> {
  // Loaded with the first upload: a server starts the sooner.
  const { parseBuffer } = await import("music-metadata");
  try {
    return await parseBuffer(audio, { size: audio.length }, { duration: true, skipCovers: true });
  } catch {
    // Whatever the library stumbles over, the file is not one that a phone system should be given.
    throw notAudio(said`Its content is something else, whatever its name says.`);
  }
}

function notAudio(why: Said): Refusal {
  return new Refusal("not-audio", said`This is no WAV (PCM or G.711) or MP3 file. ${why}`);
}
