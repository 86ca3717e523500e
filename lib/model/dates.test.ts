import { expect, test } from "vitest";
import { dated } from "../testing/exports";
import { predict } from "./answer/predict";
import { findRemedy } from "./answer/remedy";
import { findComparables } from "./explain/comparables";
import { traceInput } from "./explain/curve";
import { measureEffects } from "./explain/effects";
import { exampleRows } from "./inputs/example";
import { formulaInWords } from "./term-words";

const model = await dated();
const rows = exampleRows(model);

test("exampleRows(model) have dates within what the rows hold, which need no warning", () => {
  for (const row of rows) {
    expect(model.schema.safeParse(row).data).toEqual(row);
    expect(row.sold).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(row.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
  }
  expect(predict(model, rows[0])).toMatchObject({ refusal: null, warnings: [] });
  expect(rows[0].sold! < rows[1].sold!).toBe(true);
});

test("predict(model, inputs) warns of a date beyond the rows' in words", () => {
  const { warnings } = predict(model, { ...rows[0], sold: "2040-01-01" });
  expect(warnings.map(({ detail }) => detail).join()).toMatch(
    /sold on: 1 Jan 2040 is after the last date in the training data, \d+ [A-Z][a-z]{2} 20\d\d/,
  );
});

test("traceInput(model, inputs, date) goes through dates in their order, with the person's own", () => {
  const { points } = traceInput(model, rows[0], "sold");
  const values = points.map(({ value }) => String(value));
  expect(values.length).toBeGreaterThan(30);
  expect(values).toEqual(values.toSorted());
  expect(values).toContain(rows[0].sold);
  expect(traceInput(model, rows[0], "at").points.map(({ value }) => value)).toContain(rows[0].at);
});

test("measureEffects(model, inputs) takes a date to a later one, or an earlier one at the end of its bounds", () => {
  const next = (sold: string) => measureEffects(model, { ...rows[0], sold }).find(({ input }) => input === "sold")!;
  expect(next("2000-01-01").to).toBe("2009-12-31");
  expect(next("2049-12-31").to).toBe("2040-01-01");
  expect(next("2000-01-01").amount).toBeTypeOf("number");
});

test("findComparables and findRemedy give dates as they are sent", () => {
  const open = { ...model, spec: { ...model.spec, training: { file: "t.csv", columns: {}, missing: [], showRows: true } } };
  const [first] = findComparables(open, rows[0]);
  expect(model.schema.safeParse(first!.inputs).success).toBe(true);
  const remedy = findRemedy(model, { ...rows[0], at: "9999-12-31T00:00", gain: 50 });
  expect(remedy!.inputs.at).toMatch(/^20\d\d-/);
});

test("formulaInWords writes comparisons as mathematics does", () => {
  expect(formulaInWords(model.spec, "(year >= 1980) * log1p(gain)")).toBe("(year built ≥ 1980) × log1p(gain)");
  expect(formulaInWords(model.spec, 'days(sold, "2015-01-01") != year')).toBe(
    'days(sold on, "2015-01-01") ≠ year built',
  );
});
