import { describe, expect, test } from "vitest";
import { importFixtures, refusalOf, textFile, worstError } from "../../testing/import-fixtures";
import { compileDescription } from "../estimator/evaluate";
import { readFiles } from "../read-files";

const { fixture, models } = importFixtures("coefficients");
const json = (value: unknown) => textFile("model.json", JSON.stringify(value));
const describeText = (name: string, text: string) => readFiles([textFile(name, text)]).description;
const estimateOf = (value: unknown) => compileDescription(readFiles([json(value)]).description);

describe("readFiles(files) reads coefficients that answer as the library does that fitted them", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const { description } = readFiles([fixture(name)]);
    expect(worstError(description, models[name]!)).toBeLessThan(1e-12);
  });
});

describe("readFiles(files) takes of coefficients", () => {
  test("names from a list beside them, and positions where there is none", () => {
    const named = readFiles([fixture("unnamed.json"), fixture("names.json")]).description;
    expect(named.inputs.map(({ name }) => name)).toEqual(["area", "rooms"]);
    expect(readFiles([fixture("unnamed.json")]).description.inputs.map(({ id, name }) => [id, name])).toEqual([
      ["x1", null],
      ["x2", null],
    ]);
  });

  test.each([
    ["a flat list", { area: 3, const: 1.5 }],
    ["a list with an intercept in it", { coefficients: { "(Intercept)": 1.5, area: 3 } }],
    ["lists", { weights: [3], bias: 1.5, features: ["area"] }],
    ["a series of pandas as a table", { "0": { const: 1.5, area: 3 } }],
    [
      "records",
      [
        { name: "intercept", value: 1.5 },
        { name: "area", value: 3 },
      ],
    ],
  ])("%s", (_, value) => {
    expect(estimateOf(value)({ area: 2 })).toBe(7.5);
  });

  test.each([
    ["R's coef with semicolons", '"";"x"\n"(Intercept)";1,5\n"area";3\n'],
    ["no line of names", "area,3\nbias,1.5\n"],
    ["a table of an old pandas", "Unnamed: 0,coef\narea,3\nIntercept,1.5\n"],
    ["a summary with other columns", ",coef,std err,t\nIntercept,1.5,1,1\narea,3,1,1\n"],
    ["a column of R that repeats others", "term,estimate\n(Intercept),1.5\narea,3\nsquare_feet,NA\n"],
  ])("%s as CSV", (_, text) => {
    expect(compileDescription(describeText("coef.csv", text))({ area: 2 })).toBe(7.5);
  });

  test("levels in their explicit form; a level that no term names is the base", () => {
    const description = readFiles([
      json({ intercept: 1, coefficients: { "fuel[gas]": 2, "C(fuel)[T.oil]": 4, km: 1 } }),
    ]).description;
    expect(description.inputs).toEqual([
      { id: "fuel", name: "fuel", kind: "category", levels: ["gas", "oil"], optional: false, otherLevels: true },
      { id: "km", name: "km", kind: "number", levels: [], optional: false, otherLevels: false },
    ]);
    const estimate = compileDescription(description);
    expect(["gas", "oil", "wood", null].map((fuel) => estimate({ fuel, km: 0 }))).toEqual([3, 5, 1, NaN]);
    expect(description.notes).toEqual([
      "fuel: a value other than gas, oil counts as the base, whose name the file does not say.",
    ]);
  });

  test("a base that Treatment names, and refuses any other level then", () => {
    const estimate = estimateOf({ Intercept: 1, "C(fuel, Treatment('wood'))[T.gas]": 2 });
    expect(["gas", "wood", "oil"].map((fuel) => estimate({ fuel }))).toEqual([3, 1, NaN]);
  });

  test("no level of a name in which it is run together with its category", () => {
    const description = describeText("coef.csv", "term,estimate\n(Intercept),1\nfuelgas,2\n");
    expect(description.inputs).toMatchObject([{ name: "fuelgas", kind: "number" }]);
  });

  test("0 for an intercept that is not there, and says so", () => {
    const { intercept, notes } = readFiles([json({ coefficients: { area: 3 } })]).description;
    expect([intercept, notes]).toEqual([0, ["The file names no intercept; 0 is taken for it."]]);
  });

  test("no more than it reads, and says what it leaves", () => {
    const { notes } = readFiles([json({ intercept: 1, coef: { area: 3 }, r2: 0.9 })]).description;
    expect(notes).toEqual(['Not read: "r2".']);
  });
});

