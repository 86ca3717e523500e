import { describe, expect, test } from "vitest";
import type { Summary } from "./summary";
import {
  answerName,
  bytesInWords,
  chanceInWords,
  durationInWords,
  estimatedInWords,
  progressInWords,
  rowsInWords,
} from "./words";

const summary = (rows: number, estimated: number) => ({ rows, estimated }) as Summary;

describe("a batch in words", () => {
  test.each([
    [98214, 100000, "98,214 of 100,000 rows have an estimate"],
    [1, 3, "1 of 3 rows has an estimate"],
    [3, 3, "All 3 rows have an estimate"],
    [1, 1, "The row has an estimate"],
    [0, 1, "The row has no estimate"],
    [0, 12, "None of 12 rows has an estimate"],
    [1234567, 1234568, "1,234,567 of 1,234,568 rows have an estimate"],
  ])("%i of %i", (estimated, rows, words) => {
    expect(estimatedInWords(summary(rows, estimated))).toBe(words);
  });

  test.each([
    [0.4, "a few seconds"],
    [31, "about 40 seconds"],
    [89, "about 90 seconds"],
    [200, "about 3 minutes"],
    [9000, "about 3 hours"],
  ])("%f seconds", (seconds, words) => expect(durationInWords(seconds)).toBe(words));

  test("progress is what is done, how fast, and what is left", () => {
    expect(progressInWords({ rows: 0, share: 0, seconds: 0 })).toBe("beginning");
    expect(progressInWords({ rows: 250_000, share: 0.25, seconds: 10 })).toBe(
      "250,000 rows done, 25,000 a second, about 30 seconds left",
    );
  });

  test("sizes have three digits", () => {
    expect([999, 48_575, 2_568_061, 31.46e9].map(bytesInWords)).toEqual(["999 bytes", "48.6 kB", "2.57 MB", "31.5 GB"]);
    expect(rowsInWords(1)).toBe("1 row");
  });

  test("a chance that is not known is said to be so", () => {
    expect([0.41, NaN].map(chanceInWords)).toEqual(["41%", "not known"]);
  });

  test("what comes back is named after what was sent", () => {
    expect(["houses.csv", "my.houses.tsv", "houses"].map(answerName)).toEqual([
      "houses-estimates.csv",
      "my.houses-estimates.tsv",
      "houses-estimates.csv",
    ]);
  });
});
