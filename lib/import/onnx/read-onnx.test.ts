import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt, importFixtures, refusalOf, textFile, worstError, type Answered } from "../../testing/import-fixtures";
import { bytes, repeat } from "../../testing/pickles";
import { readFiles } from "../read-files";

const { fixture, models } = importFixtures("onnx");
const describeFixture = (name: string) => readFiles([fixture(name)]).description;
/** The answers of onnxruntime, in the precision of the file. */
const byRuntime = (model: Answered & { onnx?: number[] }): Answered => ({ ...model, answers: model.onnx! });

describe("readFiles(files) gives of a model in ONNX a description that answers as onnxruntime and scikit-learn do", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const description = describeFixture(name);
    const isDouble = /-double|^expm1/.test(name);
    // Singles have about seven digits; sums that cancel have fewer.
    expect(worstError(description, byRuntime(models[name]!))).toBeLessThan(isDouble ? 1e-12 : 5e-6);
    expect(worstError(description, models[name]!)).toBeLessThan(isDouble ? 1e-12 : 5e-6);
    expect(description.writer).toMatch(/^in ONNX, written by (skl2onnx|pytorch) \d/);
    expect(description.notes.some((note) => note.includes("single precision"))).toBe(!isDouble);
  });
});

describe("readFiles(files) takes of a model in ONNX", () => {
  test("names, levels, and whether a row may leave an input out or have another level", () => {
    const number = { kind: "number", levels: [], optional: true, otherLevels: false };
    const category = { kind: "category", optional: true, otherLevels: true };
    expect(describeFixture("used-cars.onnx").inputs).toEqual([
      { id: "age", name: "age", ...number },
      { id: "km_driven", name: "km_driven", ...number },
      { id: "power", name: "power", ...number },
      { id: "fuel", name: "fuel", levels: ["diesel", "electric", "gas", "petrol"], ...category },
      { id: "seats", name: "seats", levels: [2, 4, 5, 7], ...category },
    ]);
    expect(describeFixture("one-hot-error.onnx").inputs.at(-1)).toMatchObject({ optional: false, otherLevels: false });
  });

  test("names of the columns of a tensor from a list beside it, and positions where there is none", () => {
    const list = textFile("columns.json", '["age", "km", "power"]');
    expect(readFiles([fixture("linear.onnx"), list]).description.inputs.map(({ name }) => name)).toEqual([
      "age",
      "km",
      "power",
    ]);
    expect(describeFixture("linear.onnx").inputs.map(({ id, name }) => [id, name])).toEqual([
      ["x1", null],
      ["x2", null],
      ["x3", null],
    ]);
    expect(refusalOf(fixture("linear.onnx"), textFile("columns.json", '["age"]'))).toBe(
      "the model takes 3 columns, and the list beside it has 1 names",
    );
  });

  test("steps that were learned, and the way back of a log", () => {
    expect(describeFixture("poisson.onnx").steps).toEqual(["Scaler of feature 1, feature 2, feature 3"]);
    expect(["exp", "expm1", "poisson"].map((name) => describeFixture(`${name}.onnx`).inverse)).toEqual([
      "exp",
      "expm1",
      "exp",
    ]);
  });
});

describe("readFiles(files) refuses a model in ONNX by what it is", () => {
  test.each([
    ["forest", "a tree or an ensemble of trees (it has the operator TreeEnsembleRegressor); fit a linear model"],
    ["network", "a neural network (it has the operator Relu)"],
    ["classifier", "a model that chooses a class (it has the operator LinearClassifier)"],
    ["targets", "the LinearRegressor in the model of ONNX cannot be read: it estimates several targets"],
    ["scaler", "several outputs"],
    ["normalizer", "the operator Normalizer, which is not read"],
    ["indicator", "it has 6 coefficients, and 3 columns reach it"],
  ])("%s", (name, words) => {
    expect(refusalOf(fixture(`refused-${name}.onnx`))).toContain(words);
  });

  test("a file that is none of its name, and what has no place beside it", () => {
    expect(refusalOf(textFile("model.onnx", "version https://git-lfs.github.com/spec/v1\n"))).toContain("Git LFS");
    expect(refusalOf(textFile("model.onnx", "hello"))).toContain("no model in ONNX, or is damaged");
    expect(refusalOf(fixture("linear.onnx"), textFile("scaler.pkl", "x"))).toBe(
      "linear.onnx is a whole model in ONNX; scaler.pkl has no place beside it",
    );
  });
});

