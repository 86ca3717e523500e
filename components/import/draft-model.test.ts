import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { loadModel } from "@/lib/families";
import { readFiles } from "@/lib/import/read-files";
import { predict } from "@/lib/model/answer/predict";
import { importFixture } from "@/lib/testing/import-fixtures";
import { checkRows, hintOf, makeDraft, packModel, readTexts, type DraftModel } from "./draft-model";
import { remedyInWords, verdictInWords } from "./words";

const { description } = readFiles([importFixture("no-names.pkl")]);
const asked = { id: "cars", target: "Price (USD)", names: ["Age", "Km", "Power (hp)"], files: ["no-names.pkl"] };
const drafted = makeDraft(description, asked) as DraftModel;
const { model } = drafted;
const estimate = (...texts: string[]) => predict(model, readTexts(model, texts).data!).estimate!;

test("makeDraft(description, asked) says why a model cannot be served", () => {
  expect(makeDraft(description, { ...asked, names: ["Age"] })).toEqual({
    fault: "1 names were given; the model uses 3 inputs",
  });
});

test("readTexts(model, texts) reads texts by position, and names the fields that are at fault", () => {
  expect(readTexts(model, ["5", "60,000", "1e2"]).data).toEqual({ age: 5, km: 60_000, power_hp: 100 });
  expect(readTexts(model, ["5", "", "many"]).error!.issues.map(({ message }) => message)).toEqual([
    "km is required",
    "power must be a number",
  ]);
});

describe("checkRows(model, typed, table) compares answers in the digits that were printed", () => {
  const printed = estimate("5", "60", "120").toFixed(2);

  test("of rows that were typed", () => {
    const typed = [printed, String(Number(printed) + 1)].map((printed) => ({ texts: ["5", "60", "120"], printed }));
    const checked = checkRows(model, typed, undefined, []);
    expect(checked.typed.map(({ agrees }) => agrees)).toEqual([true, false]);
    expect(verdictInWords(checked)).toBe("1 of 2 golden rows differs, so the model cannot be published.");
    expect(remedyInWords(hintOf(checked.typed))).toMatch(/^Check the inputs and their order/);
  });

  test("of a table, whose columns may have the names of the file", () => {
    const table = { name: "golden.csv", text: `x1,x2,x3,prediction\n5,60,120,${printed}\n` };
    const checked = checkRows(model, [], table, ["x1", "x2", "x3"]);
    expect(checked).toMatchObject({ table: [{ agrees: true, row: 1 }], fault: undefined });
    expect(verdictInWords(checked)).toBe("The golden row agrees in every digit that was printed.");
  });

  test("a table that cannot be read is at fault", () => {
    const { fault } = checkRows(model, [], { name: "golden.csv", text: "age,power\n5,120\n" }, ["Age", "Km", "Power"]);
    expect(fault).toMatch(/^golden rows: .*km/);
  });

  test("estimates that a scaler was forgotten for get a hint", () => {
    const typed = [1, 2, 3].map((age) => ({ texts: [String(age), "60000", "120"], printed: "15.2" }));
    const { typed: rows } = checkRows(model, typed, undefined, []);
    expect(remedyInWords(hintOf(rows))).toBe(
      "The estimates are of another size than the answers: the inputs were most often scaled before the fit, so give the file of the scaler, too.",
    );
  });
});

test("packModel(drafted, checked) gives a folder that loads, with the golden rows in it", () => {
  const checked = checkRows(
    model,
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
