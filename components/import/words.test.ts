import { everyDigit } from "./words";
import { describe, expect, test } from "vitest";
import { inputWords } from "@/lib/import/estimator/words";
import { readFiles } from "@/lib/import/read-files";
import { importFixture } from "@/lib/testing/import-fixtures";
import { commandOf } from "./command";
import { FILE_WORDS } from "./file-words";
import { differenceInWords, modelInWords, namesInWords, sumInWords, verdictInWords } from "./words";

const describeFixture = (name: string) => readFiles([importFixture(name)]).description;

test("modelInWords(locale, description) names the class and what fitted or wrote it", () => {
  expect(modelInWords("en", describeFixture("Ridge.pkl"))).toBe("Ridge of scikit-learn 1.9.1");
  expect(modelInWords("en", { ...describeFixture("Ridge.pkl"), release: null })).toBe(
    "Ridge of a scikit-learn of unknown release",
  );
  expect(modelInWords("en", describeFixture("onnx/linear.onnx"))).toMatch(/^[\w ]+, in ONNX, written by skl2onnx/);
});

test("sumInWords(locale, description) says how the estimate follows from the sum", () => {
  expect(sumInWords("en", describeFixture("no-names.pkl"))).toBe(
    "3 coefficients for 3 inputs. The estimate is the intercept plus each coefficient times its column.",
  );
  expect(sumInWords("en", describeFixture("PoissonRegressor.pkl"))).toMatch(
    /The sum is .*; the estimate is e to the power of the sum\.$/,
  );
});

test("namesInWords(locale, description) counts the names that the file lacks", () => {
  const description = describeFixture("no-names.pkl");
  const [first, ...others] = description.inputs;
  expect(namesInWords("en", description)).toBe("The file has no names for its 3 inputs, only their order.");
  expect(namesInWords("en", { ...description, inputs: [first!] })).toBe("The file has no name for its input.");
  expect(namesInWords("en", { ...description, inputs: [{ ...first!, name: "age" }, ...others] })).toBe(
    "The file has no names for 2 of its 3 inputs, only their positions.",
  );
  expect(namesInWords("en", describeFixture("Ridge.pkl"))).toBe("The file has the names of its inputs.");
});

test("one file or several were not run", () => {
  expect(FILE_WORDS.en.untouched(1)).toBe("This file was not run and has not left your computer.");
  expect(FILE_WORDS.en.untouched(2)).toBe("These files were not run and have not left your computer.");
});

test("a difference has its sign", () => {
  expect(differenceInWords({ estimate: 15.8892228, printed: "15.8892" })).toBe("+0.0000228");
  expect(differenceInWords({ estimate: 12, printed: "15" })).toBe("−3");
  expect(differenceInWords({ estimate: 12, printed: "12" })).toBe("0");
});

describe("the verdict counts golden rows", () => {
  const row = (agrees: boolean) => {
    return { printed: "1", estimate: 1, agrees, golden: { inputs: [], center: 1, size: 1 } };
  };
  test.each([
    [[], ""],
    [[true], "The golden row agrees in every printed digit."],
    [[true, true], "All 2 golden rows agree in every printed digit."],
    [[false], "The golden row differs, so the model cannot be published."],
    [[false, true, false], "2 of 3 golden rows differ, so the model cannot be published."],
  ])("%j", (agree, verdict) => {
    expect(verdictInWords("en", { typed: agree.map(row), table: [] })).toBe(verdict);
  });
});

test("the sentences in German", () => {
  const description = describeFixture("no-names.pkl");
  expect(modelInWords("de", description)).toBe("LinearRegression aus scikit-learn 1.9.1");
  expect(modelInWords("de", { ...description, release: null })).toBe(
    "LinearRegression aus scikit-learn, Version unbekannt",
  );
  expect(sumInWords("de", describeFixture("PoissonRegressor.pkl"))).toMatch(
    /^\d+ Koeffizienten für \d+ Eingaben\. Die Summe ist .*; die Schätzung ist e hoch diese Summe\.$/,
  );
  expect(namesInWords("de", description)).toBe(
    "In der Datei fehlen die Namen der 3 Eingaben; sie enthält nur die Reihenfolge.",
  );
  const row = { printed: "1", estimate: 1, golden: { inputs: [], center: 1, size: 1 } };
  const typed = [true, false, true].map((agrees) => ({ ...row, agrees }));
  expect(verdictInWords("de", { typed, table: [] })).toBe(
    "1 von 3 Prüfzeilen weicht ab, deshalb lässt sich das Modell nicht veröffentlichen.",
  );
  expect(FILE_WORDS.de.untouched(2)).toMatch(/^Diese Dateien wurden nicht ausgeführt/);
});

test("inputWords(input, description, locale) says in German what an input accepts", () => {
  const description = describeFixture("used-cars.pkl");
  const words = Object.fromEntries(description.inputs.map((input) => [input.id, inputWords(input, description, "de")]));
  expect(words.age).toMatch(/^eine Zahl; fehlt die Angabe, gilt 7\.69\d+$/);
  expect(inputWords(describeFixture("no-names.pkl").inputs[0]!, describeFixture("no-names.pkl"), "de")).toBe(
    "eine Zahl; Pflichtangabe",
  );
  expect(Object.values(words)).toContainEqual(expect.stringMatching(/^einer der Werte ".*; .*; .*$/));
});

test("the command quotes what a shell would take apart", () => {
  const command = { files: ["model.pkl"], id: "cars", target: "price", names: undefined, golden: undefined };
  expect(commandOf({ ...command, positive: false, language: "en" })).toBe(
    "npm run import -- model.pkl \\\n  --id cars --target price",
  );
  expect(
    commandOf({
      files: ["my model.pkl", "-scaler.pkl"],
      id: "cars",
      target: "price (USD)",
      names: ["age", "owner's power"],
      positive: true,
      golden: "golden.csv",
      language: "de",
    }),
  ).toBe(
    [
      "npm run import -- 'my model.pkl' ./-scaler.pkl",
      "--id cars --target 'price (USD)'",
      `--names 'age,owner'\\''s power'`,
      "--golden golden.csv",
      "--positive",
      "--language de",
    ].join(" \\\n  "),
  );
});

test("everyDigit(locale, value) has the decimal mark of the page, and every digit", () => {
  expect(everyDigit("de", 15.77262909587541)).toBe("15,77262909587541");
  expect([everyDigit("en", -0.5), everyDigit("de", "14.9645"), everyDigit("de", "14,9645")]).toEqual([
    "−0.5",
    "14,9645",
    "14,9645",
  ]);
});
