import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { loadModel } from "@/lib/families";
import { readFiles } from "@/lib/import/read-files";
import { predict } from "@/lib/model/answer/predict";
import { importFixture } from "@/lib/testing/import-fixtures";
import { modelIn } from "@/lib/model/translate";
import { checkRows, hintOf, makeDraft, packModel, readTexts, type DraftModel } from "./draft-model";
import { remedyInWords, verdictInWords } from "./words";

const { description } = readFiles([importFixture("no-names.pkl")]);
const asked = { id: "cars", target: "Price (USD)", names: ["Age", "Km", "Power (hp)"], files: ["no-names.pkl"] };
const drafted = makeDraft(description, asked) as DraftModel;
const { model } = drafted;
const inputsOf = (texts: string[]) => {
  const read = readTexts(model, texts);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.inputs;
};
const estimate = (...texts: string[]) => predict(model, inputsOf(texts)).estimate!;

test("makeDraft(description, asked) says why a model cannot be served", () => {
  expect(makeDraft(description, { ...asked, names: ["Age"] })).toEqual({
    fault: "1 name was given for 3 inputs of the model",
  });
});

test("readTexts(model, texts) reads texts by position, and names the fields that are at fault", () => {
  expect(inputsOf(["5", "60,000", "1e2"])).toEqual({ age: 5, km: 60_000, power_hp: 100 });
  expect(readTexts(model, ["5", "", "many"])).toEqual({
    faults: [
      { name: "km", detail: "Enter the km" },
      { name: "power_hp", detail: 'Enter the power in hp: "many" is not a number' },
    ],
  });
  expect(readTexts(modelIn(model, "de"), ["5,5", "60.000,5", "viel"])).toEqual({
    faults: [{ name: "power_hp", detail: "Power: Bitte eine Zahl (hp) eingeben; „viel“ ist keine Zahl" }],
  });
});

describe("checkRows(model, locale, typed, table) compares answers in the digits that were printed", () => {
  const printed = estimate("5", "60", "120").toFixed(2);

  test("of rows that were typed", () => {
    const typed = [printed, String(Number(printed) + 1)].map((printed) => ({ texts: ["5", "60", "120"], printed }));
    const checked = checkRows(model, "en", typed, undefined, []);
    expect(checked.typed.map(({ agrees }) => agrees)).toEqual([true, false]);
    expect(verdictInWords("en", checked)).toBe("1 of 2 golden rows differs, so the model cannot be published.");
    expect(remedyInWords("en", hintOf("en", checked.typed))).toMatch(/^Check the inputs and their order/);
  });

  test("of rows that were typed with German numbers", () => {
    const typed = [{ texts: ["5,5", "60.000,5", "120"], printed: estimate("5.5", "60000.5", "120").toFixed(2) }];
    const checked = checkRows(model, "de", typed, undefined, []);
    expect(checked.typed.map(({ agrees }) => agrees)).toEqual([true]);
    expect(verdictInWords("de", checked)).toBe("Die Prüfzeile stimmt in jeder ausgegebenen Ziffer überein.");
  });

  test("of a table, whose columns may have the names of the file", () => {
    const table = { name: "golden.csv", text: `x1,x2,x3,prediction\n5,60,120,${printed}\n` };
    const checked = checkRows(model, "en", [], table, ["x1", "x2", "x3"]);
    expect(checked).toMatchObject({ table: [{ agrees: true, row: 1 }], fault: undefined });
    expect(verdictInWords("en", checked)).toBe("The golden row agrees in every printed digit.");
  });

  test("a table that cannot be read is at fault", () => {
    const { fault } = checkRows(model, "en", [], { name: "golden.csv", text: "age,power\n5,120\n" }, [
      "Age",
      "Km",
      "Power",
    ]);
    expect(fault).toMatch(/^golden rows: .*km/);
  });

  test("estimates that a scaler was forgotten for get a hint", () => {
    const typed = [1, 2, 3].map((age) => ({ texts: [String(age), "60000", "120"], printed: "15.2" }));
    const { typed: rows } = checkRows(model, "en", typed, undefined, []);
    expect(remedyInWords("en", hintOf("en", rows))).toBe(
      "The printed values have another magnitude than the estimates, so the inputs were probably scaled before the fit; give the file of the scaler too.",
    );
  });
});

test("packModel(drafted, checked) gives a folder that loads, with the golden rows in it", () => {
  const checked = checkRows(
    model,
    "en",
    [{ texts: ["5", "60", "120"], printed: estimate("5", "60", "120").toFixed(3) }],
    undefined,
    [],
  );
  const files = unzipSync(packModel(drafted, checked));
  expect(Object.keys(files)).toEqual(["cars/", "cars/model.json", "cars/artifact.json"]);
  const read = (name: string) => JSON.parse(strFromU8(files[`cars/${name}`]!)) as unknown;
  const published = loadModel(read("model.json"), read("artifact.json"));
  expect(published.bundle.golden).toHaveLength(4);
  expect(published.version).not.toBe("");
  expect(predict(published, { age: 5, km: 60, power_hp: 120 }).estimate).toBe(estimate("5", "60", "120"));
});
