import { predict } from "@/lib/model/answer/predict";
import { estimateRow } from "@/lib/model/answer/estimate";
import { exampleInputs } from "@/lib/model/inputs/example";
import { simulate } from "@/lib/monitoring/simulate";
import { dated } from "@/lib/testing/exports";
import { monitor } from "@/lib/testing/monitor";
import { renderPart, textOf } from "@/lib/testing/rendered";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { expect, test } from "vitest";
import { asTypeScript } from "./calls/typescript";
import { Card } from "./card/card";
import { InputField } from "./form/input-field";
import { Report as Monitoring } from "./monitoring/report";
import { Report } from "./result/report";

/** Pages of a model with dates: people read "30 Jun 2015" and never the number of a day. */
const model = await dated();
const [sold, at] = model.spec.inputs;
const inputs = exampleInputs(model);

/** A day of this century, or of the last third of the one before, as a number: one to five digits, which years are not. */
const DATE = /\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (19|20)\d\d/;

function Form({ children }: { children: ReactNode }) {
  return <FormProvider {...useForm()}>{children}</FormProvider>;
}

test("a field of the form is the browser's own calendar, within the bounds and with what an address holds", () => {
  const field = renderPart(
    <Form>
      <InputField input={sold!} text="30.06.2015" />
      <InputField input={at!} text="2015-06-30T14:30" />
    </Form>,
  );
  expect(field).toMatch(/<input[^>]* min="1950-01-01" max="2049-12-31"[^>]* type="date"[^>]* value="2015-06-30"/);
  expect(field).toMatch(
    /<input[^>]* min="1999-06-15T07:30" step="1"[^>]* type="datetime-local"[^>]* value="2015-06-30T14:30"/,
  );
  expect(field).toContain("1 Jan 1950 to 31 Dec 2049.");
});

test("the result page says dates in words", () => {
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  const text = textOf(
    <Report shown model={model} inputs={inputs} prediction={prediction} origin="https://example.com" token="" />,
  );
  expect(text).toMatch(DATE);
  expect(text).toMatch(new RegExp(`Sold on: ${DATE.source} instead of ${DATE.source}`));
  // The address and the call have it as it is sent.
  const words = text.replaceAll(/https:\S+/g, "");
  expect(words.slice(0, words.indexOf("Get this from code"))).not.toContain(String(inputs.sold));
});

test("the card says from when to when the rows are", () => {
  const text = textOf(<Card shown model={model} />);
  expect(text).toMatch(new RegExp(`Sold on ${DATE.source} to ${DATE.source}`));
  expect(text).toMatch(new RegExp(`Begins at ${DATE.source}, \\d\\d:\\d\\d`));
});

test("monitoring names the dates between which shares are compared", async () => {
  const end = new Date("2026-06-28T12:00:00Z");
  const world = [...simulate(model, { days: 28, rows: 5, shifts: [], from: 1, end, seed: 7 })].flatMap((row) => {
    const { estimate, low, high } = estimateRow(model, model.reading.encode(row.inputs), 0.8);
    return row.actual === null ? [] : [{ ...row, actual: row.actual, estimate, low, high, level: 0.8, warnings: 0 }];
  });
  const report = { ...(await monitor(model, { predictions: world, outcomes: world }, end)), earlier: [] };
  const quiet = { version: "", standing: {}, events: [], webhook: undefined };
  expect(textOf(<Monitoring model={model} report={report} alerts={quiet} days={30} />)).toMatch(
    new RegExp(`up to ${DATE.source}`),
  );
});

test("a call in TypeScript sends a date as text, with its bounds in words", () => {
  const call = asTypeScript("http://127.0.0.1/predict", model.spec, inputs, { interval: true, contributions: true });
  expect(call).toContain("  /** Sold on: 1 Jan 1950 to 31 Dec 2049 */\n  sold: string;");
  expect(call).toContain(`sold: "${inputs.sold}"`);
});
