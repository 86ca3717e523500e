import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { AlertRule } from "../model/alert-rules";
import type { Model } from "../model/model";
import { estimateRow } from "../model/answer/estimate";
import { trainModel } from "../testing/models";
import { evaluateAlerts, type AlertState } from "./alerts";
import { DriftWatch } from "./drift";
import { makeReference, type DriftRow } from "./drift-reference";
import { monitor } from "../testing/monitor";
import { judgePerformance, type JudgedOutcome } from "./performance";
import type { VersionReport } from "./report";

/**
 * Years of daily looks at the last 30 days. Each year has training rows of its own, from the same distribution, as their
 * chance is part of every look. More years than are run here had an alarm without drift in 2 of 100 at 5 predictions a
 * day, 1 of 100 at 20 and 2 of 50 at 100; a lasting shift of 0.2 fired in 53 of 60 years at 20 a day, at most twice.
 */
const DAYS = 365;
const WINDOW = 30;
const TRAINING_ROWS = 546;
const RULES: AlertRule[] = [{ id: "drift", metric: "drift" }];

let model: Model;
let empty: VersionReport;
beforeAll(async () => {
  const random = seededRandom(1);
  const rows = Array.from({ length: 60 }, () => ({ inputs: { a: random(), b: random() }, actual: random() }));
  model = await trainModel({}, rows);
  empty = await monitor(model, { predictions: [], outcomes: [] }, new Date(0));
});

function drawing(seed: number): (shift: number) => DriftRow {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return (shift) => {
    // A skewed input, whose standard deviation is 0.43, and one without skew.
    const encoded = [Math.exp(0.4 * normal()) + 0.45 * shift, normal()];
    return { encoded, estimate: encoded[0]! + encoded[1]! };
  };
}

/** How often the alert fires in a year, and the days on which it is cleared. */
function yearOf(seed: number, perDay: number, shiftOn: (day: number) => number) {
  const draw = drawing(seed);
  const training = makeReference(
    model,
    Array.from({ length: TRAINING_ROWS }, () => draw(0)),
  );
  const days: DriftRow[][] = [];
  let state: AlertState = {};
  let fired = 0;
  const cleared: number[] = [];
  for (let day = 0; day < DAYS; day++) {
    days.push(Array.from({ length: perDay }, () => draw(shiftOn(day))));
    if (days.length > WINDOW) days.shift();
    const watch = new DriftWatch(training);
    for (const rows of days) for (const row of rows) watch.add(row);
    const result = evaluateAlerts(RULES, { ...empty, drift: watch.report() }, state);
    state = result.state;
    for (const { event } of result.events) {
      if (event === "fired") fired++;
      else cleared.push(day);
    }
  }
  return { fired, cleared };
}

const years = (count: number) => Array.from({ length: count }, (_, year) => year + 1);

describe("evaluateAlerts(rules, report, standing) over years of daily looks", () => {
  test.each([
    [5, 12],
    [20, 8],
    [100, 4],
  ])("without drift, %d predictions a day: at most one year in ten has a drift alert", (perDay, count) => {
    const alarmed = years(count).filter((year) => yearOf(1_000 * perDay + year, perDay, () => 0).fired > 0);
    expect(alarmed.length / count).toBeLessThanOrEqual(0.1);
  });

  test("a mean that stays 0.2 standard deviations larger fires in most years of 20 predictions a day, at most twice", () => {
    const fired = years(6).map((year) => yearOf(year, 20, () => 0.2).fired);
    expect(Math.max(...fired)).toBeLessThanOrEqual(2);
    expect(fired.filter((times) => times > 0).length).toBeGreaterThan(3);
  });

  test("drift that ends after half a year is cleared within the next three months", () => {
    for (const { fired, cleared } of years(2).map((year) => yearOf(year, 20, (day) => (day < 180 ? 0.5 : 0)))) {
      expect([fired, cleared.length]).toEqual([1, 1]);
      expect(cleared[0]).toBeGreaterThan(180);
      expect(cleared[0]).toBeLessThan(270);
    }
  });

  test("of a model that is as accurate as its card says, 5 outcomes a day: at most one year in ten has an accuracy alert", async () => {
    const rules: AlertRule[] = [{ id: "accuracy", metric: "accuracy", measures: ["mdape", "within10", "coverage"] }];
    const random = seededRandom(5);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const draw = () => {
      const inputs = { a: random() * 10, b: random() * 5 };
      return { inputs, actual: (100 + 20 * inputs.a - 5 * inputs.b) * Math.exp(0.15 * normal()) };
    };
    let alarmed = 0;
    for (let year = 0; year < 6; year++) {
      const right = await trainModel(
        { target: { name: "y", label: "Outcome", positive: true } },
        Array.from({ length: 300 }, draw),
      );
      const outcomes: JudgedOutcome[] = [];
      let state: AlertState = {};
      let fired = 0;
      for (let day = 0; day < DAYS; day++) {
        for (let row = 0; row < 5; row++) {
          const { inputs, actual } = draw();
          const { estimate, low, high } = estimateRow(right, right.reading.encode(inputs), 0.8);
          outcomes.push({ inputs, actual, estimate, low, high, level: 0.8 });
        }
        if (outcomes.length > 5 * WINDOW) outcomes.splice(0, 5);
        const performance = await judgePerformance(right, outcomes, empty.performance.reported);
        const result = evaluateAlerts(rules, { ...empty, performance }, state);
        state = result.state;
        fired += result.events.filter(({ event }) => event === "fired").length;
      }
      if (fired > 0) alarmed++;
    }
    expect(alarmed / 6).toBeLessThanOrEqual(0.1);
  });
});
