/** Hertz of the two tones of each key (ITU-T Q.23). */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const layout = "123456789*0#";

/** The low tone and the high tone of a key; undefined for what is no key. */
export function tonesOf(key: string): readonly [number, number] | undefined {
  const at = layout.indexOf(key);
  const row = rows[Math.floor(at / 3)];
  const column = columns[at % 3];
  return key.length !== 1 || at < 0 || row === undefined || column === undefined ? undefined : [row, column];
}
