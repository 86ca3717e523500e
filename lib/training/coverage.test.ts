import { describe, expect, test } from "vitest";
import { chiSquaredUpperTail, studentTCdf } from "../math/distributions";
import { seededRandom } from "../math/random";
import { coverageAt, coverageOfGroups, groupOf } from "../model/answer/coverage";
import { publishedModel, trainModel } from "../testing/models";
import { conformalLevels } from "./conformal";
import { measureByEstimate } from "./measure-by-estimate";

/** What ranges hold, of rows left out and of new rows, the latter by the exact probability of each. */

type Random = () => number;
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const normalCdf = (z: number) => 0.5 + (Math.sign(z) * (1 - chiSquaredUpperTail(z * z, 1))) / 2;

/** Errors with the probability that one lies below a number, at a first input. */
const errors = {
  normal: { draw: normal, below: normalCdf },
  unequal: {
    draw: (random: Random, a: number) => Math.exp(0.5 * a) * normal(random),
    below: (error: number, a: number) => normalCdf(error / Math.exp(0.5 * a)),
  },
  "t₃": {
    draw: (random: Random) =>
      normal(random) / Math.sqrt((normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2) / 3),
    below: (error: number) => studentTCdf(error, 3),
  },
  skewed: {
    draw: (random: Random) => -Math.log(1 - random()) - 1,
    below: (error: number) => (error > -1 ? 1 - Math.exp(-1 - error) : 0),
  },
};
const kinds = Object.keys(errors) as (keyof typeof errors)[];

/** The first input changes the spread of unequal errors and not the estimate; those beyond the fifth are yes or no. */
const weightOf = (index: number) => (index === 0 ? 0 : index < 5 ? 1 : ((index * 7) % 11) / 20 - 0.25);

function drawRow(random: Random, inputs: number): number[] {
  return Array.from({ length: inputs }, (_, index) => (index < 5 ? normal(random) : Number(random() < 0.5)));
}

/** The mean share of new rows that 80% ranges hold, of all and of each fifth by estimate, over many trained models. */
async function simulate(
  kind: keyof typeof errors,
  { rows, inputs, fits, seed }: Record<"rows" | "inputs" | "fits" | "seed", number>,
) {
  const random = seededRandom(seed);
  const { draw, below } = errors[kind];
  const names = Array.from({ length: inputs }, (_, index) => `x${index}`);
  const changes = { inputs: names.map((name) => ({ name, label: name, kind: "number" })), terms: names };
  const truth = (row: number[]) => row.reduce((sum, value, index) => sum + weightOf(index) * value, 10);
  const held = Array(5).fill(0) as number[];
  const newRows = 250;
  for (let fit = 0; fit < fits; fit++) {
    const table = Array.from({ length: rows }, () => drawRow(random, inputs));
    const { predictor, uncertainty } = await trainModel(
      changes,
      table.map((row) => ({
        inputs: Object.fromEntries(names.map((name, index) => [name, row[index]!])),
        actual: truth(row) + draw(random, row[0]!),
      })),
    );
    expect(uncertainty!.kind).toBe("conformal");
    const fresh = Array.from({ length: newRows }, () => {
      const row = drawRow(random, inputs);
      const point = { center: NaN, reach: NaN, size: NaN };
      predictor.evaluate(row, point);
      const half = uncertainty!.halfWidth(point, 0.8);
      const off = point.center - truth(row);
      return { center: point.center, share: below(off + half, row[0]!) - below(off - half, row[0]!) };
    });
    fresh.sort((a, b) => a.center - b.center);
    fresh.forEach(({ share }, index) => (held[Math.floor((5 * index) / newRows)]! += (5 * share) / newRows / fits));
  }
  return { all: held.reduce((sum, share) => sum + share) / 5, fifths: held };
}

describe("80% ranges", () => {
  test.each(["house-price", "house-price-hedonic"])(
    "of %s hold the truth of 72 to 88 in 100 rows left out, within each fifth of the estimates",
    async (id) => {
      const groups = coverageOfGroups((await publishedModel(id)).evidence!, 0.8);
      expect(groups.map(({ n }) => n)).toEqual([110, 109, 109, 109, 109]);
      for (const { share } of groups) {
        expect(share).toBeGreaterThan(0.72);
        expect(share).toBeLessThan(0.88);
      }
    },
  );

  test.each(kinds)(
    "hold the truth of 76 to 84 in 100 new rows within each fifth of the estimates: 500 rows, %s errors",
    async (kind) => {
      const { all, fifths } = await simulate(kind, { rows: 500, inputs: 5, fits: 35, seed: 1 });
      for (const share of [all, ...fifths]) {
        expect(share).toBeGreaterThan(0.76);
        expect(share).toBeLessThan(0.84);
      }
    },
  );

  test.each(kinds)("hold the truth of 78 to 82 in 100 new rows: 150 rows, %s errors", async (kind) => {
    const { all } = await simulate(kind, { rows: 150, inputs: 5, fits: 70, seed: 2 });
    expect(all).toBeGreaterThan(0.78);
    expect(all).toBeLessThan(0.82);
  });

  test.each(kinds)(
    "hold the truth of 78 to 82 in 100 new rows: 280 rows with 71 coefficients, %s errors",
    async (kind) => {
      const { all } = await simulate(kind, { rows: 280, inputs: 70, fits: 8, seed: 3 });
      expect(all).toBeGreaterThan(0.78);
      expect(all).toBeLessThan(0.82);
    },
  );
});