/** A field of bytes, and one of a whole number. */
const field = (id: number, ...parts: (string | Uint8Array)[]) => {
  const inner = bytes(...parts);
  return bytes(varint(id * 8 + 2), varint(inner.length), inner);
};
const whole = (id: number, value: number) => bytes(varint(id * 8), varint(value));
function varint(value: number): Uint8Array {
  const parts = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) parts.push((value % 0x80) + 0x80);
  return Uint8Array.from([...parts, value]);
}
const input = (name: string, count: number) =>
  field(11, field(1, name), field(2, field(1, whole(1, 1), field(2, field(1), field(1, whole(1, count))))));
const node = (operator: string, from: string[], to: string, ...attributes: Uint8Array[]) =>
  field(1, ...from.map((name) => field(1, name)), field(2, to), field(4, operator), ...attributes);
const model = (...graph: Uint8Array[]) => ({
  name: "m.onnx",
  bytes: bytes(whole(1, 9), field(2, "x"), field(7, ...graph), field(8)),
});
const Y = field(12, field(1, "Y"));

describe("readFiles(files) holds bounds for a model in ONNX", () => {
  test.each([
    [
      "a tensor of 2^60 numbers",
      model(input("X", 1), Y, field(5, whole(1, 2 ** 60), whole(2, 1), field(8, "w"), field(9, "1234"))),
      /damaged/,
    ],
    [
      "a tensor of a negative size",
      model(field(5, bytes([0x08, ...Array<number>(9).fill(255), 1]), whole(2, 1))),
      /damaged/,
    ],
    ["an input of 2^40 columns", model(input("X", 2 ** 40), Y), /too many columns/],
    ["a number that never ends", model(repeat("\xff", 200)), /damaged/],
    ["a type that is none", { name: "m.onnx", bytes: bytes([8, 9, 0x12, 0, 0x3f, 1]) }, /damaged/],
    [
      "a field longer than the file",
      { name: "m.onnx", bytes: bytes([8, 9, 0x12, 0xff, 0xff, 0xff, 0xff, 0x0f]) },
      /is cut off/,
    ],
    ["no graph", { name: "m.onnx", bytes: bytes([8, 9, 0x12, 0]) }, /damaged/],
    ["too many nodes", model(repeat(node("Abs", ["X"], "X"), 100_000)), /too many objects/],
    [
      "columns that double with each node",
      model(input("X", 1), Y, ...Array.from({ length: 40 }, () => node("Concat", ["X", "X"], "X"))),
      /too many columns/,
    ],
    [
      "formulas that double with each node",
      model(input("X", 1), Y, ...Array.from({ length: 60 }, () => node("Mul", ["X", "X"], "X"))),
      /too many columns/,
    ],
    [
      "formulas that deepen with each node",
      model(input("X", 1), Y, ...Array.from({ length: 5_000 }, () => node("Abs", ["X"], "X"))),
      /too many steps/,
    ],
    [
      "a product of all columns",
      model(input("X", 5_000), Y, node("ReduceProd", ["X"], "Y", field(5, field(1, "axes"), whole(8, 1)))),
      /5000 factors/,
    ],
    [
      "a node that takes what is not there",
      model(input("X", 1), Y, node("Abs", ["Z"], "Y")),
      /no node before it makes/,
    ],
    [
      "arithmetic of cut numbers",
      model(input("X", 1), Y, node("Cast", ["X"], "C", field(5, field(1, "to"), whole(3, 7))), node("Abs", ["C"], "Y")),
      /cut to a whole number/,
    ],
    ["a circle", model(input("X", 1), Y, node("Abs", ["Y"], "Y")), /no node before it makes/],
    [
      "an inherited name",
      model(input("X", 1), Y, node("constructor", ["X"], "Y")),
      /operator constructor, which is not read/,
    ],
    ["numbers in another file", model(field(5, field(8, "w"), whole(14, 1))), /another file/],
    ["a name that would colour a terminal", model(node("\x1b[2J", ["X"], "Y")), /operator \?\?2J,/],
  ])("%s", (_, file, words) => {
    expect(refusalOf(file)).toMatch(words);
  });

  test("a file that is cut off anywhere, unless only versions of operators are gone", () => {
    const { bytes: whole } = fixture("used-cars.onnx");
    const sound = describeFixture("used-cars.onnx");
    const described = Array.from({ length: whole.length }, (_, end) =>
      attempt({ name: "m.onnx", bytes: whole.subarray(0, end) }),
    );
    expect(described.slice(0, -50).every((each) => each === undefined)).toBe(true);
    for (const each of described.slice(-50)) expect(each ?? sound).toEqual(sound);
  });

  test.each(["used-cars.onnx", "polynomial-double.onnx", "torch-two.onnx"])("%s with any bytes changed", (name) => {
    const { bytes: sound } = fixture(name);
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const file = sound.slice();
        for (const [at, byte] of changes) file[at] = byte;
        attempt({ name: "m.onnx", bytes: file });
      }),
      { numRuns: 1_000, seed: 14 },
    );
  });
});
