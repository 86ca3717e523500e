import { ByteReader } from "../byte-reader";
import { damaged } from "./damaged";
import { LzmaDecoder } from "./lzma";
import type { Output } from "./output";

/**
 * A stream of LZMA alone, which joblib calls "lzma": a byte of properties, the size of the dictionary, and how much it
 * unpacks to, or all ones where a mark ends it.
 *
 * @throws ImportError where it is damaged or unpacks too far
 */
export function unpackLzma(bytes: Uint8Array, output: Output): void {
  const reader = new ByteReader(bytes);
  const decoder = new LzmaDecoder(output);
  decoder.setProperties(reader.byte());
  reader.uint32();
  const size = reader.length64();
  const isMarked = size >= 2 ** 64 - 1;
  if (!isMarked) output.announce(size);
  decoder.start(reader.take(reader.left));
  const isEnded = decoder.run(isMarked ? Infinity : size);
  if (isMarked ? !isEnded : isEnded || output.length !== size) throw damaged();
  decoder.checkEnd(false);
}
