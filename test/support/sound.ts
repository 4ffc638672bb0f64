/** A WAV file of a sound that rises: short, real, and different for each frequency. */
export function wav(options: { seconds?: number; codec?: "PCM" | "MULAW" | "ALAW"; hertz?: number } = {}): Buffer {
  const { seconds = 1, codec = "PCM", hertz = 440 } = options;
  const rate = 8000;
  const bytesEach = codec === "PCM" ? 2 : 1;
  const samples = Math.round(rate * seconds);
  const data = Buffer.alloc(samples * bytesEach);
  for (let at = 0; at < samples; at += 1) {
    const level = Math.sin((2 * Math.PI * hertz * at) / rate) * (at / samples);
    if (codec === "PCM") data.writeInt16LE(Math.round(level * 20_000), at * 2);
    else data.writeUInt8(128 + Math.round(level * 100), at);
  }
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE({ PCM: 1, ALAW: 6, MULAW: 7 }[codec], 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * bytesEach, 28);
  header.writeUInt16LE(bytesEach, 32);
  header.writeUInt16LE(bytesEach * 8, 34);
  header.write("data", 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Frames of silence as an encoder writes them: MPEG 1 layer 3, 128 kbit/s, 44.1 kHz; 26 ms each. */
export function mp3(frames = 100): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc4]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
