import { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import { crc32, crc64 } from "./checksums";
import { damaged } from "./damaged";
import { LzmaDecoder } from "./lzma";
import type { Output } from "./output";

const LZMA2 = 0x21;
/** Bytes of each kind of check. */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/**
 * A stream of xz: blocks of LZMA2, each with a check.
 *
 * Source: "The .xz file format", version 1.2.1 (2024), of the XZ project.
 *
 * @throws ImportError where it is damaged, unpacks too far, or has filters that no joblib writes
 */
export function unpackXz(bytes: Uint8Array, output: Output): void {
  const reader = new ByteReader(bytes, 6);
  const flags = reader.take(2);
  if (flags[0] !== 0 || flags[1]! > 0x0f || reader.uint32() !== crc32(flags)) throw damaged();
  output.announce(saidSize(bytes));
  const decoder = new LzmaDecoder(output);
  for (;;) {
    const start = reader.position;
    const size = reader.byte();
    // A header of no size is the index, which ends the stream.
    if (size === 0) return;
    readHeader(new ByteReader(headerOf(reader, start, size)));
    const before = output.length;
    unpackBlock(reader, output, decoder);
    while ((reader.position - start) % 4 !== 0) if (reader.byte() !== 0) throw damaged();
    check(flags[1]!, reader, output.bytes.subarray(before, output.length));
  }
}

/** How much the stream unpacks to, as the index behind the blocks says: where that is honest, it saves the work. */
function saidSize(bytes: Uint8Array): number {
  const footer = new ByteReader(bytes.subarray(-12));
  footer.uint32();
  const size = (footer.uint32() + 1) * 4;
  if (footer.left !== 4 || bytes.at(-2) !== 0x59 || bytes.at(-1) !== 0x5a || size + 12 > bytes.length) throw damaged();
  const index = new ByteReader(bytes.subarray(-12 - size, -12));
  index.byte();
  let sum = 0;
  for (let count = readVariable(index); count > 0; count--) {
    readVariable(index);
    sum += readVariable(index);
  }
  return sum;
}

function headerOf(reader: ByteReader, start: number, size: number): Uint8Array {
  const length = (size + 1) * 4;
  reader.position = start;
  const header = reader.take(length - 4);
  if (reader.uint32() !== crc32(header)) throw damaged();
  return header;
}

/** Checks that a block has LZMA2 alone; how large its dictionary is does not matter where all is kept. */
function readHeader(header: ByteReader): void {
  header.byte();
  const flags = header.byte();
  if (flags & 0x40) readVariable(header);
  if (flags & 0x80) readVariable(header);
  if ((flags & 0x3c) !== 0) throw damaged();
  if ((flags & 3) !== 0 || readVariable(header) !== LZMA2) {
    throw new ImportError("the xz file has filters that are not read here; unpack it with xz and give what is in it");
  }
}

/** A whole number in digits of seven bits, the least significant first. */
function readVariable(reader: ByteReader): number {
  let value = 0;
  for (let digit = 0; digit < 9; digit++) {
    const byte = reader.byte();
    value += (byte & 0x7f) * 2 ** (7 * digit);
    if (byte < 0x80) return value;
  }
  throw damaged();
}

/** Chunks of LZMA2: packed or plain, each saying what of the decoder begins anew. */
function unpackBlock(reader: ByteReader, output: Output, decoder: LzmaDecoder): void {
  decoder.resetDictionary();
  for (let control = reader.byte(); control !== 0; control = reader.byte()) {
    if (control < 0x80) {
      if (control > 2) throw damaged();
      if (control === 1) decoder.resetDictionary();
      output.append(reader.take(sizeOf(reader)));
      continue;
    }
    const unpacked = ((control & 0x1f) << 16) + sizeOf(reader);
    const packed = sizeOf(reader);
    const reset = (control >> 5) & 3;
    if (reset === 3) decoder.resetDictionary();
    if (reset >= 2) decoder.setProperties(propertiesOf(reader.byte()));
    else if (reset === 1) decoder.resetState();
    if (!decoder.isReady) throw damaged();
    decoder.start(reader.take(packed));
    if (decoder.run(unpacked)) throw damaged();
    decoder.checkEnd(true);
  }
}

/** LZMA2 has fewer models than LZMA. */
function propertiesOf(byte: number): number {
  if ((byte % 9) + (Math.floor(byte / 9) % 5) > 4) throw damaged();
  return byte;
}

const sizeOf = (reader: ByteReader) => reader.byte() * 256 + reader.byte() + 1;

function check(kind: number, reader: ByteReader, bytes: Uint8Array): void {
  if (kind === 1 && reader.uint32() !== crc32(bytes)) throw damaged();
  else if (kind === 4) {
    const [low, high] = [reader.uint32(), reader.uint32()];
    const [upper, lower] = crc64(bytes);
    if (low !== lower || high !== upper) throw damaged();
  } else if (kind !== 1) reader.take(CHECK_SIZES[kind]!);
}
