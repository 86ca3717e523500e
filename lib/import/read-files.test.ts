import { describe, expect, test } from "vitest";
import { importFixtures, namesInFixtures, refusalOf, worstError } from "../testing/import-fixtures";
import { compileDescription } from "./estimator/evaluate";
import { readFiles } from "./read-files";

/** The rows and answers of scikit-learn; see fixtures/make.py. */
const { fixture, models } = importFixtures(".");
const describeFixture = (...names: string[]) => readFiles(names.map(fixture)).description;

describe("readFiles(files) gives a description that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    expect(models[name]!.answers.length).toBe(14);
    expect(worstError(describeFixture(name), models[name]!)).toBeLessThan(1e-12);
  });
});

describe("readFiles(files) reads a compressed file as what is in it", () => {
  test.each(namesInFixtures("packed").filter((name) => name.startsWith("used-cars")))("%s", (name) => {
    expect(describeFixture(`packed/${name}`)).toEqual(describeFixture("used-cars.pkl"));
  });

  test("ZF.pkl, of joblib 0.9", () => {
    const estimate = compileDescription(describeFixture("packed/ZF.pkl"));
    expect(estimate({ x1: 2, x2: 5 })).toBeCloseTo(3.5, 12);
  });
});

test("readFiles(files) reads arrays of objects in joblib, and takes names from one", () => {
  const { inputs, coefficients } = describeFixture("packed/nested.joblib");
  expect(inputs.map(({ name }) => name)).toEqual(["age", "km driven", "power"]);
  expect(coefficients).toEqual(describeFixture("no-names.pkl").coefficients);
});

describe("readFiles(files) reads a file of skops as the pickle of the same model", () => {
  test.each(namesInFixtures("skops"))("%s", (name) => {
    expect(describeFixture(`skops/${name}`)).toEqual(describeFixture(name.replace("skops", "pkl")));
  });
});

describe("readFiles(files) says of each input", () => {
  test("its name, kind, levels, and whether a row may leave it out or have another level", () => {
    const number = { kind: "number", levels: [], optional: true, otherLevels: false };
    const category = { kind: "category", optional: true, otherLevels: true };
    expect(describeFixture("used-cars.pkl").inputs).toEqual([
      { id: "age", name: "age", ...number },
      { id: "km_driven", name: "km driven", ...number },
      { id: "power", name: "power", ...number },
      { id: "fuel", name: "fuel", levels: ["diesel", "electric", "gas", "petrol"], ...category },
      { id: "seats", name: "seats", levels: [2, 4, 5, 7], ...category },
    ]);
    expect(describeFixture("no-names.pkl").inputs.map(({ id, name }) => [id, name])).toEqual([
      ["x1", null],
      ["x2", null],
      ["x3", null],
    ]);
    expect(describeFixture("onehot-error.pkl").inputs.at(-2)).toMatchObject({ optional: false, otherLevels: false });
  });

  test("no more than the columns use, and which ones they never use", () => {
    const { inputs, notes } = describeFixture("onehot-missing.pkl");
    expect(inputs.map(({ name }) => name)).toEqual(["fuel"]);
    expect(notes).toEqual(["The model takes inputs that it never uses: age, km driven, power, seats."]);
  });
});

test("readFiles(files) says where releases of scikit-learn answer one file in two ways", () => {
  const { notes, coefficients } = describeFixture("early/0.24-by-elastic.pkl");
  expect(coefficients.length).toBeLessThan(3);
  expect(notes).toContain(
    "SelectFromModel keeps other columns by an ElasticNet of l1_ratio 1 in releases before 1.1.2 than in later ones; it is read as in earlier ones. Compare an estimate with one of the notebook.",
  );
  expect(describeFixture("steps/from-sparse.pkl").notes.join()).not.toContain("SelectFromModel");
});

test("compileDescription(description) has no estimate where scikit-learn has none", () => {
  const plain = compileDescription(describeFixture("onehot-error.pkl"));
  const row = { age: 1, km_driven: 1, power: 1, fuel: "gas", seats: 5 };
  expect(plain(row)).toBeGreaterThan(0);
  expect(plain({ ...row, fuel: "hydrogen" })).toBeNaN();
  expect(plain({ ...row, fuel: null })).toBeNaN();
  expect(plain({ ...row, age: NaN })).toBeNaN();
  expect(plain({ ...row, age: "old" })).toBeNaN();
  expect(plain({})).toBeNaN();
});

