import { Gunzip, Inflate } from "fflate";
import { ByteReader } from "../byte-reader";
import { adler32, crc32 } from "./checksums";
import { damaged } from "./damaged";
import type { Output } from "./output";

/** Bytes handed on at once: at most a thousand times as many come out of them, which is then counted. */
const STEP = 512;

/** A stream of deflate in the frame of zlib; see RFC 1950. @throws ImportError where it is damaged or unpacks too far */
export function unpackZlib(bytes: Uint8Array, output: Output): void {
  const reader = new ByteReader(bytes.subarray(-4));
  if (bytes.length < 6 || ((bytes[0]! << 8) | bytes[1]!) % 31 !== 0 || bytes[1]! & 0x20) throw damaged();
  inflate(new Inflate(), bytes.subarray(2, -4), output);
  const [upper, lower] = [reader.byte() * 256 + reader.byte(), reader.byte() * 256 + reader.byte()];
  if (adler32(output.unpacked) !== upper * 65_536 + lower) throw damaged();
}

/** The same in the frame of gzip, in one piece; see RFC 1952. */
export function unpackGzip(bytes: Uint8Array, output: Output): void {
  if (bytes.length < 18) throw damaged();
  const trailer = new ByteReader(bytes.subarray(-8));
  const [checksum, length] = [trailer.uint32(), trailer.uint32()];
  inflate(new Gunzip(), bytes, output);
  if (output.length !== length || crc32(output.unpacked) !== checksum) throw damaged();
}

/** Deflate alone, as zip has it. */
export const inflateRaw = (bytes: Uint8Array, output: Output): void => inflate(new Inflate(), bytes, output);

function inflate(stream: Inflate | Gunzip, bytes: Uint8Array, output: Output): void {
  let isTooFar: unknown;
  stream.ondata = (part) => {
    try {
      output.append(part);
    } catch (error) {
      isTooFar = error;
      throw error;
    }
  };
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch {
    throw isTooFar ?? damaged();
  }
}
