import { deflateSync, gzipSync, inflateSync, gunzipSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import type { ImportedFile } from "../import/read-files";
import { bytes } from "./pickles";

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers that files give as lengths, in which an attacker would be interested. */
const LENGTHS = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];

/**
 * A file with one to five changes, the same for the same random numbers. What is in a frame of gzip, zlib or zip is
 * changed within every second time, and framed anew: no checksum tells it from a sound one.
 */
export function mutate(original: ImportedFile, others: ImportedFile[], random: () => number): Uint8Array {
  const file = original.bytes;
  const isWithin = random() < 0.5;
  const change = (content: Uint8Array) => {
    let changed = content;
    for (let count = 1 + Math.floor(random() * 5); count > 0; count--) changed = changeOnce(changed, others, random);
    return changed;
  };
  if (isWithin && file[0] === 0x1f && file[1] === 0x8b) return frame(gzipSync(change(gunzipSync(file)), { level: 1 }));
  if (isWithin && file[0] === 0x78) return frame(deflateSync(change(inflateSync(file)), { level: 1 }));
  if (isWithin && file[0] === 0x50 && file[1] === 0x4b) {
    const entries = unzipSync(file);
    const names = Object.keys(entries);
    const name =
      random() < 0.5 && "schema.json" in entries ? "schema.json" : names[Math.floor(random() * names.length)]!;
    return zipSync({ ...entries, [name]: change(entries[name]!) }, { level: 0 });
  }
  return change(file);
}

const frame = (buffer: Buffer) => new Uint8Array(buffer);

function changeOnce(file: Uint8Array, others: ImportedFile[], random: () => number): Uint8Array {
  const below = (count: number) => Math.floor(random() * count);
  const at = below(file.length + 1);
  const [before, after] = [file.subarray(0, at), file.subarray(at)];
  switch (below(9)) {
    case 0:
      return bytes(before, [below(256)], after.subarray(1));
    case 1:
      return bytes(before, [(after[0] ?? 0) ^ (1 << below(8))], after.subarray(1));
    case 2:
      return bytes(before, after.subarray(below(40)));
    case 3:
      return bytes(before, [below(256)], after);
    case 4:
      return bytes(before, after.subarray(0, below(400)), after);
    case 5:
      return below(4) === 0 ? before : bytes(before, after.subarray(1));
    case 6: {
      const length = LENGTHS[below(LENGTHS.length)]!;
      const width = [1, 2, 4, 8][below(4)]!;
      const lengths = Array.from({ length: width }, (_, index) => (index < 4 ? (length >>> (8 * index)) & 0xff : 0));
      return bytes(before, lengths, after.subarray(width));
    }
    case 7: {
      // A part of another file, most of all of one in the same form.
      const other = others[below(others.length)]!.bytes;
      const from = below(other.length);
      return bytes(before, other.subarray(from, from + below(200)), after);
    }
    default: {
      // A part of the file once more, over another part of it.
      const from = below(file.length);
      const part = file.subarray(from, from + below(60));
      return bytes(before, part, after.subarray(part.length));
    }
  }
}
