import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "./read-number";
import { RecordReader } from "./record";
import { MOST_NUMBER_BYTES, writeNumber } from "./write-number";

const encoder = new TextEncoder();
const COMMA = 0x2c;

function read(text: string, decimal?: number): number {
  const bytes = encoder.encode(`<${text}>`);
  return readNumber(bytes, 1, bytes.length - 1, decimal);
}

function write(value: number, decimal?: number): string {
  const out = new Uint8Array(MOST_NUMBER_BYTES);
  return new TextDecoder().decode(out.subarray(0, writeNumber(value, out, 0, decimal)));
}

/** Numbers of every size that people have, and every bit pattern. */
const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9 })).map(([n, k]) => n / 10 ** k),
);
const runs = { numRuns: 20_000 };

describe("readNumber", () => {
  test("gives the double that Number gives, or leaves the text to it", () => {
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    const text = fc.tuple(fc.constantFrom("", "-", "+"), digits, digits, fc.constantFrom("", ".")).map((parts) => {
      const [sign, whole, decimals, point] = parts;
      return sign + whole + point + (point && decimals);
    });
    fc.assert(
      fc.property(fc.oneof(text, anyDouble.map(String)), (some) => {
        const value = read(some);
        if (!Number.isNaN(value)) expect(value).toBe(Number(some));
      }),
      runs,
    );
  });

  test("does not leave plain numbers of up to nineteen digits", () => {
    for (const text of ["0.6666666666666666", "2133.3333333333335", "9007199254740993", "1234567890123456789", "-0"]) {
      expect(read(text)).toBe(Number(text));
    }
  });

  test("takes spaces around and a comma before decimals where told to", () => {
    expect(read(" 7 ")).toBe(7);
    expect(read("7,5", COMMA)).toBe(7.5);
    expect(read("7.5", COMMA)).toBeNaN();
  });

  test.each([
    "",
    " ",
    "-",
    ".",
    "+.",
    "1.2.3",
    "1e3",
    "1 234",
    "NaN",
    "Infinity",
    "0x10",
    "1-",
    "12345678901234567890",
  ])("leaves %j", (text) => expect(read(text)).toBeNaN());
});

describe("writeNumber", () => {
  test("writes digits that read back as the same double", () => {
    fc.assert(
      fc.property(anyDouble, (value) => {
        expect(Number(write(value))).toBe(value === 0 ? 0 : value);
      }),
      runs,
    );
  });

  test("never writes more than String does", () => {
    fc.assert(
      fc.property(anyDouble, (value) => {
        expect(write(value).length).toBeLessThanOrEqual(String(value).length);
      }),
      runs,
    );
  });

  test.each([
    [0, "0"],
    [-0, "0"],
    [7, "7"],
    [-2147483648, "-2147483648"],
    [0.1, "0.1"],
    [90242.6907145235, "90242.6907145235"],
    [1 / 3, "0.3333333333333333"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
    [1e21, "1e+21"],
    [9.999999999999998, "9.999999999999998"],
    [999999999999999.9, "999999999999999.9"],
    [Number.MAX_VALUE, "1.7976931348623157e+308"],
    [-Number.MIN_VALUE, "-5e-324"],
  ])("writes %d as %s", (value, text) => expect(write(value)).toBe(text));

  test("puts a comma before decimals where told to", () => {
    expect(write(-0.5, COMMA)).toBe("-0,5");
    expect(write(1.5e-9, COMMA)).toBe("1,5e-9");
  });
});

describe("the numbers of a record", () => {
  const piece = fc.constantFrom(
    "0",
    "00",
    "7",
    "12345678",
    "999999999999",
    ".",
    ",",
    "-",
    "+",
    " ",
    "e3",
    "x",
    "é",
    '"',
  );
  const field = fc.oneof(
    fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")),
    anyDouble.map(String),
  );

  test.each([
    [";", true],
    ["\t", false],
  ])("are those that readNumber reads, with %j between fields", (delimiter, decimalComma) => {
    const decimal = decimalComma ? COMMA : undefined;
    const reader = new RecordReader({ delimiter: delimiter.charCodeAt(0), decimalComma }, 3);
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 3 }), (fields) => {
        reader.load(encoder.encode(`${fields.join(delimiter)}\n`));
        if (!reader.next()) return;
        for (let index = 0; index < reader.count; index++) {
          const expected = readNumber(reader.bytes, reader.starts[index]!, reader.ends[index]!, decimal);
          expect(reader.number(index)).toBe(expected);
          const near = reader.nearNumber(index);
          if (Number.isNaN(expected)) continue;
          expect(Math.abs(near - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
        }
      }),
      runs,
    );
  });
});
