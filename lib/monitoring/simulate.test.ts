import { mean } from "simple-statistics";
import { expect, test } from "vitest";
import { estimateRow } from "../model/answer/estimate";
import { publishedModel } from "../testing/models";
import { claimedGuesses } from "./claims";
import { measureGuesses } from "./measures";
import { parseShift, ShiftError } from "./shift";
import { simulate, type Simulation } from "./simulate";

const quiet: Simulation = { days: 1, rows: 20_000, shifts: [], from: 1, end: new Date("2026-01-01"), seed: 3 };

test.each(["house-price", "house-price-hedonic"])(
  "%s: without a shift, outcomes are as accurate as claimed",
  async (id) => {
    const model = await publishedModel(id);
    const guesses = [...simulate(model, quiet)].map(({ inputs, actual }) => ({
      estimate: estimateRow(model, model.reading.encode(inputs), 0.8).estimate,
      actual: actual!,
    }));
    const [found, claimed] = [measureGuesses(guesses, 0.999), measureGuesses(claimedGuesses(model), 0.95)];
    for (const name of ["mdape", "within10", "medianRatio"] as const) {
      expect(found[name]!.low, name).toBeLessThanOrEqual(claimed[name]!.value);
      expect(found[name]!.high, name).toBeGreaterThanOrEqual(claimed[name]!.value);
    }
  },
);

test("a seed repeats the world, another makes another, and rows come day by day up to the last", async () => {
  const model = await publishedModel("house-price");
  const small = { ...quiet, days: 3, rows: 2 };
  const rows = [...simulate(model, small)];
  expect([...simulate(model, small)]).toEqual(rows);
  expect([...simulate(model, { ...small, seed: 4 })]).not.toEqual(rows);
  expect(rows.map(({ day, at }) => [day, at.toISOString().slice(0, 10)])).toEqual(
    ["2025-12-30", "2025-12-31", "2026-01-01"].flatMap((date, index) => [
      [index + 1, date],
      [index + 1, date],
    ]),
  );
});

test("a shift begins on its day, holds on average, keeps whole numbers whole and bounds kept", async () => {
  const model = await publishedModel("house-price");
  const shifts = ["area:+20%", "bedrooms:+0.5", "parking:-9"].map((text) => parseShift(model.spec, text));
  const rows = [...simulate(model, { ...quiet, days: 2, from: 2, shifts })];
  const valuesOf = (name: string, day: number) =>
    rows.flatMap((row) => (row.day === day ? [Number(row.inputs[name])] : []));
  expect(mean(valuesOf("area", 2)) / mean(valuesOf("area", 1))).toBeCloseTo(1.2, 1);
  expect(mean(valuesOf("bedrooms", 2)) - mean(valuesOf("bedrooms", 1))).toBeCloseTo(0.5, 1);
  expect(valuesOf("bedrooms", 2).every(Number.isInteger)).toBe(true);
  expect(new Set(valuesOf("parking", 2))).toEqual(new Set([0]));
  expect(rows.every(({ inputs }) => model.schema.safeParse(inputs).success)).toBe(true);
});

test.each([
  ["area", "drift must be a name and a change, such as area:+20% or bedrooms:+1"],
  ["area:20%", "drift must be a name and a change, such as area:+20% or bedrooms:+1"],
  ["aera:+20%", "drift must name one of area, bedrooms, bathrooms, stories, guest_rooms, basement, parking, price"],
  ["basement:+20%", "finished basement is not a number and cannot drift by one"],
])("--drift %s is refused: %s", async (text, message) => {
  const { spec } = await publishedModel("house-price");
  expect(() => parseShift(spec, text)).toThrow(new ShiftError(message));
});
