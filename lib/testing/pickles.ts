/** Pickles made by hand, code by code; see Python's `pickletools.py` for what each code means. */

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes of several parts, texts with a byte for each letter. */
export function bytes(...parts: (string | number[] | Uint8Array)[]): Uint8Array {
  const arrays = parts.map((part) => (typeof part === "string" ? latin1(part) : Uint8Array.from(part)));
  const all = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** The same bytes so many times. */
export function repeat(part: string | Uint8Array, times: number): Uint8Array {
  const once = bytes(part);
  const all = new Uint8Array(once.length * times);
  for (let count = 0; count < times; count++) all.set(once, count * once.length);
  return all;
}

/** A class or function by its name. */
export const global = (module: string, name: string) => `c${module}\n${name}\n`;
export const text = (value: string) => bytes([0x8c, value.length], value);
export const int = (value: number) => bytes("J", new Uint8Array(Int32Array.of(value).buffer));
export const long64 = (value: bigint) => bytes([0x8a, 9], new Uint8Array(BigInt64Array.of(value).buffer), [0]);

/** An instance of a class, with attributes. */
export function instance(module: string, name: string, attributes: Record<string, Uint8Array | string>): Uint8Array {
  const entries = Object.entries(attributes).flatMap(([key, value]) => [text(key), bytes(value)]);
  return bytes(global(module, name), ")\x81}(", ...entries, "ub");
}
