import { describe, expect, test } from "vitest";
import { readFiles } from "@/lib/import/read-files";
import { importFixture } from "@/lib/testing/import-fixtures";
import { untouchedInWords } from "./file-words";
import { commandOf, differenceInWords, modelInWords, namesInWords, sumInWords, verdictInWords } from "./words";

const describeFixture = (name: string) => readFiles([importFixture(name)]).description;

test("a model is called by its class and what fitted or wrote it", () => {
  expect(modelInWords(describeFixture("Ridge.pkl"))).toBe("Ridge of scikit-learn 1.9.1");
  expect(modelInWords({ ...describeFixture("Ridge.pkl"), release: null })).toBe(
    "Ridge of a scikit-learn that does not say its release",
  );
  expect(modelInWords(describeFixture("onnx/linear.onnx"))).toMatch(/^[\w ]+, in ONNX, written by skl2onnx/);
});

test("the sum says what becomes of it", () => {
  expect(sumInWords(describeFixture("no-names.pkl"))).toBe(
    "3 coefficients for 3 inputs. The estimate is the intercept plus each coefficient times its column.",
  );
  expect(sumInWords(describeFixture("PoissonRegressor.pkl"))).toMatch(
    /The sum is .*; the estimate is e to the power of the sum\.$/,
  );
});

test("names that the file lacks are counted", () => {
  const description = describeFixture("no-names.pkl");
  const [first, ...others] = description.inputs;
  expect(namesInWords(description)).toBe("The file has no names for its three inputs, only their order.");
  expect(namesInWords({ ...description, inputs: [first!] })).toBe("The file has no name for its input.");
  expect(namesInWords({ ...description, inputs: [{ ...first!, name: "age" }, ...others] })).toBe(
    "The file knows two of 3 inputs by position alone.",
  );
  expect(namesInWords(describeFixture("Ridge.pkl"))).toBe("The file names its inputs.");
});

test("one file or several were not run", () => {
  expect(untouchedInWords(1)).toBe("This file was not run and has not left your computer.");
  expect(untouchedInWords(2)).toBe("These files were not run and have not left your computer.");
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
    [[true], "The golden row agrees in every digit that was printed."],
    [[true, true], "All 2 golden rows agree in every digit that was printed."],
    [[false], "The golden row differs, so the model cannot be published."],
    [[false, true, false], "2 of 3 golden rows differ, so the model cannot be published."],
  ])("%j", (agree, verdict) => {
    expect(verdictInWords({ typed: agree.map(row), table: [] })).toBe(verdict);
  });
});

test("the command quotes what a shell would take apart", () => {
  const command = { files: ["model.pkl"], id: "cars", target: "price", names: undefined, golden: undefined };
  expect(commandOf({ ...command, positive: false })).toBe("npm run import -- model.pkl \\\n  --id cars --target price");
  expect(
    commandOf({
      files: ["my model.pkl", "-scaler.pkl"],
      id: "cars",
      target: "price (USD)",
      names: ["age", "owner's power"],
      positive: true,
      golden: "golden.csv",
    }),
  ).toBe(
    [
      "npm run import -- 'my model.pkl' ./-scaler.pkl",
      "--id cars --target 'price (USD)'",
      `--names 'age,owner'\\''s power'`,
      "--golden golden.csv",
      "--positive",
    ].join(" \\\n  "),
  );
});