describe("the kind of intervals", () => {
  const table = (rows: number) =>
    Array.from({ length: rows }, (_, index) => ({
      inputs: { a: index % 23, b: (index * 7) % 11 },
      actual: 50 + (index % 23) + Math.sin(index * 7),
    }));
  test.each([
    [99, "auto", "t"],
    [100, "auto", "conformal"],
    [100, "t", "t"],
    [100, "conformal", "conformal"],
  ])("of %d rows with interval %s is %s, and written into the bundle", async (rows, interval, kind) => {
    const { uncertainty, bundle, evidence } = await trainModel({ interval }, table(rows));
    expect([uncertainty!.kind, bundle.uncertainty!.kind]).toEqual([kind, kind]);
    expect(evidence!.conformal !== null).toBe(kind === "conformal");
  });

  test("counts rows that do not fit themselves: 101 rows, two of them alone at their level, have t", async () => {
    const inputs = [
      { name: "a", label: "First", kind: "number" },
      { name: "kind", label: "Kind", kind: "category", levels: ["x", "y", "z"] },
    ];
    const levelOf = (index: number) => (index === 3 ? "y" : index === 70 ? "z" : "x");
    const rows = (count: number) =>
      table(count).map(({ inputs: { a }, actual }, index) => ({ inputs: { a, kind: levelOf(index) }, actual }));
    const kindOf = async (count: number) =>
      (await trainModel({ inputs, terms: ["a", "kind"] }, rows(count))).uncertainty!.kind;
    expect([await kindOf(101), await kindOf(102)]).toEqual(["t", "conformal"]);
  });
});

describe("coverage by estimate", () => {
  // Brute force: an interval is as long as the ⌈n · level⌉-th smallest score of the n − 1 other rows.
  test("conformalLevels(scores) is where the interval from the other rows begins to hold the row's own score", () => {
    const random = seededRandom(4);
    const scores = Float64Array.from({ length: 57 }, () => normal(random));
    const levels = conformalLevels(scores);
    for (const level of [0.1, 0.5, 0.8, 0.95]) {
      scores.forEach((score, row) => {
        const others = Array.from(scores, Math.abs).filter((_, other) => other !== row);
        const limit = others.sort((a, b) => a - b)[Math.ceil(57 * level) - 1] ?? Infinity;
        expect(levels[row]! < level, `row ${row} at ${level}`).toBe(Math.abs(score) <= limit);
      });
    }
  });

  test("coverageAt(evidence, estimate, level) counts rows with estimates like it, and is null beyond all of them", () => {
    const random = seededRandom(5);
    const estimates = Array.from({ length: 300 }, () => 100 * random());
    const levels = Float64Array.from(estimates, random);
    const coverageByEstimate = measureByEstimate(estimates, levels)!;
    const { edges } = coverageByEstimate;
    expect(edges).toHaveLength(6);
    for (const estimate of [Math.min(...estimates), 12, 40, 77, Math.max(...estimates)]) {
      const group = groupOf(edges, estimate);
      const rows = estimates.flatMap((other, row) => (groupOf(edges, other) === group ? [row] : []));
      for (const level of [0.0001, 0.5, 0.8, 0.9999]) {
        const held = rows.filter((row) => levels[row]! < level).length;
        expect(coverageAt({ coverageByEstimate }, estimate, level)).toEqual({
          share: held / rows.length,
          n: rows.length,
        });
      }
    }
    expect(coverageAt({ coverageByEstimate }, -1, 0.8)).toBeNull();
    expect(coverageAt({ coverageByEstimate }, 101, 0.8)).toBeNull();
    expect(coverageAt({ coverageByEstimate: null }, 50, 0.8)).toBeNull();
  });

  test("measureByEstimate(estimates, levels) makes groups of at least 30, none of fewer, and thins groups of many", () => {
    const of = (rows: number) => {
      const estimates = Array.from({ length: rows }, (_, index) => index);
      return measureByEstimate(
        estimates,
        Float64Array.from(estimates, (index) => ((index * 7919) % rows) / rows),
      );
    };
    expect([29, 30, 100, 546].map((rows) => of(rows)?.groups.map(({ n }) => n))).toEqual([
      undefined,
      [30],
      [34, 33, 33],
      [110, 109, 109, 109, 109],
    ]);
    const { groups } = of(20_000)!;
    expect(groups.map(({ n, levels }) => [n, levels.length])).toEqual(Array(5).fill([4000, 400]));
    for (const { levels } of groups) expect(levels.filter((level) => level < 0.8).length / 400).toBeCloseTo(0.8, 2);
  });
});
