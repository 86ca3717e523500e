import { expect, test } from "vitest";
import type { Model } from "../model/model";
import { estimateRow } from "../model/answer/estimate";
import { publishedModel } from "../testing/models";
import { monitor, type SeenOutcome, type SeenPrediction } from "../testing/monitor";
import { versionReportSchema } from "./report";
import { parseShift } from "./shift";
import { simulate } from "./simulate";

const now = new Date("2026-03-31T12:00:00.000Z");

/** What a server would have seen of a simulated world in its last days. */
function observe(model: Model, shifts: string[], days: number, last = days) {
  const predictions: SeenPrediction[] = [];
  const outcomes: SeenOutcome[] = [];
  const parsed = shifts.map((text) => parseShift(model.spec, text));
  for (const { day, at, inputs, actual } of simulate(model, {
    days,
    rows: 20,
    shifts: parsed,
    from: 61,
    end: now,
    seed: 1,
  })) {
    if (day <= days - last) continue;
    const { estimate, low, high, refusal } = estimateRow(model, model.reading.encode(inputs), 0.8);
    predictions.push({ at, inputs, estimate: refusal ? null : estimate, warnings: 0 });
    if (!refusal && actual !== null) outcomes.push({ at, inputs, estimate, low, high, level: 0.8, actual });
  }
  return { predictions, outcomes };
}

const houses = () => publishedModel("house-price");

test("a report is what its schema says, whether anything was seen or not", async () => {
  const model = await houses();
  for (const window of [{ predictions: [], outcomes: [] }, observe(model, ["area:+20%"], 90)]) {
    const report = await monitor(model, window, now);
    expect(versionReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  }
});

test("lots that are a fifth larger in the last 30 days are drift of the lot area, and the model stays as accurate", async () => {
  const model = await houses();
  const before = await monitor(model, observe(model, ["area:+20%"], 60, 30), now);
  expect([before.drift.verdict, before.performance.verdict]).toEqual(["no drift", "as claimed"]);
  const after = await monitor(model, observe(model, ["area:+20%"], 90, 30), now);
  expect(after.drift.verdict).toBe("drift");
  const drifted = after.drift.features.filter(({ of, verdict }) => of === "input" && verdict === "drift");
  expect(drifted.map(({ name }) => name)).toEqual(["area"]);
  expect(after.performance.verdict).not.toBe("worse than claimed");
});

test("periods are weeks from Monday, gaps included, and add up to the whole", async () => {
  const model = await houses();
  const { predictions, outcomes } = observe(model, [], 90);
  const gap = (at: Date) => at.getTime() < Date.UTC(2026, 1, 2) || at.getTime() >= Date.UTC(2026, 1, 9);
  const report = await monitor(
    model,
    { predictions: predictions.filter(({ at }) => gap(at)), outcomes: outcomes.filter(({ at }) => gap(at)) },
    now,
  );
  expect(report.periods.every(({ from }) => new Date(from).getUTCDay() === 1)).toBe(true);
  const quiet = report.periods.find(({ from }) => from === "2026-02-02T00:00:00.000Z")!;
  expect([quiet.predictions, quiet.outcomes, quiet.measures]).toEqual([0, 0, {}]);
  for (const key of ["predictions", "refusals", "warned", "logged", "outcomes"] as const) {
    expect(report.periods.reduce((sum, period) => sum + period[key], 0)).toBe(report.volume[key]);
  }
});

test("a window of more than half a year is told by calendar months", async () => {
  const model = await houses();
  const at = (text: string) => ({ at: new Date(text), inputs: null, estimate: 70_000, warnings: 1 });
  const { periods } = await monitor(
    model,
    { predictions: [at("2025-07-31T23:00:00Z"), at("2026-03-01T00:00:00Z")], outcomes: [] },
    now,
  );
  expect(periods.map(({ from }) => from.slice(0, 10))).toEqual(
    ["07", "08", "09", "10", "11", "12"]
      .map((month) => `2025-${month}-01`)
      .concat(["2026-01-01", "2026-02-01", "2026-03-01"]),
  );
  expect(periods.map(({ predictions }) => predictions)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test("the order of rows changes nothing, and refusals are counted apart", async () => {
  const model = await houses();
  const { predictions, outcomes } = observe(model, [], 40);
  predictions.push({ at: now, inputs: predictions[0]!.inputs, estimate: null, warnings: 2 });
  const report = await monitor(model, { predictions, outcomes }, now);
  const reversed = { predictions: predictions.toReversed(), outcomes: outcomes.toReversed() };
  const other = await monitor(model, reversed, now);
  // Sums of other orders differ in their last bits.
  const rounded = (drift: unknown) =>
    JSON.stringify(drift, (_, value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value));
  expect(rounded(other.drift)).toBe(rounded(report.drift));
  expect(other.volume).toEqual(report.volume);
  expect([report.volume.refusals, report.volume.warned]).toEqual([1, 0]);
  expect(report.drift.features.at(-1)!.rows).toBe(predictions.length - 1);
});

test("where inputs are not kept, the drift of the estimates is told all the same", async () => {
  const model = await houses();
  const { predictions } = observe(model, [], 30);
  const bare = predictions.map((prediction) => ({ ...prediction, inputs: null }));
  const { features } = (await monitor(model, { predictions: bare, outcomes: [] }, now)).drift;
  expect(features.map(({ verdict }) => verdict)).toEqual([...Array(7).fill("too few to tell"), "no drift"]);
});
