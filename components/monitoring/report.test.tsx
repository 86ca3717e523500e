import type { Model } from "@/lib/model/model";
import { estimateRow } from "@/lib/model/answer/estimate";
import { monitor } from "@/lib/monitoring/monitor";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { simulate } from "@/lib/monitoring/simulate";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { headingsOf, textOf } from "@/lib/testing/rendered";
import { beforeAll, expect, test } from "vitest";
import type { AlertState } from "./alert-state";
import { ModelLine } from "./model-line";
import { Report } from "./report";

const END = new Date("2026-06-28T12:00:00Z");
const QUIET: AlertState = { version: "", standing: {}, events: [], webhook: undefined };

let whole: Model, bare: Model;
beforeAll(async () => {
  [whole, bare] = [await publishedModel("house-price"), await bareModel("house-price")];
});

/** Four weeks in the world of the whole model: ten estimates a day, and what came true of the first outcomes of them. */
async function reportOf(model: Model, known: number, days = 28): Promise<MonitoringReport> {
  const world = [...simulate(whole, { days, rows: 10, shifts: [], from: 1, end: END, seed: 7 })].map((row) => {
    const { estimate, low, high } = estimateRow(model, model.reading.encode(row.inputs), 0.8);
    const range = model.uncertainty ? { low, high, level: 0.8 } : { low: null, high: null, level: null };
    return { ...row, actual: row.actual!, estimate, ...range, warnings: 0 };
  });
  return { ...(await monitor(model, { predictions: world, outcomes: world.slice(0, known) }, END)), earlier: [] };
}

/** The page of a model, and its line among others. */
async function show(model: Model, known: number, days?: number) {
  const report = await reportOf(model, known, days);
  return {
    page: <Report model={model} report={report} alerts={QUIET} days={30} />,
    line: <ModelLine model={model} report={report} days={30} />,
  };
}

test("Report holds outcomes against the card and estimates against the training rows", async () => {
  const { page, line } = await show(whole, 140);
  expect(headingsOf(page)).toEqual([
    "How much it is asked",
    "Does it keep what its card claims?",
    "Whom it serves better",
    "Is it asked what it learned?",
    "Alerts",
  ]);
  expect(textOf(page)).toContain("Figure Now Claimed Verdict");
  expect(textOf(page)).not.toContain("not known");
  expect(textOf(line)).toContain("as claimed.");
});

test("Report of a model without rows shows its volume and the accuracy that outcomes measure, and no drift", async () => {
  const { page, line } = await show(bare, 140);
  expect(headingsOf(page)).toEqual([
    "How much it is asked",
    "How accurate it is",
    "Is it asked what it learned?",
    "Alerts",
  ]);
  const text = textOf(page);
  expect(text).toContain("Of 280 estimates, none were refused and none came with a warning.");
  expect(text).toContain("The card claims no accuracy, as no rows with known outcomes came with this model.");
  expect(text).toMatch(/Figure Now Median error \d+ % \(\d+ % to \d+ %\)/);
  expect(text).toContain("No rows came with this model, so there is nothing to compare with.");
  expect(text).toContain("No alert about drift or accuracy can fire");
  expect(text).not.toMatch(/Claimed|Verdict|too few to tell|its card claims/);
  expect(textOf(line)).toMatch(
    /The typical error is \d+ %; the card claims none to compare it with\. Whether inputs and estimates drift is not known: no rows came with this model/,
  );
});

test("Report of a model without rows says when outcomes are too few, or none", async () => {
  const few = await show(bare, 10);
  expect(textOf(few.page)).toContain("too early to tell: that takes at least 30 outcomes");
  expect(textOf(few.line)).toContain("too early to tell: that takes at least 30 outcomes");
  const none = await show(bare, 0);
  expect(textOf(none.page)).toContain("Reported outcomes alone say how accurate it is, and none is known yet.");
  expect(textOf(none.page)).not.toContain("Figure Now");
});

test("Report of a model that nobody has asked for an estimate says so, with rows or without", async () => {
  for (const model of [whole, bare]) {
    const { page, line } = await show(model, 0, 0);
    expect(headingsOf(page)).toEqual(["Alerts"]);
    expect(textOf(page)).toContain("Nobody has asked in the last 30 days.");
    expect(textOf(line)).toContain("Nobody has asked in the last 30 days.");
  }
});
