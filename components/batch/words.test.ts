import { describe, expect, test } from "vitest";
import type { PreviewRow } from "./preview-rows";
import type { Summary } from "./summary";
import {
  answerName,
  bytesInWords,
  chanceInWords,
  durationInWords,
  estimatedInWords,
  progressInWords,
  keptInWords,
  rowsInWords,
  withoutInWords,
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

  test("keptInWords(kept) says what the server keeps of a file", () => {
    expect(keptInWords(null)).toMatch(
      /^Your file is not stored: .* come back with their estimates\. No row is kept\.$/,
    );
    const kept = { days: 90, inputs: true, sampled: false };
    expect(keptInWords(kept)).toContain(
      "For monitoring, inputs and estimates are kept for 90 days, of large files those of a sample.",
    );
    expect(keptInWords({ days: 1, inputs: false, sampled: true })).toContain(
      "estimates alone are kept for 1 day, of a sample of the rows.",
    );
  });

  test("withoutInWords(rows) names the one row without an estimate, and counts several", () => {
    const row = (row: number, error: string) => ({ row, answer: { error } }) as PreviewRow;
    expect(withoutInWords([row(2, ""), row(3, "lot area is required")])).toBe("Row 3 gets no estimate.");
    expect(withoutInWords([row(2, "a"), row(3, ""), row(4, "b")])).toBe("2 of the first 3 rows get no estimate.");
  });

  test("what comes back is named after what was sent", () => {
    expect(["houses.csv", "my.houses.tsv", "houses"].map(answerName)).toEqual([
      "houses-estimates.csv",
      "my.houses-estimates.tsv",
      "houses-estimates.csv",
    ]);
  });
});
