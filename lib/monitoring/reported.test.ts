import { expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { Model } from "../model/model";
import { estimateRow } from "../model/answer/estimate";
import { publishedModel } from "../testing/models";
import { monitor } from "../testing/monitor";
import { simulate, type SimulatedRow } from "./simulate";

const now = new Date("2026-03-31T12:00:00.000Z");

interface Seen {
  row: SimulatedRow;
  estimate: number;
}

/** A month of 500 estimates of a model that is right, with outcomes of those that are reported. */
async function monthOf(model: Model, seed: number, reports: (seen: Seen, random: () => number) => boolean) {
  const random = seededRandom(1_000 + seed);
  const world = simulate(model, { days: 25, rows: 20, shifts: [], from: 1, end: now, seed });
  const seen = [...world].flatMap((row, index) => {
    const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(row.inputs), 0.8);
    if (refusal || row.actual === null) return [];
    return [{ row, id: String(index), estimate, low, high, level: 0.8, actual: row.actual, inputs: row.inputs }];
  });
  const predictions = seen.map(({ id, row: { at }, inputs, estimate }) => ({ id, at, inputs, estimate, warnings: 0 }));
  const outcomes = seen.flatMap(({ row, ...outcome }) =>
    reports({ row, estimate: outcome.estimate }, random) ? [{ ...outcome, at: row.at }] : [],
  );
  return (await monitor(model, { predictions, outcomes }, now)).performance;
}

const disappointed = ({ row, estimate }: Seen) => Math.abs(estimate / row.actual! - 1) > 0.25;

test("monitor(model, window, now) says what share of outcomes is reported, and speaks of these alone", async () => {
  const model = await publishedModel("house-price");
  const report = await monthOf(model, 1, (seen, random) => random() < (disappointed(seen) ? 0.9 : 0.05));
  const { outcomes, estimates, share } = report.reported;
  expect(share).toBeCloseTo(outcomes / estimates, 12);
  expect(share).toBeLessThan(0.4);
  // The model is right; that it looks worse is a matter of who reports, and the words leave that open.
  expect(report.verdict).toBe("worse than claimed");
  expect(report.detail).toMatch(/^\d+ reported outcomes \(\d+% of \d+ estimates\); median error: /);
  expect(report.reported.detail).toMatch(/^the verdicts apply to reported outcomes only/);
});

test("monitor(model, window, now) compares reported with other estimates", async () => {
  const model = await publishedModel("house-price");
  const median = 70_000;
  const dear = await monthOf(model, 2, ({ estimate }, random) => random() < (estimate > median ? 0.6 : 0.1));
  expect(dear.reported.verdict).toBe("unlike the others");
  expect(dear.reported.differing).toContain("estimate");
  expect(dear.reported.detail).toContain("differ from the others in ");
  let unlike = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { reported } = await monthOf(model, seed, (_, random) => random() < 0.3);
    if (reported.verdict === "unlike the others") unlike++;
  }
  expect(unlike).toBeLessThanOrEqual(1);
});

test("monitor(model, window, now) where all outcomes, few or more than the log holds are reported", async () => {
  const model = await publishedModel("house-price");
  const all = await monthOf(model, 3, () => true);
  expect(all.reported).toMatchObject({ share: 1, detail: "the outcome of every estimate is reported" });
  const few = await monthOf(model, 3, (_, random) => random() < 0.02);
  expect(few.reported.verdict).toBe("too few to tell");
  const outcome = { at: now, inputs: null, estimate: 7, actual: 7, low: null, high: null, level: null };
  const { performance } = await monitor(model, { predictions: [], outcomes: [outcome] }, now);
  expect(performance.reported).toMatchObject({ outcomes: 1, estimates: 0, share: null });
});
