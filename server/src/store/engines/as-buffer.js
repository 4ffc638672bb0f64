// @ts-check
// Plain JavaScript, because the thread of `writer.ts` imports it too.

/**
 * Threads hand over a Buffer as the bytes it is made of; databases take and give Buffers.
 * @param {unknown} value
 */
export function asBuffer(value) {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
