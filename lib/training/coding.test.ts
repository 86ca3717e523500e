import { describe, expect, test } from "vitest";
import type { Inputs } from "../model/inputs/value";
import { expectDigits, trained, trainModel } from "../testing/models";

/*
 * Python 3.11, statsmodels 0.15.0; `d` has the rows below, `pooled` is region with isle and cape as other, and f is
 *   smf.ols(formula, d).fit(): params, bse, rsquared, rsquared_adj, fvalue, sqrt(mse_resid),
 *   get_influence().hat_matrix_diag.max()
 * with categories as C(pooled, levels=["north", "south", "east", "west", "other"]) and so on.
 */
const REGIONS = ["north", "south", "east", "west", "isle", "cape"];
const HEATING = ["gas", "oil", "wood"];
const rows = Array.from({ length: 120 }, (_, i): { inputs: Inputs; actual: number } => {
  const region = i % 40 === 3 ? "isle" : i % 50 === 7 ? "cape" : REGIONS[(i * i + Math.floor(i / 3)) % 4]!;
  const age = 20 + ((i * 37) % 50);
  const smoker = (i * 13) % 5 < 2;
  const heating = HEATING[(i * 17 + Math.floor(i / 7)) % 3]!;
  const zone = region === "north" || region === "south" ? "in" : "out";
  const byRegion = { north: 0, south: 2, east: 4, west: -3, isle: 6, cape: 1 }[region]!;
  const byHeating = { gas: 0, oil: 1.5, wood: -2 }[heating]!;
  const noise = (((i * 73) % 31) - 15) / 4;
  const actual = 10 + 0.3 * age + (smoker ? 5 + 0.2 * age : 0) + byRegion + byHeating + noise;
  return { inputs: { region, age, smoker, heating, zone }, actual };
});
const INPUTS = {
  region: { name: "region", label: "Region", kind: "category", levels: REGIONS },
  age: { name: "age", label: "Age", kind: "number" },
  smoker: { name: "smoker", label: "Smoker", kind: "boolean" },
  heating: { name: "heating", label: "Heating", kind: "category", levels: HEATING },
  zone: { name: "zone", label: "Zone", kind: "category", levels: ["in", "out"] },
};
type Name = keyof typeof INPUTS;
const pooledRegion = { ...INPUTS.region, other: { fewest: 10, label: "other" } };

async function fit(names: Name[], changes: Record<string, unknown>) {
  const inputs = names.map((name) => (name === "region" && changes.pool ? pooledRegion : INPUTS[name]));
  const pick = (given: Inputs) => Object.fromEntries(names.map((name) => [name, given[name]!]));
  const { pool: _, ...others } = changes;
  return trainModel(
    { inputs, ...others },
    rows.map((row) => ({ ...row, inputs: pick(row.inputs) })),
  );
}

interface Expected {
  /** Estimate and standard error by term. */
  coefficients: Record<string, [number, number]>;
  r2: number;
  adjustedR2: number;
  f: number;
  sigma: number;
  leverage: number;
}

