import { expect, test } from "vitest";
import type { Evidence } from "@/lib/model/evidence";
import { publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { createElement } from "react";
import { EstimatesAgainstTruth } from "./estimates-against-truth";
import { figuresInWords, influenceInWords, rowsLeftOut, tableInWords, truthAtEnds } from "./sentences";

const houses = await publishedModel("house-price");
const small = houses.evidence!;
const large: Evidence = { ...small, rows: 45_000, sampled: 20_000, measured: 19_999 };

test("sentences of the card are about all rows, or name the sample", () => {
  expect(rowsLeftOut(houses.spec, small)).toMatch(/^Each of the 546 rows was left out in turn and its sale price/);
  expect(rowsLeftOut(houses.spec, large)).toMatch(/^Each of a sample of 19,999 of the 45,000 rows was left out/);
  expect(figuresInWords(large)).toContain("come from a sample of 19,999 of the 45,000 rows");
  expect(tableInWords(small, 546)).toBe(
    "The table has 546 rows. Outside what they hold, an estimate comes with a warning; far outside, the model gives no estimate.",
  );
  expect(tableInWords(large, 314)).toContain(
    "The table has 45,000 rows. Accuracy was measured on a sample of 20,000 of them. Charts of errors show a sample of 546. Contributions are measured against a sample of 314.",
  );
  expect(influenceInWords(0.1, small)).toMatch(/^A mistake in these rows would change the model most\. The largest/);
  expect(influenceInWords(2, large)).toMatch(/^Among a sample of 20,000 of the 45,000 rows, a mistake in these/);
});

test("truthAtEnds(spec, ends, write) gives a direction only where it is more than chance", () => {
  const end = { estimate: 100, truth: 110, above: 40, below: 20 };
  const text = truthAtEnds(houses.spec, { lowest: end, highest: { ...end, above: 20, below: 40 } }, String);
  expect(text).toBe(
    "Among the lowest estimates the median is 100 and the median true sale price 110: they are too low. Among the highest it is 100 and the median true sale price 110: they are too high.",
  );
  expect(truthAtEnds(houses.spec, { lowest: { ...end, below: 30 }, highest: end }, String)).toContain(
    "110: neither too low nor too high by more than chance.",
  );
  expect(truthAtEnds(houses.spec, null, String)).toMatch(/^There are too few rows/);
});

test("EstimatesAgainstTruth of house-price finds no regression to the mean at its ends", () => {
  const text = textOf(createElement(EstimatesAgainstTruth, { model: houses, evidence: small }));
  expect(text).toMatch(
    /Among the lowest estimates the median is \$[\d,]+ and the median true sale price \$[\d,]+: neither/,
  );
  expect(text).not.toMatch(/they are too (low|high)/);
});
