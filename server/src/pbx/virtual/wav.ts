/** Samples a second, of 8 bits, on one channel: what a telephone carries. */
const sampleRate = 8000;
const seconds = 1;

/** A real WAV file of one second with nothing to hear in it. */
export function silentWav(): Buffer {
  const samples = sampleRate * seconds;
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
