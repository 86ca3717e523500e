import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustForTests, rejectionLevel } from "../math/benjamini-hochberg";
import { expectDigits, publishedModel } from "../testing/models";
import { cutByLevels, cutByQuantiles } from "./bins";
import { Tally, tallyReference } from "./tally";
import { chiSquaredTest, kolmogorovSmirnovTest, stabilityIndex } from "./two-sample";

function compare(reference: number[], current: number[]) {
  const known = tallyReference(Float64Array.from(reference));
  const tally = new Tally(known.knots);
  for (const value of current) tally.add(value);
  return [known, tally] as const;
}

/** R: d <- read.csv("model/house-price/training.csv"); x <- d$lotsize; y <- x[seq(2, 546, 5)] * 1.2 */
async function lots() {
  const area = (await publishedModel("house-price")).evidence!.background.inputs.area!;
  return compare(
    area,
    area.filter((_, index) => index % 5 === 1).map((value) => value * 1.2),
  );
}

test("Kolmogorov–Smirnov equals ks.test(x, y, exact = FALSE), with and without ties", async () => {
  const area = (await publishedModel("house-price")).evidence!.background.inputs.area!;
  const shifted = kolmogorovSmirnovTest(...(await lots()));
  expectDigits(shifted.statistic, 0.22235104345196086);
  expectDigits(shifted.p, 0.00025071522019104453);
  // y <- x[seq(2, 546, 5)]
  const alike = kolmogorovSmirnovTest(
    ...compare(
      area,
      area.filter((_, index) => index % 5 === 1),
    ),
  );
  expectDigits(alike.statistic, 0.059717041368417489);
  expectDigits(alike.p, 0.90222139138989721);
  const [x, y] = [
    [0.1, 0.3, 0.41, 0.52, 0.7, 1.1, 1.3, 2.2, 2.5, 3.1],
    [0.2, 0.9, 1.2, 1.4, 1.9, 2.1, 2.6, 2.8, 3.3, 3.5, 4.1, 4.4],
  ];
  const small = kolmogorovSmirnovTest(...compare(x!, y!));
  expectDigits(small.statistic, 0.45);
  expectDigits(small.p, 0.21931014741717436);
});

test.each([
  [[355, 191], [60, 61], 10.033989532405272, 0.0015367782672793522],
  [[136, 301, 95, 14], [30, 40, 22, 9], 15.22469515327021, 0.0016343591901115929],
])("χ² equals chisq.test(rbind(%j, %j), correct = FALSE)", (x, y, statistic, p) => {
  const found = chiSquaredTest(x.map((reference, index) => ({ reference, current: y[index]! })));
  expectDigits(found.statistic, statistic);
  expectDigits(found.p, p);
});

test("the stability index, its p-value and its threshold equal those computed in R", async () => {
  // q <- quantile(x, seq(0.2, 0.8, 0.2), type = 1); p1 <- table(cut(x, c(-Inf, q, Inf)));
  // p2 <- table(cut(y, c(-Inf, q, Inf))); pool <- (p1 + p2) / 655; s1 <- (p1 + pool) / 547; s2 <- (p2 + pool) / 110
  // psi <- sum((s2 - s1) * log(s2 / s1)); pchisq(psi / (1/546 + 1/109), 4, lower.tail = FALSE)
  // (1/546 + 1/109) * qchisq(0.05, 4, lower.tail = FALSE)
  const bins = cutByQuantiles(...(await lots()));
  expect(bins.map(({ reference }) => reference)).toEqual([112, 107, 112, 107, 108]);
  expect(bins.map(({ current }) => current)).toEqual([11, 11, 26, 17, 44]);
  const index = stabilityIndex(bins);
  expectDigits(index.statistic, 0.2932022093113667);
  expectDigits(index.p, 2.3496651799778782e-5);
  expectDigits(index.threshold(0.05), 0.10442017876620049);
});

const rows = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 2, maxLength: 12 }).map((pairs) =>
  // At least one row in each sample.
  [[1, 1] as [number, number], ...pairs].map(([reference, current]) => ({ reference, current })),
);

test("the stability index is never negative, and 0 for equal shares whatever the numbers of rows", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 50 }), (pairs, times) => {
      expect(stabilityIndex(pairs).statistic).toBeGreaterThanOrEqual(0);
      const alike = pairs.map(({ reference }) => ({ reference, current: reference * times }));
      expect(stabilityIndex(alike).statistic).toBeLessThan(1e-12);
      expect(chiSquaredTest(alike).statistic).toBeLessThan(1e-9);
    }),
  );
});

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 200 });

test("the order of rows changes nothing, and the distance is what its definition says", () => {
  fc.assert(
    fc.property(values, values, (x, y) => {
      const found = kolmogorovSmirnovTest(...compare(x, y));
      const share = (sample: number[], at: number) => sample.filter((value) => value <= at).length / sample.length;
      const distance = Math.max(...[...x, ...y].map((at) => Math.abs(share(x, at) - share(y, at))));
      expect(found.statistic).toBeCloseTo(distance, 12);
      expect(kolmogorovSmirnovTest(...compare([...x].reverse(), [...y].sort())).statistic).toBe(found.statistic);
    }),
  );
});

test("every row is in exactly one bin", () => {
  fc.assert(
    fc.property(values, values, fc.constantFrom(cutByLevels, cutByQuantiles), (x, y, cut) => {
      const bins = cut(...compare(x, y));
      expect(bins.reduce((sum, bin) => sum + bin.reference, 0)).toBe(x.length);
      expect(bins.reduce((sum, bin) => sum + bin.current, 0)).toBe(y.length);
      bins.forEach((bin, index) => expect(bin.first).toBe(index === 0 ? 0 : bins[index - 1]!.last + 1));
    }),
  );
});

test("adjusted p-values equal p.adjust(p, 'BH')", () => {
  const expected = [0.035, 0.056, 0.0525, 0.035, 0.93333333333333346, 0.0525, 1];
  adjustForTests([0.01, 0.04, 0.03, 0.005, 0.8, 0.03, 1]).forEach((p, index) => expectDigits(p, expected[index]!));
});

test("a p-value is at most the rejection level exactly where its adjusted value is at most α", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
      const adjusted = adjustForTests(p);
      const level = rejectionLevel(adjusted, 0.05);
      p.forEach((each, index) => {
        if (Math.abs(each - level) > 1e-12) expect(each <= level).toBe(adjusted[index]! <= 0.05);
      });
    }),
  );
});
