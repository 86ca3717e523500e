import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadModel } from "../families";
import { predict } from "../model/answer/predict";
import { parseSpec } from "../model/spec";
import { expectDigits, makeSpec, trained, whole } from "../testing/models";
import { TrainingTable } from "./table";
import { train } from "./train";

/** Sixty made-up flats; one in seven has no area, one in eleven no city. */
const ROWS = `
  40,5,A,yes,80573 76,4,C,no,101323 130,2,B,no,151512 ,3,C,no,124315 142,4,B,no,176722 81,2,,yes,95601
  87,2,C,no,104943 46,2,B,no,75086 140,1,B,yes,164533 97,1,B,yes,121030 ,3,B,yes,110486 135,4,B,no,166664
  143,2,C,yes,154325 76,2,C,no,90982 49,3,A,yes,80397 110,1,B,no,131358 137,5,,no,158519 ,2,A,yes,62989
  122,3,C,yes,140503 81,5,A,yes,115396 110,5,A,no,139941 102,4,A,yes,129440 46,4,C,no,69586 52,5,A,no,86381
  ,5,C,no,155407 67,4,C,yes,92138 138,3,B,no,164619 120,3,,yes,148878 110,5,C,yes,135684 95,3,C,no,110515
  89,1,B,no,112510 ,2,C,yes,131743 62,4,A,yes,95332 48,4,C,no,77746 145,1,C,no,153233 44,1,A,yes,61166
  107,5,A,yes,138563 67,3,C,yes,92989 ,3,,yes,111292 57,5,B,yes,101176 59,1,A,no,77320 149,1,B,yes,163162
  85,1,A,no,103748 88,5,C,no,115604 78,3,B,yes,114935 ,4,C,no,133701 88,3,C,no,102822 78,5,C,no,109653
  63,2,C,yes,86994 110,4,,yes,148613 136,2,C,yes,145896 105,2,C,no,117625 ,1,A,no,138099 84,1,C,no,90910
  144,4,A,yes,166455 129,3,C,yes,146377 145,3,B,no,173117 106,1,A,no,118236 68,2,B,no,97514 ,1,C,yes,146710`;

const folder = await mkdtemp(join(tmpdir(), "missing-"));
afterAll(() => rm(folder, { recursive: true }));

async function trainOn(rows: string, changes: Record<string, unknown>, training: Record<string, unknown> = {}) {
  const file = join(folder, "training.csv");
  await writeFile(file, ["area,rooms,city,cellar,price", ...rows.trim().split(/\s+/)].join("\n"));
  const json = makeSpec({
    target: { name: "price", label: "Price" },
    terms: ["area", "rooms", "city", "cellar"],
    training: { file: "training.csv", ...training },
    ...changes,
  });
  const spec = parseSpec(json);
  const table = new TrainingTable(file, spec);
  const bundle = await train(
    spec,
    (again, coding) => table.examples(!again, coding),
    () => table.hash,
  );
  return loadModel(json, JSON.parse(JSON.stringify(bundle)));
}

function inputsWith(missing: { area?: unknown; city?: unknown }) {
  return [
    { name: "area", label: "Area", kind: "number", missing: missing.area },
    { name: "rooms", label: "Rooms", kind: "integer" },
    { name: "city", label: "City", kind: "category", levels: ["A", "B", "C"], missing: missing.city },
    { name: "cellar", label: "Cellar", kind: "boolean" },
  ];
}

/*
 * Of pandas 3.1 and statsmodels 0.15: ols("price ~ af + m + rooms + C(cf) + mc + cellar").fit(), where m and mc are
 * 1 in rows without an area and a city, af is the area or 95, and cf the city or B; and
 * ols("price ~ area + rooms + C(city) + cellar", table.dropna()).fit().
 */
