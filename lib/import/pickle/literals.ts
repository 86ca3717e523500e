import type { ByteReader } from "../byte-reader";
import { AGAIN, ImportError } from "../import-error";
import type { Budget } from "./limits";
import type { Node } from "./nodes";

const latin1 = new TextDecoder("latin1");
const utf8 = new TextDecoder("utf-8");

/** The number, text or bytes that a code of a pickle stands for; undefined for any other code. */
export function readLiteral(code: number, reader: ByteReader, budget: Budget): Node | undefined {
  switch (String.fromCharCode(code)) {
    case "N":
      return null;
    case "\x88":
      return true;
    case "\x89":
      return false;
    case "I":
      return readIntegerLine(readText(reader, budget));
    case "J":
      return reader.int32();
    case "K":
      return reader.byte();
    case "M":
      return reader.uint16();
    case "L":
      return readDecimal(checkedText(reader, budget).replace(/L$/, ""));
    case "\x8a":
      return readWhole(reader, reader.byte(), budget);
    case "\x8b":
      return readWhole(reader, reader.int32(), budget);
    case "F":
      return readFloatLine(readText(reader, budget));
    case "G":
      return reader.float64();
    case "S":
      return readQuoted(readText(reader, budget), budget);
    case "T":
      return textOf(reader, reader.int32(), latin1, budget);
    case "U":
      return textOf(reader, reader.byte(), latin1, budget);
    case "V":
      return unescapeUnicode(textOf(reader, reader.lineLength(), latin1, budget, 1), budget);
    case "X":
      return textOf(reader, reader.uint32(), utf8, budget);
    case "\x8c":
      return textOf(reader, reader.byte(), utf8, budget);
    case "\x8d":
      return textOf(reader, reader.length64(), utf8, budget);
    case "B":
      return reader.take(reader.uint32());
    case "C":
      return reader.take(reader.byte());
    case "\x8e":
    case "\x96":
      return reader.take(reader.length64());
    default:
      return undefined;
  }
}

/** A text of so many bytes, counted before it is made. */
function textOf(reader: ByteReader, length: number, decoder: TextDecoder, budget: Budget, behind = 0): string {
  const bytes = reader.take(length);
  budget.addText(length);
  if (behind > 0) reader.take(behind);
  return decoder.decode(bytes);
}

/** A text up to the end of its line. */
export function readText(reader: ByteReader, budget: Budget): string {
  return textOf(reader, reader.lineLength(), utf8, budget, 1).replace(/\r$/, "");
}

function checkedText(reader: ByteReader, budget: Budget): string {
  budget.checkNumber(reader.lineLength());
  return readText(reader, budget);
}

/** Bytes that are no pickle, or none any more. */
export class Malformed extends ImportError {}

/** What is thrown for bytes that are no pickle. */
export function malformed(): ImportError {
  return new Malformed(`the file is no pickle, or is damaged; ${AGAIN}`);
}

/** A number where it is one exactly. */
function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A whole number of any length in decimal digits. */
function readDecimal(text: string): number | bigint {
  if (!/^-?\d+$/.test(text)) throw malformed();
  return narrow(BigInt(text));
}

/** A whole number of so many bytes, the least significant one first, with a sign. */
function readWhole(reader: ByteReader, count: number, budget: Budget): number | bigint {
  budget.checkNumber(count);
  const bytes = reader.take(count);
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]!);
  return narrow(bytes.length > 0 && bytes.at(-1)! >= 0x80 ? value - (1n << BigInt(8 * bytes.length)) : value);
}

/** A small number or a truth value in digits. */
function readIntegerLine(text: string): number | boolean {
  if (text === "00" || text === "01") return text === "01";
  if (!/^-?\d{1,15}$/.test(text)) throw malformed();
  return Number(text);
}

function readFloatLine(text: string): number {
  if (/^-?(inf|nan)$/.test(text)) return text === "nan" ? NaN : text === "inf" ? Infinity : -Infinity;
  if (!/^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) throw malformed();
  return Number(text);
}

/** A text of Python 2 between quotes, in which some bytes are escaped. */
function readQuoted(text: string, budget: Budget): string {
  budget.addEscapes(text);
  const inner = /^(['"])(.*)\1$/s.exec(text)?.[2];
  if (inner === undefined) throw malformed();
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t" };
  return inner.replace(/\\(x[0-9a-f]{2}|.)/gis, (_, escaped: string) =>
    escaped.length === 3 ? String.fromCharCode(parseInt(escaped.slice(1), 16)) : (named[escaped] ?? escaped),
  );
}

function unescapeUnicode(text: string, budget: Budget): string {
  budget.addEscapes(text);
  return text.replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/gi, (_, four?: string, eight?: string) => {
    const point = parseInt(four ?? eight!, 16);
    if (point > 0x10ffff) throw malformed();
    return String.fromCodePoint(point);
  });
}
