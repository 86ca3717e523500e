import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvError } from "./dialect";
import { RecordReader } from "./record";
import { TableSplitter, type SplitOptions } from "./split";

const encode = (text: string) => new TextEncoder().encode(text);

/** All of a table as texts, by way of chunks of some size. */
function readTable(bytes: Uint8Array, chunkBytes = bytes.length || 1, options?: SplitOptions) {
  const splitter = new TableSplitter(options);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    blocks.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  }
  const last = splitter.finish();
  if (last) blocks.push(last);
  const { header, headerLines } = splitter;
  const reader = new RecordReader(header!.dialect, header!.names.length);
  const records: string[][] = [];
  const faults: (string | undefined)[] = [];
  const lines: number[] = [];
  let before = headerLines;
  for (const block of blocks) {
    reader.load(block);
    while (reader.next()) {
      records.push(Array.from({ length: reader.count }, (_, field) => reader.text(field)));
      faults.push(reader.fault);
      lines.push(before + reader.line);
    }
    before += reader.linesRead;
  }
  return { header: header!, blocks, records, faults, lines };
}

const read = (text: string) => readTable(encode(text));

describe("RFC 4180", () => {
  test.each([
    ["line feeds", "a,b\n1,2\n3,4\n"],
    ["carriage returns and line feeds", "a,b\r\n1,2\r\n3,4\r\n"],
    ["carriage returns alone", "a,b\r1,2\r3,4\r"],
    ["no end of the last line", "a,b\n1,2\n3,4"],
    ["a byte order mark", "\uFEFFa,b\n1,2\n3,4\n"],
    ["blank lines", "\n\r\na,b\n\n1,2\n\r\n\n3,4\n\n"],
    ["quotes around everything", '"a","b"\n"1","2"\n"3","4"'],
    ["semicolons", "a;b\n1;2\n3;4\n"],
    ["tabs", "a\tb\n1\t2\n3\t4\n"],
  ])("reads a table with %s", (_, text) => {
    const { header, records, faults } = read(text);
    expect(header.names).toEqual(["a", "b"]);
    expect(records).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(faults).toEqual([undefined, undefined]);
  });

  test("keeps delimiters, line breaks and doubled quotes inside of quotes", () => {
    const { records, lines } = read('a,b\n"x, ""y""\r\n;\nz","\r"\n"",""""\n');
    expect(records).toEqual([
      ['x, "y"\r\n;\nz', "\r"],
      ["", '"'],
    ]);
    expect(lines).toEqual([2, 6]);
  });

  test("takes a quote that does not begin a field as a character", () => {
    expect(read('a,b\n5" pipe, "x"\n').records).toEqual([['5" pipe', ' "x"']]);
  });

  test("keeps spaces and empty fields", () => {
    expect(read("a,b,c\n , 1 ,\n,,\n").records).toEqual([
      [" ", " 1 ", ""],
      ["", "", ""],
    ]);
  });

  test("counts delimiters of the first line outside of quotes, and takes the rarer of two that are as frequent", () => {
    expect(read('"a,b,c";d\n1;2\n').header.names).toEqual(["a,b,c", "d"]);
    expect(read("size, in m;rooms\n1;2\n").header.names).toEqual(["size, in m", "rooms"]);
    expect(read("a\n1\n").header.dialect).toEqual({ delimiter: 0x2c, decimalComma: false, newline: "\n" });
    expect(read("a;b\r\n").header.dialect).toEqual({ delimiter: 0x3b, decimalComma: true, newline: "\r\n" });
  });
});

test("between commas, a decimal comma stands in quotes alone", () => {
  const reader = new RecordReader({ delimiter: 0x2c, decimalComma: true }, 3);
  reader.load(encode('"1,5",500,7\n'));
  reader.next();
  expect([0, 1, 2].map((field) => reader.number(field))).toEqual([1.5, 500, 7]);
});

