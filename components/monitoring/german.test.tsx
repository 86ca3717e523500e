import { alertRulesSchema } from "@/lib/model/alert-rules";
import { estimateRow } from "@/lib/model/answer/estimate";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { parseShift } from "@/lib/monitoring/shift";
import { simulate } from "@/lib/monitoring/simulate";
import { RETRAIN_WORDS } from "@/lib/service/drafts/retrain-words";
import { englishLeft } from "@/lib/testing/german";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { monitor } from "@/lib/testing/monitor";
import { textOf } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import type { AlertState } from "./alert-state";
import { ModelLine } from "./model-line";
import { NotServedModel } from "./not-served";
import { Overview } from "./overview";
import { Report } from "./report";

const END = new Date("2026-06-28T12:00:00Z");
const RULES = alertRulesSchema.parse(
  ["drift", "accuracy", "refusals", "volume"].map((metric) => ({ id: metric, metric })),
);
const QUIET: AlertState = { version: "", standing: {}, events: [], webhook: undefined };
const houses = await publishedModel("house-price");

/** The labels that the owner has written, which have a language of their own. */
const ownOf = ({ spec }: Model) => [
  ...[spec.title, spec.target.label, ...spec.inputs.map(({ label }) => label)].flatMap((text) => [
    text,
    text.toLowerCase(),
  ]),
  ...spec.inputs.flatMap((input) => ("unit" in input && input.unit ? [input.unit] : [])),
];

const german = (part: ReactNode) => <LocaleProvider locale="de">{part}</LocaleProvider>;

/** Four weeks of ten estimates a day, with outcomes of the first of them. */
async function reportOf(model: Model, known: number, shift?: string, days = 28): Promise<MonitoringReport> {
  const shifts = shift ? [parseShift(houses.spec, shift)] : [];
  const world = [...simulate(houses, { days, rows: 10, shifts, from: 1, end: END, seed: 7 })].flatMap((row) => {
    const { estimate, low, high } = estimateRow(model, model.reading.encode(row.inputs), 0.8);
    const range = model.uncertainty ? { low, high, level: 0.8 } : { low: null, high: null, level: null };
    return [{ ...row, actual: row.actual!, estimate, ...range, warnings: 0 }];
  });
  return { ...(await monitor(model, { predictions: world, outcomes: world.slice(0, known) }, END)), earlier: [] };
}

const retraining = { fault: undefined, refusal: RETRAIN_WORDS.de.noOutcomes, token: "" };

test.each<[string, () => Promise<Model>, number, string | undefined, number]>([
  ["with outcomes as claimed", async () => houses, 140, undefined, 28],
  ["with input drift and outcomes that are worse than claimed", async () => houses, 280, "area:+60%", 28],
  ["with prices that fell", async () => houses, 280, "price:-40%", 28],
  ["with too few outcomes", async () => houses, 3, undefined, 28],
  ["without a request", async () => houses, 0, undefined, 0],
  ["without training rows", () => bareModel("house-price"), 140, undefined, 28],
])("Report %s is German for a German reader", async (_, load, known, shift, days) => {
  const model = modelIn(await load(), "de");
  const report = await reportOf(model, known, shift, days);
  const { measures } = report.periods[0] ?? { measures: {} };
  const version = {
    ...{ version: "0123456789ab", from: "2026-06-01T08:00:00.000Z", to: "2026-06-20T08:00:00.000Z" },
    ...{ predictions: 1_412.4, refusals: 3, warned: 9, logged: 141, outcomes: 37, measures },
  };
  const earlier = [version];
  const own = ownOf(model);
  const page = german(
    <Report model={model} report={{ ...report, earlier }} alerts={QUIET} days={30} retraining={retraining} />,
  );
  expect(englishLeft(page, own)).toEqual([]);
  expect(englishLeft(german(<ModelLine model={model} report={report} days={30} />), own)).toEqual([]);
  expect(englishLeft(german(<NotServedModel of={{ model: "x", versions: earlier }} />))).toEqual([]);
});

test("Report and Overview with open alerts are German, and what was stored of them is marked as English", async () => {
  const base = modelIn(houses, "de");
  const model = { ...base, spec: { ...base.spec, alerts: RULES } };
  const standing = Object.fromEntries(RULES.map(({ id }) => [id, END.getTime()]));
  const sent = { attempts: 0, next_at: null, told_at: null };
  const event = { id: "a", model: "house-price", event: "fired", at: END.getTime(), version: null } as const;
  const detail = "of the lots, most are larger than in training";
  const events = [{ ...event, ...sent, rule: "drift", detail }];
  const report = await reportOf(model, 280, "area:+60%");
  const alerts = { ...QUIET, standing, events, webhook: "secret" };
  const page = german(
    <Report
      model={model}
      report={report}
      alerts={alerts}
      days={30}
      retraining={{ ...retraining, fault: RETRAIN_WORDS.de.onlyOwner }}
    />,
  );
  expect(englishLeft(page, ownOf(model))).toEqual([]);
  expect(textOf(page)).toContain("4 offene Alarme: Eingabedrift, seit 28. Juni 2026;");
  expect(textOf(page)).toMatch(/: Werte größer als im Training.* in \d+ % der Zeilen, im Training in \d+ %\./);
  const overview = german(<Overview models={[model]} reports={[report]} standing={[standing]} days={30} />);
  expect(englishLeft(overview, ownOf(model))).toEqual([]);
});

test("englishLeft(part) finds English in texts and labels, and leaves out code and what is marked", () => {
  const part = (
    <p aria-label="Copy">
      <code>the</code>{" "}
      <span lang="en">
        of <b>the</b>
      </span>{" "}
      den <b>and</b>
    </p>
  );
  expect(englishLeft(part)).toEqual(["Copy", "and"]);
});