describe("train(spec, table) on a table with missing values", () => {
  test("assumes the value of the description, with a term for what else differs, as statsmodels fits it", async () => {
    const model = await trainOn(ROWS, {
      inputs: inputsWith({ area: { value: 95 }, city: { value: "B" } }),
      terms: ["area", "missing(area)", "rooms", "city", "missing(city)", "cellar"],
    });
    const { coefficients, fit } = trained(model);
    const expected: [string, number, number][] = [
      ["(intercept)", 17268.076397758243, 6721.575597541504],
      ["area", 911.6457444090461, 52.45581437347274],
      ["missing(area)", 7235.633110749538, 4248.639055963825],
      ["rooms", 4337.324487807824, 1096.1903908811469],
      ["city[B]", 8651.11969900891, 4532.973369643037],
      ["city[C]", 895.846218736955, 3872.899412350335],
      ["missing(city)", -8044.324977408283, 6205.541479134719],
      ["cellar", -616.2860535971322, 3086.3351349934787],
    ];
    expect(coefficients.map(({ term }) => term)).toEqual(expected.map(([term]) => term));
    expected.forEach(([, estimate, standardError], index) => {
      expectDigits(coefficients[index]!.estimate, estimate);
      expectDigits(coefficients[index]!.standardError, standardError);
    });
    expectDigits(fit.r2, 0.8752489259998938);
    expectDigits(fit.sigma, 11524.475861941894);
    expect(model.evidence!.rows).toBe(60);
    expect(model.evidence!.ranges).toMatchObject({ area: { min: 40, max: 149, missing: 9 }, city: { missing: 5 } });
  });

  test("leaves rows out that lack an input, as statsmodels does with dropna, and counts them", async () => {
    const model = await trainOn(ROWS, { inputs: inputsWith({}) });
    const { coefficients, fit } = trained(model);
    expect(fit.n).toBe(47);
    const expected = [18882.54209160533, 903.8185107915824, 4339.379824250864, 8512.248879702995, -4430.425129600702];
    [...expected, 1958.396351007199].forEach((estimate, index) =>
      expectDigits(coefficients[index]!.estimate, estimate),
    );
    expect(model.evidence!.leftOut).toEqual({ rows: 13, missing: { area: 9, city: 5 } });
  });

  test('refuses it where "missing" is "not allowed", with counts and what to do', async () => {
    const message = await trainOn(ROWS.replace(",3,C,no,124315", "NA,3,C,no,124315"), {
      inputs: inputsWith({ area: "not allowed" }),
    }).catch((error: Error) => error.message);
    expect(message).toContain("9 of 60 rows have no area (empty 8, NA 1)");
    expect(message).toContain('"missing": "leave out"');
  });
});

describe("predict(model, inputs) without an input that may be missing", async () => {
  const model = await trainOn(ROWS, {
    inputs: inputsWith({ area: { value: 95 }, city: { value: "B" } }),
    terms: ["area", "missing(area)", "rooms", "city", "cellar"],
  });

  test("says what it assumed, and contributions still add up to the estimate", () => {
    const inputs = model.schema.parse({ rooms: 3, city: null, cellar: true });
    expect(inputs).toEqual({ area: null, rooms: 3, city: null, cellar: true });
    const answer = whole(predict(model, inputs) as Extract<ReturnType<typeof predict>, { refusal: null }>);
    expect(answer.assumed).toEqual([
      { input: "area", value: 95 },
      { input: "city", value: "B" },
    ]);
    const sum = answer.contributions.reduce((total, { amount }) => total + amount, answer.baseline);
    expectDigits(sum, answer.estimate);
    const given = predict(model, { ...inputs, area: 95, city: "B" });
    const indicator = trained(model).coefficients.find(({ term }) => term === "missing(area)")!.estimate;
    expectDigits(answer.estimate - given.estimate!, indicator, 8);
  });

  test("warns where every training row had it", async () => {
    const whole = ROWS.trim()
      .split(/\s+/)
      .filter((row) => !row.startsWith(",") && !row.includes(",,"))
      .join(" ");
    const known = await trainOn(whole, { inputs: inputsWith({ area: { value: 95 } }) });
    const answer = predict(known, known.schema.parse({ rooms: 3, city: "A", cellar: true }));
    expect(answer.warnings).toEqual([
      {
        code: "outside_training_range",
        input: "area",
        detail: "area: this answer is missing, but every training row has it",
      },
    ]);
  });
});
