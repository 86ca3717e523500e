import { alertRulesSchema } from "@/lib/model/alert-rules";
import type { Model } from "@/lib/model/model";
import { estimateRow } from "@/lib/model/answer/estimate";
import { monitor } from "@/lib/testing/monitor";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { RETRAIN_WORDS } from "@/lib/service/drafts/retrain-words";
import { simulate } from "@/lib/monitoring/simulate";
import type { Standing } from "@/lib/store/alerts";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { headingsOf, renderPart, textOf } from "@/lib/testing/rendered";
import { beforeAll, expect, test } from "vitest";
import type { AlertState } from "./alert-state";
import { Alerts } from "./alerts";
import { ModelLine } from "./model-line";
import { OpenAlerts } from "./open-alerts";
import { Overview } from "./overview";
import { Report } from "./report";
import { Retrain } from "./retrain";

const END = new Date("2026-06-28T12:00:00Z");
const RULES = alertRulesSchema.parse(
  ["drift", "accuracy", "refusals", "volume"].map((metric) => ({ id: metric, metric })),
);
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
    "Requests",
    "Accuracy against the model card",
    "Accuracy by group",
    "Input drift",
    "Alerts",
  ]);
  expect(textOf(page)).toContain("Figure Now Claimed Verdict");
  expect(textOf(page)).not.toContain("not known");
  expect(textOf(line)).toMatch(/, as claimed \(\d+%\)\./);
});

test("Report of a model without rows shows its volume and the accuracy that outcomes measure, and no drift", async () => {
  const { page, line } = await show(bare, 140);
  expect(headingsOf(page)).toEqual(["Requests", "Accuracy", "Input drift", "Alerts"]);
  const text = textOf(page);
  expect(text).toContain("280 requests: none refused, none with a warning.");
  expect(text).toContain("No rows with known outcomes came with this model, so the model card claims no accuracy.");
  expect(text).toMatch(/Figure Now Median error \d+% \(\d+% to \d+%\)/);
  expect(text).toContain("No training rows came with this model, so there is nothing to compare with.");
  expect(text).toContain("No alert about drift or accuracy can open");
  expect(text).not.toMatch(/Claimed|Verdict|too few to tell|its card claims/);
  expect(textOf(line)).toMatch(
    /The median error of 140 reported outcomes [^;]* is \d+%; the model card claims no accuracy to compare it with\. Input drift is unknown: no training rows came with this model\./,
  );
});

test("Report of a model without rows says when outcomes are too few, or none", async () => {
  const few = await show(bare, 10);
  expect(textOf(few.page)).toContain("too early to judge the accuracy: a verdict needs at least 30 outcomes");
  expect(textOf(few.line)).toContain("too early to judge the accuracy: a verdict needs at least 30 outcomes");
  const none = await show(bare, 0);
  expect(textOf(none.page)).toContain("No outcome is reported yet.");
  expect(textOf(none.page)).not.toContain("Figure Now");
});

test("Report of a model that nobody has asked for an estimate says so, with rows or without", async () => {
  for (const model of [whole, bare]) {
    const { page, line } = await show(model, 0, 0);
    expect(headingsOf(page)).toEqual(["Alerts"]);
    expect(textOf(page)).toContain("No requests in the last 30 days.");
    expect(textOf(line)).toContain("No requests in the last 30 days.");
    expect(textOf(page)).toContain("Get an estimate, or call the API. Outcomes show how accurate a model is.");
  }
});

test("Report without an open alert says so beside the volume, and the accuracy beside the claim", async () => {
  const text = textOf((await show(whole, 140)).page);
  expect(text).toContain("280 requests and 140 reported outcomes in the last 30 days. No open alerts.");
  expect(text).toMatch(/The median error of 140 reported outcomes .* is \d+%, as claimed \(\d+%\)\./);
  expect(text).not.toContain("Outcomes show how accurate a model is.");
});

test("Report with open alerts begins with them: what each means, and three next steps to places that exist", async () => {
  const report = await reportOf(whole, 140);
  const spec = { ...whole.spec, alerts: RULES };
  const standing = Object.fromEntries(RULES.map(({ id }) => [id, END.getTime()]));
  const retraining = { fault: undefined, refusal: undefined, token: "" };
  const page = (
    <Report
      model={{ ...whole, spec }}
      report={report}
      alerts={{ ...QUIET, standing }}
      days={30}
      retraining={retraining}
    />
  );
  expect(headingsOf(page).slice(0, 5)).toEqual([
    "▲ Open alert: input drift, opened 28 Jun 2026",
    "▲ Open alert: accuracy, opened 28 Jun 2026",
    "▲ Open alert: refused requests, opened 28 Jun 2026",
    "▲ Open alert: few requests, opened 28 Jun 2026",
    "Requests",
  ]);
  const markup = renderPart(page);
  expect(markup.match(/<ol.*?<\/ol>/g)!.map((list) => list.match(/<li>/g)!.length)).toEqual([3, 3, 3, 3]);
  expect(textOf(page)).toContain(
    "etrain the model with the reported outcomes: retrain. You compare the new version before it is served.",
  );
  // Requests without an estimate have no outcomes that retraining could add.
  expect(textOf(page)).toContain(
    "If such requests are valid, train the model on a table that has rows like them: studio.",
  );
  expect(textOf(page)).not.toContain("No open alerts.");
  const anchors = [...markup.matchAll(/href="\/monitoring\/house-price\?days=30#([\w-]+)"/g)].map(([, name]) => name);
  expect(anchors.length).toBeGreaterThan(4);
  for (const anchor of anchors) expect(markup).toContain(`id="${anchor}"`);
});