describe("readFiles(files) with several files", () => {
  test("takes the scaler before the model and names from a list in JSON", () => {
    const beside = describeFixture("files-model.pkl", "files-scaler.pkl", "files-columns.json");
    expect(worstError(beside, models["bundle-dict.pkl"]!)).toBeLessThan(1e-12);
  });

  test("takes names of a result of statsmodels from a list in JSON", () => {
    const { inputs, regressor } = describeFixture("results/beside.pkl", "results/beside-columns.json");
    expect([regressor, ...inputs.map(({ name }) => name)]).toEqual(["OLS", "age", "km driven"]);
  });

  test("does not guess an order of two scalers, nor between two models", () => {
    expect(() => describeFixture("files-model.pkl", "files-scaler.pkl", "files-scaler.pkl")).toThrow(/in which order/);
    expect(() => describeFixture("Ridge.pkl", "Lasso.pkl")).toThrow(/several models \(Ridge, Lasso\)/);
    expect(() => describeFixture("Ridge.pkl", "results/ols.pkl")).toThrow(/several models \(Ridge, OLS\)/);
    expect(() => describeFixture("files-scaler.pkl", "results/formula-functions.pkl")).toThrow(
      "the StandardScaler in the file cannot be read: it is given with a formula, which takes columns by their own names",
    );
  });
});

describe("readFiles(files) refuses by what it is", () => {
  test.each([
    ["forest.pkl", "a RandomForestRegressor, an ensemble"],
    ["forest-search.pkl", "a RandomForestRegressor, an ensemble"],
    ["tree.pkl", "a DecisionTreeRegressor, a decision tree"],
    ["boosting.pkl", "a GradientBoostingRegressor, an ensemble"],
    ["network.pkl", "a MLPRegressor, a neural network"],
    ["neighbours.pkl", "a KNeighborsRegressor, a model that looks up neighbours"],
    ["classifier.pkl", "a LogisticRegression, which chooses a class"],
    ["unfitted.pkl", "the LinearRegression in the file is not fitted"],
    ["unfitted-pipeline.pkl", "the Ridge in the file is not fitted"],
    ["several-targets.pkl", "several targets at once"],
    ["scaler-alone.pkl", "a StandardScaler and no model"],
    ["encoder-alone.pkl", "a LabelEncoder and no model"],
    ["two-models.pkl", "several models (Ridge, Lasso)"],
    ["data.pkl", "plain data and no fitted model"],
    ["mark-for-missing.pkl", "it takes -1 for a missing value"],
    ["forest.skops", "a RandomForestRegressor, an ensemble"],
    ["own-function.pkl", "code of its own, written by cloudpickle or dill"],
    ["result-splines.pkl", "a term that is ambiguous: bs(age, df=4)[0]"],
    ["result-sums.pkl", "a term that is ambiguous: C(fuel, Sum)[S.diesel]"],
    ["result-inverse-link.pkl", "its link is InversePower"],
    ["result-offset.pkl", "an offset or an exposure"],
    ["result-logit.pkl", "a result of statsmodels that is not a linear model"],
    ["quantiles.pkl", "use a PowerTransformer or a StandardScaler instead"],
    ["split.pkl", "written by a joblib before 0.10, which puts each array into a file of its own"],
  ])("%s", (name, words) => {
    expect(refusalOf(fixture(`refused-${name}`))).toContain(words);
  });

  test("a pickle that is damaged or cut off, with the place and what to do", () => {
    const { name, bytes } = fixture("Ridge.pkl");
    const damaged = bytes.slice();
    damaged.fill(0xff, 200, 220);
    expect(refusalOf({ name, bytes: damaged })).toMatch(
      /^the file is no pickle, or is damaged: byte 2\d\d of [\d,]+ does not belong there; copy or download it again as a whole, or save the model again$/,
    );
    expect(refusalOf({ name, bytes: bytes.slice(0, 200) })).toMatch(
      /^the file is cut off: it ends after 200 bytes, in the middle of a value; copy or download it again/,
    );
  });

  test.each([
    ["", "empty"],
    ["PK\u0003\u0004", "damaged"],
    [`PK\u0005\u0006${"\0".repeat(18)}`, "a zip archive"],
    ["\u0089HDF\r\n", "an HDF5 file"],
    ["version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS"],
    ["<!DOCTYPE html>", "a web page"],
    ["import pickle\n", "Python source code"],
    ["hello", "no pickle, or is damaged: byte 2 of 5 does not belong there; copy or download it again"],
  ])("a file that begins with %j", (text, words) => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(() => readFiles([{ name: "model.pkl", bytes }])).toThrow(words);
  });
});
