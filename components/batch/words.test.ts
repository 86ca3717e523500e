import { expect, test } from "vitest";
import { answerName, bytesInWords, chanceInWords, rowsInWords } from "./words";

test("bytesInWords(bytes, locale) has three digits", () => {
  expect([999, 48_575, 2_568_061, 31.46e9].map((bytes) => bytesInWords(bytes))).toEqual([
    "999 bytes",
    "48.6 kB",
    "2.57 MB",
    "31.5 GB",
  ]);
  expect(bytesInWords(48_575, "de")).toBe("48,6 kB");
});

test("rowsInWords(locale, rows) counts to the last digit", () => {
  expect([1, 1_234_568].map((rows) => rowsInWords("en", rows))).toEqual(["1 row", "1,234,568 rows"]);
  expect([1, 1_234_568].map((rows) => rowsInWords("de", rows))).toEqual(["1 Zeile", "1.234.568 Zeilen"]);
});

test("chanceInWords(locale, probability) of a probability that is not known is no number", () => {
  expect([0.41, NaN].map((probability) => chanceInWords("en", probability))).toEqual(["41%", "not known"]);
  expect([0.41, NaN].map((probability) => chanceInWords("de", probability))).toEqual(["41\u00a0%", "nicht bekannt"]);
});

test("answerName(file) is the name of the file with -estimates", () => {
  expect(["houses.csv", "my.houses.tsv", "houses"].map(answerName)).toEqual([
    "houses-estimates.csv",
    "my.houses-estimates.tsv",
    "houses-estimates.csv",
  ]);
});
