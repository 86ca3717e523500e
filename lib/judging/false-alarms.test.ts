import { describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { Model } from "../model/model";
import { trainModel } from "../testing/models";
import { findProblems, type Problem } from "./findings";

/**
 * What the checks find in models of which the truth is known. In each world the rows are drawn anew for every fit; a
 * sound world is one in which the model is right.
 */
interface World {
  rows: number;
  fits: number;
  spec?: Record<string, unknown>;
  /** The outcome of a row with inputs a (0 to 10), b (0 to 5) and c, and a standard normal number. */
  outcome(row: { a: number; b: number; c: boolean }, normal: number): number;
}

/** A standard normal number (Box and Muller 1958). */
function normalNumber(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const SPEC = {
  target: { name: "y", label: "Price", unit: "USD", positive: true, ratioStudy: true },
  inputs: [
    { name: "a", label: "First", kind: "number" },
    { name: "b", label: "Second", kind: "number" },
    { name: "c", label: "Third", kind: "boolean" },
  ],
  terms: ["a", "b", "c"],
};

function trainWorld({ rows, spec, outcome }: World, seed: number): Promise<Model> {
  const random = seededRandom(seed);
  return trainModel(
    { ...SPEC, ...spec },
    Array.from({ length: rows }, () => {
      const inputs = { a: 10 * random(), b: 5 * random(), c: random() < 0.4 };
      return { inputs, actual: outcome(inputs, normalNumber(random)) };
    }),
  );
}

/**
 * How often each problem was found, and any but the rule that the standard of a ratio study is not met: a model with
 * nothing wrong fails it where the inputs explain too little.
 */
async function findingsOf(world: World): Promise<Map<Problem["code"] | "any", number>> {
  const found = new Map<Problem["code"] | "any", number>();
  const count = (code: Problem["code"] | "any") => found.set(code, (found.get(code) ?? 0) + 1);
  for (let fit = 0; fit < world.fits; fit++) {
    const problems = findProblems(await trainWorld(world, 1_000 + fit));
    problems.forEach(({ code }) => count(code));
    if (problems.some(({ code }) => code !== "ratio_standard")) count("any");
  }
  return found;
}

const linear = ({ a, b, c }: { a: number; b: number; c: boolean }) => 300 + 30 * a - 15 * b + (c ? 20 : 0);
const listed = (found: Map<string, number>) => JSON.stringify([...found]);
const conformal = { interval: "conformal", target: { ...SPEC.target, ratioStudy: false } };
const logTarget = { target: { ...SPEC.target, transform: "log" } };

describe("findProblems finds nothing in at least 90% of 200 fits of", () => {
  test.each<[string, World]>([
    ["a linear model with 5% noise", { rows: 150, fits: 200, outcome: (row, e) => linear(row) + 20 * e }],
    [
      "an oracle that leaves as much unexplained as house-price-hedonic does",
      {
        rows: 150,
        fits: 200,
        spec: logTarget,
        outcome: ({ a, b }, e) => Math.exp(11 + 0.09 * a - 0.08 * b + 0.21 * e),
      },
    ],
    [
      "a model with calibrated chances of being within 10%, from a third to nearly 1",
      { rows: 200, fits: 200, spec: conformal, outcome: ({ a, b }, e) => 30 + 40 * a - 2 * b + 10 * e },
    ],
  ])("%s", { timeout: 120_000 }, async (_, world) => {
    const found = await findingsOf(world);
    expect(found.get("any") ?? 0, listed(found)).toBeLessThanOrEqual(0.1 * world.fits);
  });
});

// Each kind of problem has its world here: one in which the model is wrong in this way.
describe("findProblems finds in at least 90% of fits of 500 rows", () => {
  test.each<[Problem["code"], string, World]>([
    [
      "vertical_bias",
      "prices that rise less and less, fitted by a straight line that is too high for cheap ones",
      { rows: 500, fits: 50, outcome: ({ a, b }, e) => (80 + 120 * Math.sqrt(a) - 8 * b) * Math.exp(0.1 * e) },
    ],
    [
      "vertical_bias",
      "prices that rise by a constant share, fitted by a straight line that is too low for cheap ones",
      { rows: 500, fits: 50, outcome: ({ a, b }, e) => 100 * Math.exp(0.15 * a - 0.02 * b + 0.1 * e) },
    ],
  ])("%s: %s", { timeout: 120_000 }, async (code, _, world) => {
    const found = await findingsOf(world);
    expect(found.get(code) ?? 0, listed(found)).toBeGreaterThanOrEqual(0.9 * world.fits);
  });
});