test("OpenAlerts of drift names up to three inputs, asks for outcomes where they are few, and for an import where nothing trains", async () => {
  const base = await reportOf(whole, 0);
  const features = base.drift.features.map((each, index) => ({ ...each, verdict: index < 2 ? "drift" : "no drift" }));
  const report = { ...base, drift: { ...base.drift, features } } as MonitoringReport;
  const standing = { drift: END.getTime() };
  const model = { ...whole, spec: { ...whole.spec, training: undefined } };
  const text = textOf(<OpenAlerts model={model} report={report} standing={standing} named />);
  expect(text).toContain("Open alert of house price: input drift, opened 28 Jun 2026");
  expect(text).toMatch(/See what changed: lot area, bedrooms\s?\./);
  expect(text).toContain("Report outcomes, which show whether the estimates are still accurate");
  expect(text).toContain("If the change will last, fit the model again on recent rows, and import the new file.");
});

test("Overview of several models begins with the open alerts, or says that there are none", async () => {
  const models = [whole, bare];
  const reports = await Promise.all(models.map((model) => reportOf(model, 40)));
  const show = (standing: Standing[]) =>
    textOf(<Overview models={models} reports={reports} standing={standing} days={30} />);
  expect(show([{}, {}])).toBe("560 requests and 80 reported outcomes in the last 30 days. No open alerts.");
  expect(show([{ drift: END.getTime() }, {}])).toMatch(
    /^▲ Open alert of house price: input drift.* before it is served\.$/,
  );
});

test("Overview says once how to report outcomes, where a model has too few, and no line of the list repeats it", async () => {
  const [few, enough] = await Promise.all([reportOf(whole, 0, 0), reportOf(bare, 40)]);
  const list = (reports: MonitoringReport[]) =>
    textOf(
      <>
        <Overview models={[whole, bare, whole]} reports={reports} standing={[{}, {}, {}]} days={30} />
        {reports.map((report, index) => (
          <ModelLine key={index} model={whole} report={report} days={30} />
        ))}
      </>,
    );
  const text = list([few, enough, few]);
  expect(text.match(/Outcomes show how accurate a model is/g)).toHaveLength(1);
  expect(text.match(/Get an estimate, or call the API\./g)).toHaveLength(2);
  expect(list([enough, enough, enough])).not.toContain("Outcomes show");
});

test("Report marks weeks that are not complete", async () => {
  const text = textOf((await show(whole, 140)).page);
  expect(text).toMatch(/from 1 Jun 2026 \d+ outcomes \d/);
  expect(text).toContain("Dashed outline: a partial week.");
});

test("Report of a model whose earlier versions answered shows their counts and outcomes, whether it answered itself or not", async () => {
  const report = await reportOf(whole, 0, 0);
  const { mdape, coverage } = (await reportOf(whole, 140)).periods[1]!.measures;
  const version = {
    version: "0123456789ab",
    from: "2026-06-01T08:00:00.000Z",
    to: "2026-06-20T08:00:00.000Z",
    predictions: 1_412.4,
    refusals: 3,
    warned: 9,
    logged: 141,
    outcomes: 37,
    measures: { mdape, coverage },
  };
  const earlier = [version, { ...version, version: "ba9876543210", from: version.to, measures: {} }];
  const page = <Report model={whole} report={{ ...report, earlier }} alerts={QUIET} days={30} />;
  expect(headingsOf(page)).toEqual(["Earlier versions", "Alerts"]);
  const text = textOf(page);
  expect(text).toContain("No requests for this version in the last 30 days; earlier versions gave estimates.");
  expect(text).toContain(`The rest of this page is about version ${whole.version}`);
  expect(text).toMatch(/0123456789ab 1 Jun 2026 to 20 Jun 2026 1,412 3 37 \d+% \(\d+% to \d+%\) \d+% \(\d+% to \d+%\)/);
  expect(text).toMatch(/ba9876543210 20 Jun 2026 1,412 3 37 – –/);
});

test("Alerts stand for the version that is served, and an event of another one names it", () => {
  const event = { id: "a", model: "house-price", rule: "drift", event: "fired", at: END.getTime() } as const;
  const sent = { detail: "lots are larger", attempts: 0, next_at: null, told_at: null };
  const events = [whole.version, "0123456789ab", null].map((version) => ({ ...event, ...sent, version }));
  const text = textOf(
    <Alerts state={{ version: whole.version, standing: {}, events, webhook: undefined }} rules={RULES} />,
  );
  expect(text).toMatch(
    /input drift Lots are larger\. 28 Jun 2026 .* input drift Version 0123456789ab: Lots are larger\. .* input drift An earlier version: Lots are larger\./,
  );
});

test("Retrain is a button, or says why the model cannot be trained again here, or that nothing came of it", () => {
  const show = (fault: string | undefined, refusal?: string) =>
    textOf(<Retrain id="house-price" fault={fault} refusal={refusal} token="" />);
  expect(show(undefined)).toMatch(/until you decide\. Retrain$/);
  expect(show(undefined, "no outcome has been reported")).toContain("No outcome has been reported. Retrain");
  const faults = RETRAIN_WORDS.en;
  expect(show(faults.fittedElsewhere)).toMatch(
    /This model cannot be retrained here: it was fitted by another program; fit it there again, .* publish the new file\.$/,
  );
});

test("RETRAIN_WORDS say of every reason what the owner does next, in each language", () => {
  for (const { noThread, rowsNotStored, tableMissing, ...others } of [RETRAIN_WORDS.en, RETRAIN_WORDS.de]) {
    for (const why of [...Object.values(others), noThread, rowsNotStored("0123456789ab"), tableMissing("a.csv")])
      expect(why, why).toMatch(/^[^;:]+[;:] \p{L}+/u);
  }
  expect(RETRAIN_WORDS.de.tableMissing("training.csv")).toContain("kopieren Sie training.csv in den Ordner");
});
