import { expect, test } from "vitest";
import { seededRandom } from "@/lib/math/random";
import { predict } from "@/lib/model/answer/predict";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { publishedModel, trainModel } from "@/lib/testing/models";
import {
  averageEstimate,
  leanInWords,
  nearestRows,
  overallAccuracy,
  rangeAmongOutcomes,
  similarAccuracy,
} from "./sentences";

const houses = await publishedModel("house-price");
const salary = await publishedModel("salary");
const evidenceOf = ({ evidence }: Model): Evidence => evidence!;

/** Evidence of a table of 45,000 rows, of which 20,000 were looked at and 1,000 are shown. */
const large: Evidence = {
  ...evidenceOf(houses),
  rows: 45_000,
  sampled: 20_000,
  measured: 20_000,
  background: { ...evidenceOf(houses).background, actual: Array.from({ length: 1_000 }, () => 50_000) },
};

/** A table whose outcomes bend, with a straight line fitted to it: too high in the middle, too low at both ends. */
function bentModel(below = 0): Promise<Model> {
  const random = seededRandom(2);
  const rows = Array.from({ length: 300 }, () => {
    const inputs = { a: 10 * random(), b: random() };
    return { inputs, actual: 60 + (inputs.a - 5) ** 2 + 8 * inputs.a + 4 * (random() - 0.5) - below };
  });
  return trainModel({}, rows);
}

test("similarAccuracy(spec, evidence, estimate) of a cheap house speaks of estimates like it and does not call it too high", () => {
  const inputs = { area: 3000, bedrooms: 2, bathrooms: 1, stories: 1, guest_rooms: 0, basement: false, parking: 0 };
  const { estimate } = predict(houses, inputs);
  expect(estimate).toBeCloseTo(38_300, -2);
  expect(similarAccuracy(houses.spec, evidenceOf(houses), estimate!)).toBe(
    "183 of the 546 rows have an estimate of $22,800 to $56,800, each by the model fitted without that row. Half of these estimates were within 15% of the actual sale price, and 28% of them within 10%.",
  );
});

test("similarAccuracy(spec, evidence, estimate) gives the direction where it is more than chance, the right way round", async () => {
  const { spec, evidence } = await bentModel();
  const [low, middle, high] = evidence!.accuracy.segments.map(({ range }) => (range!.low + range!.high) / 2);
  expect(similarAccuracy(spec, evidence!, middle!)).toMatch(
    /The actual outcome was typically \d+% lower than the estimate\.$/,
  );
  expect(similarAccuracy(spec, evidence!, low!)).not.toContain("lower");
  expect(similarAccuracy(spec, evidence!, high!)).not.toContain("lower");
  // By hand: the outcomes of the rows that are estimated like this one lie below the estimates.
  const { background, accuracy } = evidence!;
  const { range } = accuracy.segments[1]!;
  const like = background.actual.flatMap((actual, row) => {
    const estimate = background.unseen[row]!;
    return estimate > range!.low && estimate <= range!.high ? [actual < estimate] : [];
  });
  expect(like.filter(Boolean).length / like.length).toBeGreaterThan(0.75);
});

test("similarAccuracy(spec, evidence, estimate) gives the direction in the target's unit where a ratio means nothing", async () => {
  const { spec, evidence } = await bentModel(100);
  const { range, lean } = evidence!.accuracy.segments[1]!;
  expect(lean!.ratio).toBeNull();
  expect(similarAccuracy(spec, evidence!, (range!.low + range!.high) / 2)).toMatch(
    /The actual outcome was typically \d\.\d lower than the estimate\.$/,
  );
});

test("similarAccuracy(spec, evidence, estimate) falls back to all rows and says why", () => {
  expect(similarAccuracy(salary.spec, evidenceOf(salary), 20_000)).toMatch(
    /^8 rows are too few to measure the accuracy of similar estimates\. Over all rows, half of the estimates were within \d+% of the actual /,
  );
  const overall = "Over all rows, half of the estimates were within 15% of the actual sale price.";
  expect(similarAccuracy(houses.spec, evidenceOf(houses), 200_000)).toBe(
    `None of the 546 rows has an estimate as high as this one. ${overall}`,
  );
  expect(similarAccuracy(houses.spec, evidenceOf(houses), 10_000)).toContain("an estimate as low as this one");
  expect(similarAccuracy(houses.spec, large, 60_000)).toMatch(
    /^181 of a sample of 20,000 of the 45,000 rows have an estimate of/,
  );
});

test("leanInWords(spec, lean) says nothing of a direction that chance makes, or of less than half a per cent", () => {
  const { spec } = houses;
  expect(leanInWords(spec, { above: 75, below: 58, ratio: 1.06, difference: 2_000 })).toBeNull();
  expect(leanInWords(spec, { above: 5_500, below: 4_500, ratio: 1.004, difference: 200 })).toBeNull();
  expect(leanInWords(spec, { above: 80, below: 53, ratio: 1.06, difference: 2_000 })).toBe(
    "The actual sale price was typically 6% higher than the estimate.",
  );
});

test("sentences about all rows are about all rows, or name the sample", () => {
  const { spec } = houses;
  const small = evidenceOf(houses);
  expect(overallAccuracy(spec, small)).toMatch(/^Each of the 546 rows was left out in turn/);
  expect(overallAccuracy(spec, { ...small, measured: 545 })).toMatch(
    /^Each of 545 of the 546 rows was left out in turn/,
  );
  expect(overallAccuracy(spec, large)).toMatch(/^Each of a sample of 20,000 of the 45,000 rows was left out in turn/);
  expect(averageEstimate("en", small, "$68,100", 546)).toBe("The average estimate over the 546 cases is $68,100.");
  expect(averageEstimate("en", large, "$68,100", 1_000)).toBe(
    "The average estimate over a sample of 1,000 of the 45,000 cases is $68,100.",
  );
  expect(averageEstimate("de", small, "68.100 $", 546)).toBe(
    "Die durchschnittliche Schätzung bei 546 Fällen beträgt 68.100 $.",
  );
  expect(averageEstimate("de", large, "68.100 $", 1000)).toBe(
    "Die durchschnittliche Schätzung bei einer Stichprobe von 1.000 der 45.000 Fälle beträgt 68.100 $.",
  );
  expect(averageEstimate("en", null, "$68,100", 0)).toBe("The average estimate is $68,100.");
  const nearest = { count: 5, outcomes: "$57,000 to $106,500", inside: "" };
  expect(nearestRows(spec, small, nearest)).toBe(
    "These 5 are the most similar of the 546 cases. Their sale price was $57,000 to $106,500.",
  );
  expect(nearestRows(spec, large, nearest)).toMatch(
    /^These 5 are the most similar of a sample of 1,000 of the 45,000 cases\./,
  );
  expect(rangeAmongOutcomes(spec, small, 0.8, false)).toMatch(
    /the sale price of the 546 rows .* higher than 80% of them\.$/,
  );
  expect(rangeAmongOutcomes(spec, large, 0.8, false)).toMatch(
    /the sale price of a sample of 20,000 of the 45,000 rows .* higher than 80% of a sample of 1,000 of them\.$/,
  );
  expect(rangeAmongOutcomes(spec, small, 1, true)).toMatch(/ higher than all of them\.$/);
  expect(rangeAmongOutcomes(spec, large, 1, true)).toMatch(/ higher than all of a sample of 1,000 of them\.$/);
});