describe("what is not as it should be", () => {
  test("a record counts its fields, however many they are", () => {
    expect(read("a,b\n1\n1,2,3\n1,2\n").records.map(({ length }) => length)).toEqual([1, 3, 2]);
  });

  test("a record says what is wrong with it, and the next is read", () => {
    const latin1 = Uint8Array.from([...encode("a,b\n1,caf"), 0xe9, ...encode("\n1,é\n1,\0\n")]);
    expect(readTable(latin1).faults).toEqual(["encoding", undefined, "nul"]);
    const { records, faults } = read('a,b\n"1"x,2\n3,4\n"5,6\n');
    expect(faults).toEqual(["quote", undefined, "quote"]);
    expect(records[1]).toEqual(["3", "4"]);
  });

  const bytes = (...values: number[]) => Uint8Array.from(values);
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
  test.each([
    ["an empty file", bytes(), "the file is empty"],
    ["a file of blank lines", encode("\n\r\n\r"), "the file is empty"],
    ["a byte order mark alone", encode("\uFEFF\n"), "the file is empty"],
    ["UTF-16 with a byte order mark", utf16("\uFEFFa,b\n1,2\n"), "UTF-16"],
    ["UTF-16 without one", utf16("a,b\n1,2\n"), "UTF-16"],
    ["a first line in Latin-1", bytes(0xe9, 0x2c, 0x61, 0x0a), "must be in UTF-8"],
    ["a workbook", encode("PK\u0003\u0004\u0014\n"), "must be CSV and not a spreadsheet"],
    ["a compressed file", bytes(0x1f, 0x8b, 0x08, 0x0a), "must not be compressed"],
    ["a first line with an open quote", encode('a,"b\n1,2\n'), "must close each quote"],
    ["too many columns", encode(",".repeat(5000)), "must have at most 4,096 columns"],
  ])("%s is refused in so many words", (_, content, message) => {
    expect(() => readTable(content)).toThrow(CsvError);
    expect(() => readTable(content)).toThrow(message);
  });

  test("a field of a megabyte is read; a row of more than the limit is refused, with a hint at open quotes", () => {
    const large = "x".repeat(2 ** 20);
    expect(read(`a,b\n1,"${large}"\n2,y\n`).records).toEqual([
      ["1", large],
      ["2", "y"],
    ]);
    expect(() => read(`a\n${"x".repeat(3e6)}\n`)).toThrow("a row is longer than 2,097,152 bytes");
    expect(() => read(`a\n"${"x\n".repeat(2e6)}`)).toThrow("is a quote left open?");
    expect(() => read("x".repeat(3e6))).toThrow("the first line is longer than");
  });
});

describe("any chunking", () => {
  const cell = fc.stringMatching(/^[ab1é"\r\n,; ]{0,6}$/);
  const line = fc.array(
    fc.oneof(
      cell,
      cell.map((text) => `"${text.replaceAll('"', '""')}"`),
    ),
    { maxLength: 4 },
  );
  const newline = fc.constantFrom("\n", "\r\n", "\r");
  const table = fc
    .tuple(fc.array(line, { maxLength: 12 }), newline, fc.constantFrom(",", ";"))
    .map(([rows, end, delimiter]) => `x${delimiter}y${end}${rows.map((row) => row.join(delimiter) + end).join("")}`);

  test("gives the same blocks and the same records", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 4, max: 40 }), (text, chunk, blockBytes) => {
        const whole = readTable(encode(text), undefined, { blockBytes });
        const chunked = readTable(encode(text), chunk, { blockBytes });
        expect(chunked).toEqual(whole);
        const { records, faults, lines } = read(text);
        expect({ records, faults, lines }).toEqual({
          records: whole.records,
          faults: whole.faults,
          lines: whole.lines,
        });
      }),
      { numRuns: 3000 },
    );
  });

  test("gives blocks of whole records, no larger than asked for, that make up the table", () => {
    const text = 'a,b\n1,"2\n3"\n4,5\n'.repeat(50);
    const { header, blocks } = readTable(encode(text), 7, { blockBytes: 64 });
    expect(Buffer.concat([header.bytes, encode("\n"), ...blocks]).toString()).toBe(text);
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(64);
    for (const block of blocks) expect(readTable(block).faults).not.toContain("quote");
  });
});
