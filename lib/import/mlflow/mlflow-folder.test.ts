import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { attempt, importFixtures, refusalOf, textFile, worstError } from "../../testing/import-fixtures";
import { Budget } from "../pickle/limits";
import { readFiles, type ImportedFile } from "../read-files";
import { Archive } from "../unpack/zip";
import { readBlockYaml } from "./block-yaml";

const { fixture, models } = importFixtures("mlflow");

/** The files of an archive by themselves, as they are dropped together. */
function loose(name: string): ImportedFile[] {
  const archive = new Archive(fixture(name).bytes, new Budget());
  return archive.names.map((each) => ({ name: each.replace("model/", ""), bytes: archive.read(each) }));
}
const only = (files: ImportedFile[], ...names: string[]) => files.filter(({ name }) => names.includes(name));

describe("readFiles(files) gives of an archive a description that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const { description } = readFiles([fixture(name)]);
    expect(worstError(description, models[name]!)).toBeLessThan(name === "onnx.zip" ? 1e-6 : 1e-12);
    expect(description.inputs.map((input) => input.name)).toEqual(["Fläche m²", "rooms"]);
  });
});

describe("readFiles(files) takes of a folder of MLflow", () => {
  test("names of the signature, versions, and the example", () => {
    const { description } = readFiles(loose("pickle.zip"));
    expect(description.inputs.map(({ id, name }) => [id, name])).toEqual([
      ["flache_m2", "Fläche m²"],
      ["rooms", "rooms"],
    ]);
    expect(description.notes).toEqual(["The folder was saved by MLflow 3.17.2, Python 3.12.1, scikit-learn 1.9.0."]);
    expect(description.example).toEqual({ flache_m2: expect.any(Number), rooms: expect.any(Number) });
  });

  test("the file that the MLmodel names, and says where it is not there", () => {
    expect(readFiles(only(loose("skops.zip"), "MLmodel", "model.skops")).description.example).toBeUndefined();
    expect(refusalOf(...only(loose("skops.zip"), "MLmodel"))).toBe(
      "the MLmodel names the file model.skops, which is not there; give it too",
    );
  });

  test("no model of another flavour, nor one that is not linear", () => {
    expect(
      refusalOf(textFile("MLmodel", "flavors:\n  python_function:\n    data: m\n  xgboost:\n    data: m.ubj\n")),
    ).toBe("the MLmodel is of a model of xgboost; models of sklearn, onnx, statsmodels are read");
    expect(refusalOf(fixture("refused-forest.zip"))).toContain("a RandomForestRegressor, an ensemble");
  });
});

test("readFiles(files) passes over files in an archive that are no part of a model", () => {
  const { notes } = readFiles([fixture("by-hand.zip")]).description;
  expect(notes).toEqual([
    "StandardScaler is taken to come before the model; compare an estimate with one of the notebook.",
  ]);
});

test("readFiles(files) reads a model in an archive beside JSON of something else, and names it", () => {
  const measures = Object.fromEntries(Array.from({ length: 500 }, (_, fold) => [fold, { r2: fold, of: ["a"] }]));
  const archive = unzipSync(fixture("by-hand.zip").bytes);
  const files = {
    ...archive,
    "model/metrics.json": strToU8(JSON.stringify(measures)),
    "model/loss.json": strToU8('{"loss": NaN}'),
    "model/history.json": new Uint8Array(5 * 2 ** 20),
  };
  const { inputs, notes } = readFiles([{ name: "model.zip", bytes: zipSync(files) }]).description;
  expect(inputs.map(({ name }) => name)).toEqual(["Fläche m²", "rooms"]);
  expect(notes.slice(1)).toEqual([
    "model/metrics.json is left out: it contains no single list of names of columns.",
    expect.stringMatching(/^model\/loss.json is left out: the file of JSON contains NaN or Infinity/),
  ]);
});

test("readFiles(files) says of a bundle of Glasshouse that it needs no import", () => {
  const files = [textFile("model.json", "{}"), textFile("artifact.json", "{}")];
  expect(refusalOf(...files)).toBe(
    "model.json and artifact.json are a model of Glasshouse itself, which needs no import; put their folder into MODEL_DIR",
  );
});

test("readFiles(files) refuses an archive that is cut off anywhere", () => {
  const { bytes } = fixture("by-hand.zip");
  for (let end = 4; end < bytes.length; end += 3) {
    expect(attempt({ name: "m.zip", bytes: bytes.subarray(0, end) })).toBeUndefined();
  }
});

test("readBlockYaml(text) reads texts of keys below keys", () => {
  const text = [
    "a:",
    "  b: plain",
    "  c: 'it''s on",
    "    two lines'",
    '  d: "x\\u00e9\\',
    '    \\ y\\n"',
    "  list:",
    "  - f: no",
    "  none: null",
    "e: goes on",
    "  here: and not",
    "f: 'never closed",
  ].join("\n");
  expect([...readBlockYaml(text)]).toEqual([
    ["a.b", "plain"],
    ["a.c", "it's on two lines"],
    ["a.d", "xé y\n"],
    ["e", "goes on"],
    ["e.here", "and not"],
  ]);
});
