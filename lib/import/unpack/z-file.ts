import { damaged } from "./damaged";
import { unpackZlib } from "./deflate";
import type { Output } from "./output";

/** The letters "ZF", a length as Python writes it in base 16, and spaces up to here; one more in some releases. */
const HEADER = 2 + "0x10000000000000000".length;

/**
 * A compressed file of a joblib before 0.10: a length and a stream of zlib.
 *
 * Source: joblib's `numpy_pickle_compat.py`, `read_zfile`.
 */
export function unpackZFile(bytes: Uint8Array, output: Output): void {
  const said = /^ZF(0x[0-9a-f]{1,16})L? *$/.exec(String.fromCharCode(...bytes.subarray(0, HEADER)))?.[1];
  if (said === undefined) throw damaged();
  output.announce(Number(said));
  unpackZlib(bytes.subarray(bytes[HEADER] === 0x20 ? HEADER + 1 : HEADER), output);
  if (output.length !== Number(said)) throw damaged();
}
