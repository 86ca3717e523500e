import { mean, median, variance } from "d3-array";
import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustForTests, rejectionLevel } from "../math/benjamini-hochberg";
import { expectDigits, publishedModel } from "../testing/models";
import { cutByLevels, cutByQuantiles } from "./bins";
import { Tally, tallyReference } from "./tally";
import { NumberSample, scaleOf } from "./number-sample";
import { chiSquaredTest, distancesOf, kolmogorovSmirnovTest, stabilityIndex, welchTest } from "./two-sample";
import { wassersteinDistance } from "./feature-tests";

function compare(reference: number[], current: number[]) {
  const known = tallyReference(Float64Array.from(reference));
  const tally = new Tally(known.knots);
  for (const value of current) tally.add(value);
  return [known, tally] as const;
}

/** Kolmogorov and Smirnov's test of two tallies on the same knots. */
function kolmogorovSmirnov(reference: Tally, current: Tally) {
  const shares = ({ counts, n }: Tally) => counts.map((count) => count / n);
  const { most } = distancesOf(shares(reference), shares(current));
  return kolmogorovSmirnovTest(most, reference.n, current.n);
}

/** R: d <- read.csv("model/house-price/training.csv"); x <- d$lotsize; y <- x[seq(2, 546, 5)] * 1.2 */
async function lotSizes() {
  const area = (await publishedModel("house-price")).evidence!.background.inputs.area!;
  return [area, area.filter((_, index) => index % 5 === 1).map((value) => value * 1.2)] as const;
}

const lots = async () => compare(...(await lotSizes()));

/**
 * Python, SciPy 1.17: x = numpy.array([float(r["lotsize"]) for r in csv.DictReader(open("training.csv"))])
 * y = x[1::5] * 1.2; lo, hi = numpy.quantile(x, [0.01, 0.99]); w, v = numpy.clip(x, lo, hi), numpy.clip(y, lo, hi)
 * sd = w.std(ddof=1)
 */
test("welchTest(reference, current) equals ttest_ind(y, x, equal_var=False), of values and of distances from the median", async () => {
  const [x, y] = await lotSizes();
  const summary = (values: number[]) => ({ n: values.length, mean: mean(values)!, variance: variance(values)! });
  const test = welchTest(summary(x), summary(y));
  expectDigits(test.statistic, 1186.020670766542);
  expectDigits(test.p, 2.219898899526907e-5);
  expectDigits(test.degreesOfFreedom!, 138.3542836536178);
  expectDigits(test.threshold(0.05), 533.9899206798393);
  const distances = (values: number[]) => summary(values.map((value) => Math.abs(value - median(values)!)));
  const spread = welchTest(distances(x), distances(y));
  expectDigits(spread.statistic, 434.5331283395499);
  expectDigits(spread.p, 0.013263604921052512);
  expect(welchTest({ n: 40, mean: 1, variance: 0 }, { n: 40, mean: 1, variance: 0 }).p).toBe(1);
  expect(welchTest({ n: 40, mean: 1, variance: 0 }, { n: 40, mean: 2, variance: 0 }).p).toBe(0);
});

test("new NumberSample(scaleOf(x)) has the moments of winsorized values", async () => {
  const [x, y] = await lotSizes();
  const scale = scaleOf(Float64Array.from(x))!;
  // lo, hi, sd, w.mean()
  expect([scale.low, scale.high]).toEqual([1972.5, expect.closeTo(12535.5, 9)]);
  expectDigits(scale.unit, 2099.3110399759175);
  expectDigits(scale.center, 5135.6373626373625);
  const [reference, current] = [x, y].map((values) => {
    const sample = new NumberSample(scale);
    for (const value of values) sample.add(value);
    return sample;
  }) as [NumberSample, NumberSample];
  // (v.mean() - w.mean()) / sd, v.var(ddof=1) / sd**2
  expectDigits(current.values().mean, 0.5622234537628219);
  expectDigits(current.values().variance, 1.5282987186530217);
  // numpy.abs(v - numpy.median(v)).mean() / sd: a cell of distinct values stands at their mean
  expect(reference.distances().mean).toBeCloseTo(0.7792247712153841, 3);
  expect(current.distances().mean).toBeCloseTo(0.9849522350633424, 3);
  expect(current.distances().variance).toBeCloseTo(0.5927023544419648, 2);
  // scipy.stats.wasserstein_distance(w / sd, v / sd)
  expect(wassersteinDistance(reference, current)).toBeCloseTo(0.562223453762822, 2);
});

test("scaleOf(x) is null where all but the furthest values are the same", () => {
  expect(scaleOf(Float64Array.from({ length: 200 }, (_, index) => (index === 0 ? 7 : 3)))).toBeNull();
});

test("Kolmogorov–Smirnov equals ks.test(x, y, exact = FALSE), with and without ties", async () => {
  const area = (await publishedModel("house-price")).evidence!.background.inputs.area!;
  const shifted = kolmogorovSmirnov(...(await lots()));
  expectDigits(shifted.statistic, 0.22235104345196086);
  expectDigits(shifted.p, 0.00025071522019104453);
  // y <- x[seq(2, 546, 5)]
  const alike = kolmogorovSmirnov(
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
  const small = kolmogorovSmirnov(...compare(x!, y!));
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

test("the stability index equals that computed in R", async () => {
  // q <- quantile(x, seq(0.2, 0.8, 0.2), type = 1); p1 <- table(cut(x, c(-Inf, q, Inf)));
  // p2 <- table(cut(y, c(-Inf, q, Inf))); pool <- (p1 + p2) / 655; s1 <- (p1 + pool) / 547; s2 <- (p2 + pool) / 110
  // sum((s2 - s1) * log(s2 / s1))
  const bins = cutByQuantiles(...(await lots()));
  expect(bins.map(({ reference }) => reference)).toEqual([112, 107, 112, 107, 108]);
  expect(bins.map(({ current }) => current)).toEqual([11, 11, 26, 17, 44]);
  expectDigits(stabilityIndex(bins), 0.2932022093113667);
});

const rows = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 2, maxLength: 12 }).map((pairs) =>
  // At least one row in each sample.
  [[1, 1] as [number, number], ...pairs].map(([reference, current]) => ({ reference, current })),
);

test("the stability index is never negative, and 0 for equal shares whatever the numbers of rows", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 50 }), (pairs, times) => {
      expect(stabilityIndex(pairs)).toBeGreaterThanOrEqual(0);
      const alike = pairs.map(({ reference }) => ({ reference, current: reference * times }));
      expect(stabilityIndex(alike)).toBeLessThan(1e-12);
      expect(chiSquaredTest(alike).statistic).toBeLessThan(1e-9);
    }),
  );
});

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 200 });

test("the order of rows changes nothing, and the distance is what its definition says", () => {
  fc.assert(
    fc.property(values, values, (x, y) => {
      const found = kolmogorovSmirnov(...compare(x, y));
      const share = (sample: number[], at: number) => sample.filter((value) => value <= at).length / sample.length;
      const distance = Math.max(...[...x, ...y].map((at) => Math.abs(share(x, at) - share(y, at))));
      expect(found.statistic).toBeCloseTo(distance, 12);
      expect(kolmogorovSmirnov(...compare([...x].reverse(), [...y].sort())).statistic).toBe(found.statistic);
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
