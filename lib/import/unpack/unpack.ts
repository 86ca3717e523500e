import { ImportError } from "../import-error";
import type { Budget } from "../pickle/limits";
import { unpackBzip2 } from "./bzip2";
import { unpackGzip, unpackZlib } from "./deflate";
import { unpackLzma } from "./lzma-alone";
import { Output } from "./output";
import { unpackXz } from "./xz";
import { unpackZFile } from "./z-file";

interface Packing {
  /** As joblib or the program is called that writes it. */
  name: string;
  starts: readonly number[][];
  /** Megabytes that it may unpack to: as many as take a tenth of a second at most. */
  most: number;
  unpack(bytes: Uint8Array, output: Output): void;
}

const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0));

/** Ways to compress a whole file that are read, by its first bytes. */
export const PACKINGS: readonly Packing[] = [
  { name: "gzip", starts: [[0x1f, 0x8b]], most: 8, unpack: unpackGzip },
  { name: "zlib", starts: [0x01, 0x5e, 0x9c, 0xda].map((level) => [0x78, level]), most: 8, unpack: unpackZlib },
  { name: "bzip2", starts: [text("BZh")], most: 4, unpack: unpackBzip2 },
  { name: "lzma", starts: [[0x5d, 0, 0]], most: 4, unpack: unpackLzma },
  { name: "xz", starts: [[0xfd, ...text("7zXZ"), 0]], most: 4, unpack: unpackXz },
  { name: "zlib of joblib before 0.10", starts: [text("ZF0x")], most: 8, unpack: unpackZFile },
];

/** A file in a file in a file, as `gzip` makes of what joblib has compressed already, is the most that is unpacked. */
const MOST_LAYERS = 2;

/**
 * What is in a compressed file; the bytes themselves where they are not compressed.
 *
 * @throws ImportError where it is damaged, or unpacks to more than a linear model needs
 */
export function unpack(bytes: Uint8Array, budget: Budget): Uint8Array {
  let current = bytes;
  for (let layer = 0; ; layer++) {
    const packing = PACKINGS.find(({ starts }) =>
      starts.some((start) => start.every((byte, index) => current[index] === byte)),
    );
    if (!packing) return current;
    if (layer === MOST_LAYERS) throw new ImportError("the file is compressed again and again; unpack it first");
    const output = new Output(budget, current.length, packing.most * 2 ** 20);
    packing.unpack(current, output);
    current = output.finish();
  }
}