describe("readFiles(files) refuses what is none of coefficients", () => {
  test.each<[string, unknown, RegExp]>([
    ["names alone", ["area", "rooms"], /names of columns and no coefficients; give the file of the model/],
    ["names alone in an object", { columns: ["area"] }, /names of columns and no coefficients/],
    ["a text", "area", /contains no coefficients; write/],
    ["nothing", {}, /contains no coefficients/],
    ["a text among coefficients", { area: 3, model: "OLS" }, /"model" is "OLS" and no number/],
    ["null", { coefficients: { area: null } }, /contains no coefficients/],
    ["too few names", { coef: [1, 2], features: ["area"] }, /2 coefficients and 1 names/],
    [
      "several targets",
      {
        coef: [
          [1, 2],
          [3, 4],
        ],
      },
      /several targets/,
    ],
    ["a scaler", { coef: [1], features: ["a"], scaler: { mean: [1] } }, /contains a scaler \("scaler"\)/],
    ["two intercepts", { intercept: 1, coefficients: { const: 1, area: 2 } }, /two intercepts/],
    ["two keys for one thing", { coef: [1], weights: [1] }, /gives its coefficients twice, as "coef" and "weights"/],
    [
      "a link that is not known",
      { link: "logit", coef: { area: 1 } },
      /the link "logit" is not known; identity, linear, log are/,
    ],
    ["splines", { const: 1, "bs(area, df=4)[0]": 2 }, /"bs\(area, df=4\)\[0\]" is a function that is not known/],
    ["a factor of R", { const: 1, "factor(fuel)gas": 2 }, /"factor\(fuel\)gas" is a function that is not known/],
    ["a product of what is not there", { area: 1, "area:rooms": 2 }, /"area:rooms" looks like a product/],
    ["coding by sums", { const: 1, "C(fuel)[S.gas]": 2 }, /coded by sums/],
    ["a number and a category of one name", { fuel: 1, "fuel[gas]": 2 }, /both as a number and as a category/],
  ])("%s", (_, value, words) => {
    expect(refusalOf(json(value))).toMatch(words);
  });

  test.each([
    ["a table of rows", "area,rooms,price\n1,2,3\n2,3,4\n", /this is not a table of coefficients/],
    ["a text for a number", "term,estimate\narea,high\nrooms,2\n", /the coefficient of "area" is "high" and no number/],
    ["a name that stands twice", "term,estimate\narea,1\narea,2\n", /"area" has two coefficients/],
    ["an infinite number", "term,estimate\narea,1e999\n", /the coefficient of "area" is no finite number/],
    ["nothing", "", /the file is empty/],
  ])("%s as CSV", (_, text, words) => {
    expect(refusalOf(textFile("coef.csv", text))).toMatch(words);
  });

  test.each([
    ["damaged", "{", /damaged/],
    ["NaN", '{"area": NaN}', /contains NaN or Infinity/],
    ["depth", "[".repeat(200_000) + "]".repeat(200_000), /no coefficients/],
    ["depth below a key", `{"coef": ${"[".repeat(200_000)}${"]".repeat(200_000)}}`, /no number/],
    ["inherited names", '{"__proto__": {"a": 1}, "constructor": [1]}', /no number/],
  ])("%s in JSON", (_, text, words) => {
    expect(refusalOf(textFile("model.json", text))).toMatch(words);
  });

  test("two models, and what has no place beside one", () => {
    expect(refusalOf(fixture("params.json"), fixture("tidy.csv"))).toBe(
      "params.json and tidy.csv are a model each; give the one to be served",
    );
  });
});
