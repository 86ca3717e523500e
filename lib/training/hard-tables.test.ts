import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { predict, type Estimated } from "../model/answer/predict";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { readModel } from "../registry/read-folder";
import { trainModelFolder, writeModelFolder } from "../testing/model-folders";
import { draw, round, rowsOf } from "../testing/tables/draw";

/** Small tables of the kinds that people could not publish, each trained from its folder, and the values that are right. */

let directory: string;
let folders = 0;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), "glasshouse-hard-"))));
afterAll(() => rm(directory, { recursive: true }));

/** Train the table of a description; what differs from area, city and price is stated. */
async function trainTable(table: string, changes: Record<string, unknown> = {}): Promise<Model> {
  const folder = await writeModelFolder(directory, `hard-${folders++}`, changes);
  await writeFile(join(folder, "training.csv"), table);
  await trainModelFolder(folder);
  return readModel(folder);
}
const answer = (model: Model, inputs: Inputs) => predict(model, inputs) as Estimated;
const estimateOf = (model: Model, inputs: Inputs) => answer(model, inputs).estimate;

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const number = (name: string) => ({ name, label: name.toUpperCase(), kind: "number" });

test("a category of 101 levels is fitted as least squares within levels has it", async () => {
  const { between, normal } = draw(101);
  const levels = rowsOf(101, (level) => `district ${String(level).padStart(3, "0")}`);
  const rows = rowsOf(303, (row) => {
    const area = round(between(40, 160));
    return { area, level: row % 101, price: round(1_000 * area + 300 * (row % 101) + normal(0, 4_000)) };
  });
  const lines = rows.map(({ area, level, price }) => `${area},${levels[level]!},${price}`);
  const model = await trainTable(`area,city,price\n${lines.join("\n")}\n`, {
    inputs: [number("area"), { name: "city", label: "City", kind: "category", levels }],
  });
  const groups = levels.map((_, level) => {
    const group = rows.filter((row) => row.level === level);
    return { group, area: mean(group.map(({ area }) => area)), price: mean(group.map(({ price }) => price)) };
  });
  let [products, squares] = [0, 0];
  for (const { group, ...middle } of groups) {
    for (const { area, price } of group) {
      products += (area - middle.area) * (price - middle.price);
      squares += (area - middle.area) ** 2;
    }
  }
  groups.forEach(({ area, price }, level) => {
    const expected = price + (products / squares) * (100 - area);
    expect(estimateOf(model, { area: 100, city: levels[level]! }) / expected).toBeCloseTo(1, 9);
  });
});

test("a logarithm of 17 inputs is fitted, and its contributions add up to the estimate", async () => {
  const { normal } = draw(17);
  const names = rowsOf(17, (input) => `x${input + 1}`);
  const rows = rowsOf(60, () => {
    const values = names.map(() => round(normal(), 3));
    const center = values.reduce((sum, value, input) => sum + (0.02 + 0.01 * input) * value, 10);
    return [...values, round(Math.exp(center + normal(0, 0.1)), 2)];
  });
  const model = await trainTable(`${[...names, "price"].join(",")}\n${rows.map((row) => row.join(",")).join("\n")}\n`, {
    target: { name: "price", label: "Price", positive: true, transform: "log" },
    inputs: names.map(number),
    terms: names,
  });
  const inputsOf = (row: number[]) => Object.fromEntries(names.map((name, input) => [name, row[input]!]));
  const residuals = rows.map((row) => Math.log(row.at(-1)!) - Math.log(estimateOf(model, inputsOf(row))));
  // What least squares leaves is at right angles to every column.
  for (const column of [() => 1, ...names.map((_, input) => (row: number[]) => row[input]!)]) {
    expect(rows.reduce((sum, row, at) => sum + column(row) * residuals[at]!, 0)).toBeCloseTo(0, 8);
  }
  const { estimate, baseline, contributions } = answer(model, inputsOf(rows[0]!));
  expect(contributions).toHaveLength(17);
  expect(contributions!.reduce((sum, { amount }) => sum + amount, baseline!) / estimate).toBeCloseTo(1, 9);
});

test("rows without a value are left out, whatever says so, and the fit is that of the others", async () => {
  const folder = await writeModelFolder(directory, `hard-${folders++}`);
  const [header = "", ...lines] = (await readFile(join(folder, "training.csv"), "utf8")).trimEnd().split("\n");
  const gaps = ["NA", "?", "", "-", "N/A", "NaN", "null", "#N/A", "n/a", " "];
  const holed = lines.map((line, row) => (row % 3 === 1 ? line.replace(/^\d+/, gaps[(row - 1) / 3]!) : line));
  const model = await trainTable([header, ...holed, ""].join("\n"));
  const whole = await trainTable([header, ...lines.filter((_, row) => row % 3 !== 1), ""].join("\n"));
  expect(model.evidence).toMatchObject({ rows: 20, leftOut: { rows: 10 } });
  for (const inputs of [
    { area: 80, city: "A" },
    { area: 120, city: "B" },
  ]) {
    expect(estimateOf(model, inputs)).toBe(estimateOf(whole, inputs));
  }
});

test("an estimate below 0 is warned of where every outcome is above 0", async () => {
  const { whole, normal } = draw(5);
  const lines = rowsOf(120, (row) => {
    const age = whole(18, 64);
    const charges = (row % 4 === 0 ? 24_000 : 0) + 0.05 * age ** 3 + Math.abs(normal(0, 300)) + 10;
    return `${age},${row % 4 === 0 ? "yes" : "no"},${round(charges, 2)}`;
  });
  const model = await trainTable(`age,smoker,charges\n${lines.join("\n")}\n`, {
    target: { name: "charges", label: "Charges", unit: "USD" },
    inputs: [
      { name: "age", label: "Age", kind: "integer", min: 18, max: 100 },
      { name: "smoker", label: "Smoker", kind: "boolean" },
    ],
    terms: ["age", "smoker"],
  });
  const { estimate, warnings } = answer(model, { age: 18, smoker: false });
  expect(estimate).toBeLessThan(0);
  expect(warnings.map(({ code }) => code)).toContain("estimate_not_positive");
});

test("labels as header, a byte order mark and CRLF give the same model", async () => {
  const folder = await writeModelFolder(directory, `hard-${folders++}`);
  const table = await readFile(join(folder, "training.csv"), "utf8");
  const labelled = `\uFEFF${table.replace("area,city,price", "AREA, City ,Price").replaceAll("\n", "\r\n")}`;
  const [plain, other] = [await trainTable(table), await trainTable(labelled)];
  expect(estimateOf(other, { area: 100, city: "A" })).toBe(estimateOf(plain, { area: 100, city: "A" }));
});

test("a column that is the same in every row is named with its value", async () => {
  const lines = rowsOf(30, (row) => `${80 + ((row * 37) % 60)},1,${100_000 + ((row * 7_919) % 50_000)}`);
  const attempt = trainTable(`area,floors,price\n${lines.join("\n")}\n`, {
    inputs: [number("area"), { ...number("floors"), kind: "integer" }],
    terms: ["area", "floors"],
  });
  await expect(attempt).rejects.toThrow("floors is 1 in every row; leave it out of the terms");
});
