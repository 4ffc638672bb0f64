/**
 * Chance without a die: a number from 0 up to 1 made of the call's seed, the step and how many times the call has come
 * to it. Whoever asks again with the same three is told the same.
 */
export function luck(seed: string, step: string, pass: number): number {
  // FNV-1a over code points, then the finalizer of MurmurHash3, which spreads each bit over all of them.
  let hash = 0x811c9dc5;
  for (const sign of `${seed}\0${step}\0${pass}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
