import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawable, readGlyphs } from "./glyphs";

const font = readFileSync("node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf");
const glyphs = readGlyphs(font);
const has = (code: number) => glyphs.has(code);
const draw = (...texts: string[]) => drawable(texts, has);

test("readGlyphs(font) finds the letters of the font and not those of others", () => {
  for (const character of "aZ09$€£äßłПя−×…") expect(has(character.codePointAt(0)!), character).toBe(true);
  for (const character of "日ا₩⁻🏠\uffff") expect(has(character.codePointAt(0)!), character).toBe(false);
  expect(readGlyphs(new Uint8Array(12)).size).toBe(0);
});

test.each([
  ["a plain text", "Lot area: 6,000 sq ft", "Lot area: 6,000 sq ft"],
  ["an emoji", "🏠 House price 👨‍👩‍👧", "House price"],
  ["letters with marks apart", "a\u0308rger", "ärger"],
  ["what nobody sees", "zero\u200bwidth\u00ad \u202eback", "zerowidth back"],
  ["line breaks and narrow blanks", "a\n\tb 1\u202f000", "a b 1\u00a0000"],
  ["a currency without a sign in the font", "₩1,200", "KRW 1,200"],
  ["the same behind a number", "1.200\u00a0₩", "1.200\u00a0KRW"],
  ["a power of ten", "1.2 × 10⁻⁹", "1.2 × 10^−9"],
  ["half of a character", "a\ud800b", "ab"],
])("drawable(texts) of %s is what the font has", (_, text, drawn) => {
  expect(draw(text)).toBe(drawn);
});

test("drawable(texts) takes the next text where letters, digits or an unknown currency are lacking", () => {
  expect(draw("東京の家賃", "tokyo-rent")).toBe("tokyo-rent");
  expect(draw("٤٢", "42")).toBe("42");
  expect(draw("الإيجار")).toBe("");
});

test("drawable(texts) cuts a long text between characters", () => {
  expect(drawable(["a".repeat(500)], has, 10)).toBe(`${"a".repeat(10)}…`);
});

test("drawable(texts) never holds a character that the font lacks", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }), (texts) => {
      expect([...draw(...texts)].filter((character) => !has(character.codePointAt(0)!))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
