import fc from "fast-check";
import { expect, test } from "vitest";
import { readRecords } from "./read-records";
import { writeCell, writeTable } from "./write-table";

test.each([
  ["plain", "plain"],
  ["", ""],
  ["a,b", '"a,b"'],
  ['6" pipe', '"6"" pipe"'],
  ["two\nlines", '"two\nlines"'],
  ["a\rb", '"a\rb"'],
  ["a;b", "a;b"],
])("writeCell(%j) is %j", (text, cell) => {
  expect(writeCell(text)).toBe(cell);
});

test("writeCell(text, delimiter) quotes its own delimiter and no other", () => {
  expect(writeCell("a;b", 0x3b)).toBe('"a;b"');
  expect(writeCell("a,b", 0x3b)).toBe("a,b");
});

test("writeTable(rows) reads back as the same texts, whatever they hold", () => {
  const text = fc.oneof(fc.stringMatching(/^[a-z0-9 ,;"\r\n=@-]{0,8}$/), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
      const table = writeTable([["first", "second"], ...rows]);
      const read = Array.from(
        readRecords(table, () => false),
        ({ record }) => [record.text(0), record.text(1)],
      );
      expect(read).toEqual(rows);
    }),
  );
});