describe.each<[string, Name[], Record<string, unknown>, Expected]>([
  [
    "interactions of a category and a number, and of a category and a yes or no",
    ["region", "age", "smoker", "heating"],
    { pool: true, terms: ["age", "smoker", "region", "heating", "region : age", "heating * smoker"] },
    {
      // y ~ age + smoker + pooled + heating + pooled:age + heating:smoker
      coefficients: {
        "(intercept)": [7.7152238623834535, 1.3803393930056775],
        age: [0.3642413254235172, 0.029356322830200964],
        smoker: [13.829531715310676, 0.7433048099510823],
        "region[south]": [3.155797571029817, 2.322558489096442],
        "region[other]": [-2.606934962112664, 3.7836512383178627],
        "heating[wood]": [-2.9564400068618046, 0.7439237590295394],
        "region[south]:age": [-0.006443329988891799, 0.04931833745890464],
        "region[other]:age": [0.12176218248035303, 0.09653552889995272],
        "heating[oil]:smoker": [0.48458749205445706, 1.1865778866653836],
        "heating[wood]:smoker": [-0.14749938643786242, 1.218167586172442],
      },
      r2: 0.9346530783144068,
      adjustedR2: 0.9259401554229943,
      f: 107.27204750493239,
      sigma: 2.580532256984608,
      leverage: 0.8935616347602051,
    },
  ],
  [
    "an interaction of two categories",
    ["age", "heating", "zone"],
    { terms: ["age", "zone", "heating", "zone : heating"] },
    {
      // y ~ age + zone + heating + zone:heating
      coefficients: {
        "(intercept)": [12.784775328418933, 2.668878165722209],
        age: [0.37750749488881885, 0.04897663912566958],
        "zone[out]": [2.166401778956427, 2.1584390936652844],
        "zone[out]:heating[oil]": [-2.7742093572788855, 3.428019245335052],
        "zone[out]:heating[wood]": [-0.800615294863805, 3.4465994820869676],
      },
      r2: 0.3649965818554036,
      adjustedR2: 0.33127958620170816,
      f: 10.825299667985098,
      sigma: 7.7542568882157745,
      leverage: 0.09475210564551496,
    },
  ],
  [
    "rare levels as other",
    ["region", "age"],
    { pool: true, terms: ["age", "region"] },
    {
      // y ~ age + pooled
      coefficients: {
        "(intercept)": [12.540428789750795, 2.4390880776034862],
        "region[west]": [-2.5838798012759927, 2.1701883127553745],
        "region[other]": [3.167670770415924, 3.338688291380669],
        age: [0.35977910290454485, 0.04822605348981219],
      },
      r2: 0.39290648617655066,
      adjustedR2: 0.3662795776755222,
      f: 14.755993402740481,
      sigma: 7.548605784019404,
      leverage: 0.19083424677377553,
    },
  ],
  [
    "no intercept",
    ["age", "smoker"],
    { intercept: false, terms: ["age", "smoker", "age * smoker"] },
    {
      // y ~ age + smoker + age:smoker - 1: as in R's summary.lm, R² and F are about 0
      coefficients: {
        age: [0.5275772096640677, 0.010353593839554719],
        smoker: [17.223072199081457, 1.8972749063615881],
        "age * smoker": [-0.048924534239523365, 0.042333961873584215],
      },
      r2: 0.9831724442306964,
      adjustedR2: 0.9827409684417399,
      f: 2278.627142923679,
      sigma: 4.134131808308969,
      leverage: 0.08306837880692405,
    },
  ],
  [
    "levels that follow from others, which have no coefficient",
    ["region", "age", "zone"],
    { terms: ["age", "region", "zone"] },
    {
      // y ~ age + region; with zone, R's lm gives the same and NA for zoneout
      coefficients: {
        "(intercept)": [12.144379366949947, 2.4366227643222143],
        age: [0.36887521007004787, 0.04826732071913895],
        "region[isle]": [-1.6145136800555537, 4.502710026830069],
        "region[cape]": [8.07490620768522, 4.556918121604897],
      },
      r2: 0.40587849432862577,
      adjustedR2: 0.37433221969120767,
      f: 12.866130755331712,
      sigma: 7.500492644354357,
      leverage: 0.34483668255857125,
    },
  ],
])("trainModel with %s", (_, names, changes, expected) => {
  test("equals statsmodels to nine digits", async () => {
    const model = await fit(names, changes);
    const { coefficients, fit: figures, farthest } = trained(model);
    const found = new Map(coefficients.map((each) => [each.term, each]));
    for (const [term, [estimate, standardError]] of Object.entries(expected.coefficients)) {
      expectDigits(found.get(term)!.estimate, estimate, 10);
      expectDigits(found.get(term)!.standardError, standardError, 10);
    }
    expectDigits(figures.r2, expected.r2);
    expectDigits(figures.adjustedR2, expected.adjustedR2);
    expectDigits(figures.f, expected.f);
    expectDigits(figures.sigma, expected.sigma);
    expectDigits(farthest, expected.leverage / (1 - expected.leverage));
    expect(model.predictor.coding?.dropped ?? []).toEqual(
      names.includes("zone") && names.includes("region") ? ["zone[out]"] : [],
    );
  });
});
