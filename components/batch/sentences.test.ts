import { expect, test } from "vitest";
import { keptInWords } from "./kept-in-words";
import type { PreviewRow } from "./preview-rows";
import { durationInWords, estimatedInWords, progressInWords, withoutInWords } from "./sentences";
import type { Summary } from "./summary";

const summary = (rows: number, estimated: number) => ({ rows, estimated }) as Summary;

test.each([
  [98214, 100000, "98,214 of 100,000 rows have an estimate."],
  [1, 3, "1 of 3 rows has an estimate."],
  [3, 3, "All 3 rows have an estimate."],
  [1, 1, "The row has an estimate."],
  [0, 1, "The row has no estimate."],
  [0, 12, "None of 12 rows has an estimate."],
  [1234567, 1234568, "1,234,567 of 1,234,568 rows have an estimate."],
])("estimatedInWords(locale, summary) of %i of %i", (estimated, rows, words) => {
  expect(estimatedInWords("en", summary(rows, estimated))).toBe(words);
});

test("estimatedInWords(locale, summary) is German in German", () => {
  expect(estimatedInWords("de", summary(100000, 98214))).toBe("98.214 von 100.000 Zeilen haben eine Schätzung.");
  expect(estimatedInWords("de", summary(3, 1))).toBe("1 von 3 Zeilen hat eine Schätzung.");
});

test.each([
  [0.4, "a few seconds"],
  [31, "about 40 seconds"],
  [89, "about 90 seconds"],
  [200, "about 3 minutes"],
  [9000, "about 3 hours"],
])("durationInWords(locale, %f)", (seconds, words) => expect(durationInWords("en", seconds)).toBe(words));

test("progressInWords(locale, progress) is what is done, how fast, and what is left", () => {
  const progress = { rows: 250_000, share: 0.25, seconds: 10 };
  expect(progressInWords("en", { rows: 0, share: 0, seconds: 0 })).toBe("Starting…");
  expect(progressInWords("en", progress)).toBe("250,000 rows done, 25,000 per second, about 30 seconds left.");
  expect(progressInWords("de", progress)).toBe("250.000 Zeilen fertig, 25.000 pro Sekunde, noch etwa 30 Sekunden.");
});

test("keptInWords(locale, kept) says what the server keeps of a file", () => {
  expect(keptInWords("en", null)).toMatch(
    /^The file itself is not stored\. .* with their estimates\. No row is kept\.$/,
  );
  const kept = { days: 90, inputs: true, sampled: false };
  expect(keptInWords("en", kept)).toContain(
    "this server keeps inputs and estimates for 90 days. Of large files, it keeps a sample of the rows.",
  );
  expect(keptInWords("en", { days: 1, inputs: false, sampled: true })).toContain(
    "keeps the estimates alone for 1 day. It keeps a sample of the rows.",
  );
  expect(keptInWords("de", { days: 1, inputs: false, sampled: true })).toContain(
    "bewahrt dieser Server nur die Schätzungen 1 Tag lang auf. Er behält eine Stichprobe der Zeilen.",
  );
});

test("withoutInWords(locale, rows) names the one row without an estimate, and counts several", () => {
  const row = (row: number, error: string) => ({ row, answer: { error } }) as PreviewRow;
  const [good, bad] = [row(2, ""), row(3, "lot area is required")];
  expect(withoutInWords("en", [good])).toBe("All of these rows have an estimate.");
  expect(withoutInWords("en", [good, bad])).toBe("Row 3 has no estimate.");
  expect(withoutInWords("en", [bad, good, bad])).toBe("2 of the first 3 rows have no estimate.");
  expect(withoutInWords("en", [bad])).toMatch(/^None of these rows has an estimate\./);
  expect(withoutInWords("de", [bad, good, bad])).toBe("2 der ersten 3 Zeilen haben keine Schätzung.");
});
