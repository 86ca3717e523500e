import { seededRandom } from "@/lib/math/random";
import { estimateRow } from "@/lib/model/answer/estimate";
import { predict } from "@/lib/model/answer/predict";
import { exampleInputs } from "@/lib/model/inputs/example";
import type { Model } from "@/lib/model/model";
import { monitor } from "@/lib/testing/monitor";
import { simulate } from "@/lib/monitoring/simulate";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { trainModel } from "@/lib/testing/models";
import type { ReactElement } from "react";
import { beforeAll, expect, test } from "vitest";
import { formatQuantity } from "@/lib/model/format";
import { BatchPage } from "./batch/batch-page";
import { Card } from "./card/card";
import { Comparison } from "./compare/comparison";
import { inquire } from "./compare/inquiry";
import { findQuestions } from "./compare/question";
import { accuracyLine } from "./home/accuracy-line";
import { Report as Monitoring } from "./monitoring/report";
import { Report } from "./result/report";

/** Every page of a model whose outcomes hold zeros: errors are in the target's unit, and nothing is a share of 0. */
let model: Model;
beforeAll(async () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 240 }, (_, row) => {
    const inputs = { fare: 5 + 20 * random(), payment: row % 2 === 0 ? "cash" : "card" };
    return { inputs, actual: row % 2 === 0 ? 0 : 0.2 * inputs.fare + random() };
  });
  model = await trainModel(
    {
      target: { name: "tip", label: "Tip", unit: "USD" },
      inputs: [
        { name: "fare", label: "Fare", kind: "number" },
        { name: "payment", label: "Payment", kind: "category", levels: ["card", "cash"] },
      ],
      terms: ["fare", "payment"],
    },
    rows,
  );
});

/** The amount that counts as near. */
const near = () => formatQuantity((model.evidence!.tolerance as { absolute: number }).absolute, "USD");

function expectWhole(page: ReactElement): string {
  expect(renderPart(page)).not.toMatch(/NaN|undefined|Infinity|∞|null/);
  const text = textOf(page);
  expect(text).not.toMatch(/within (10|\d+) % of the actual tip/);
  return text;
}

test("the result page and the list say errors in the target's unit", () => {
  const inputs = exampleInputs(model);
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  const text = expectWhole(
    <Report shown model={model} inputs={inputs} prediction={prediction} origin="https://example.com" token="" />,
  );
  expect(text).toContain(`chance that the estimate is within ${near()} of the actual tip`);
  expect(text).not.toContain("FSD");
  expect(accuracyLine({ model, beats: [] })).toMatch(/Half of the estimates are within \$0\.\d+ of the actual tip\./);
});

test("the card measures by the amount", () => {
  const text = expectWhole(<Card shown model={model} />);
  expect(text).toContain(`Off by at most ${near()}`);
  expect(text).toMatch(
    /Half of the estimates are within \$0\.\d+ of the actual tip\. Guessing the average every time is typically off by \$\d/,
  );
  expect(text).not.toContain("Off by at most 10%");
});

test("a comparison of two such models ranks them by the amount", () => {
  const other = { ...model, spec: { ...model.spec, id: "other", title: "Other" } };
  const [question] = findQuestions([model, other]);
  const page = (
    <Comparison shown question={question!} inquiry={inquire(question!, new URLSearchParams())} path="/compare" />
  );
  expect(expectWhole(page)).toMatch(/Half of the estimates of “Toy” are within \$0\.\d+ of the actual tip/);
});

test("the page of a table names the column and the amount", () => {
  const text = expectWhole(<BatchPage kept={null} receipts model={model} origin="https://example.com" />);
  expect(text).toContain("within_tolerance");
  expect(text).toContain(`the estimate is within ${near()} of the actual value`);
});

test("monitoring holds outcomes against the card by the amount", async () => {
  const end = new Date("2026-06-28T12:00:00Z");
  const world = [...simulate(model, { days: 28, rows: 5, shifts: [], from: 1, end, seed: 7 })].flatMap((row) => {
    const { estimate, low, high } = estimateRow(model, model.reading.encode(row.inputs), 0.8);
    return row.actual === null ? [] : [{ ...row, actual: row.actual, estimate, low, high, level: 0.8, warnings: 0 }];
  });
  const report = { ...(await monitor(model, { predictions: world, outcomes: world }, end)), earlier: [] };
  expect(report.performance.measures.map(({ measure }) => measure)).toEqual(["mdae", "withinTolerance", "coverage"]);
  expect(report.performance.verdict).toBe("as claimed");
  const quiet = { version: "", standing: {}, events: [], webhook: undefined };
  const text = expectWhole(<Monitoring model={model} report={report} alerts={quiet} days={30} />);
  expect(text).toMatch(/The median error of .* is \$0\.\d+, as claimed/);
  expect(text).toContain(`Within ${near()}`);
});
