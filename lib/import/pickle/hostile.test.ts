import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytes, global, instance, int, long64, repeat, text } from "../../testing/pickles";
import { compileDescription } from "../estimator/evaluate";
import { ImportError } from "../import-error";
import { readFiles } from "../read-files";

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "../fixtures", name)));
const read = (file: Uint8Array) => readFiles([{ name: "model.pkl", bytes: file }]);

/** The reason for which a file is refused. Anything else than a refusal fails the test. */
function refusal(file: Uint8Array): string {
  try {
    read(file);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error("the file is not refused");
}

const LINEAR = "sklearn.linear_model._base";
const DTYPE = bytes(
  global("numpy", "dtype"),
  text("f8"),
  "\x89\x88\x87R(",
  int(3),
  text("<"),
  "NNN",
  int(-1),
  int(-1),
  int(0),
  "tb",
);
const array = (shape: Uint8Array | string, data: Uint8Array | string) =>
  bytes(global("numpy._core.numeric", "_frombuffer"), "(", data, DTYPE, shape, text("C"), "tR");

describe("readFiles(files) refuses by its name what no fitted model needs", () => {
  test.each([
    ["os.system", bytes(global("os", "system"), "(S'true'\ntR."), "os.system"],
    ["posix.system", bytes(global("posix", "system"), "(S'true'\ntR."), "posix.system"],
    ["subprocess", bytes(global("subprocess", "Popen"), "(S'true'\ntR."), "subprocess.Popen"],
    ["builtins.eval", bytes("\x80\x04", text("builtins"), text("eval"), "\x93", text("1"), "\x85R."), "builtins.eval"],
    ["__builtin__.exec", bytes(global("__builtin__", "exec"), "(S'1'\ntR."), "__builtin__.exec"],
    [
      "getattr chains",
      bytes(global("builtins", "getattr"), global("builtins", "object"), text("x"), "\x86R."),
      "builtins.getattr",
    ],
    ["a class by its instance code", bytes("(S'true'\nios\nsystem\n."), "os.system"],
    ["a dotted name", bytes("\x80\x04", text("numpy"), text("core.os.system"), "\x93."), "numpy.core.os.system"],
    ["numpy.load", bytes(global("numpy", "load"), "(S'/etc/passwd'\ntR."), "numpy.load"],
    ["numpy.core.os", bytes(global("numpy.core", "os"), "."), "numpy.core.os"],
    ["pickle.loads within", bytes(global("pickle", "loads"), "C\x01.", "\x85R."), "pickle.loads"],
    ["a function of pandas", bytes(global("pandas", "read_pickle"), "(S'x'\ntR."), "pandas.read_pickle"],
    ["joblib.load", bytes(global("joblib", "load"), "."), "joblib.load"],
    [
      "a name close to an allowed one",
      bytes(global("sklearn.linear_model._base", "LinearRegresion"), "."),
      "LinearRegresion",
    ],
    [
      "a library close to an allowed one",
      bytes(global("sklearn_.linear_model", "Ridge"), "."),
      "sklearn_.linear_model.Ridge",
    ],
    ["a class in another package", bytes(global("sklearn.svm", "Ridge"), "."), "sklearn.svm.Ridge"],
    ["an inherited key of a table", bytes(global("sklearn.constructor", "name"), "."), "sklearn.constructor.name"],
    ["a name with a control character", bytes(global("os", "\x1b[2J"), "."), "os.??2J"],
  ])("%s", (_, file, name) => {
    expect(refusal(file)).toBe(
      `the file names ${name.startsWith("Lin") ? `${LINEAR}.${name}` : name}, which no linear model needs; it was not run`,
    );
  });

  test("a command in an attribute that no answer needs, though the model beside it is sound", () => {
    const command = bytes(global("os", "system"), text("true"), "\x85R");
    expect(refusal(bytes(instance(LINEAR, "LinearRegression", { coef_: "]", note: command }), "."))).toContain(
      "os.system",
    );
  });
});

describe("readFiles(files) refuses what would take too much, before it is made", () => {
  const ones = bytes("B", new Uint8Array(Int32Array.of(8).buffer), new Uint8Array(8));
  test.each([
    ["a shape of 2^60", array(bytes(long64(1n << 60n), "\x85"), ones), /array of numpy that cannot be read/],
    ["a shape of 2^50", array(bytes(long64(1n << 50n), "\x85"), ones), /too many numbers/],
    ["a product of lengths", array(bytes("(", repeat(int(2 ** 20), 4), "t"), ones), /too many numbers/],
    ["a negative length", array(bytes(int(-1), "\x85"), ones), /cannot be read/],
    ["more dimensions than numpy has", array(bytes("(", repeat(int(1), 40), "t"), ones), /cannot be read/],
    ["fewer bytes than the shape", array(bytes(int(5), "\x85"), ones), /fewer bytes/],
    ["bytes of 2^62", bytes("\x8e", new Uint8Array(BigInt64Array.of(1n << 62n).buffer)), /ends too early/],
    ["a text of 4 GB", bytes("X\xff\xff\xff\xff"), /ends too early/],
    ["a number of 2^31 bytes", bytes("\x8b\xff\xff\xff\x7f"), /whole number/],
    ["a number of many digits", bytes(`L${"9".repeat(5_000)}L\n`), /whole number/],
    ["many objects", repeat("N", 400_000), /too many objects/],
    ["marks within marks", repeat("(", 400_000), /too many objects/],
    ["a later protocol", bytes("\x80\x09N"), /later than 5/],
    ["a persistent name", bytes("Pfile\n"), /outside the file/],
    ["an extension code", bytes("\x82\x01"), /only the machine/],
    [
      "arrays of the same bytes again and again",
      bytes(
        "B",
        new Uint8Array(Int32Array.of(2 ** 20).buffer),
        new Uint8Array(2 ** 20),
        "q\x000",
        repeat(bytes("h\x00", global("numpy", "dtype"), "0", array(bytes(int(2 ** 17), "\x85"), "h\x00"), "0"), 60),
      ),
      /too many numbers/,
    ],
    [
      "bytes of the same text again and again",
      bytes(
        "X",
        new Uint8Array(Int32Array.of(2 ** 20).buffer),
        new Uint8Array(2 ** 20).fill(65),
        "q\x000",
        repeat(bytes(global("_codecs", "encode"), "h\x00", "\x85R0"), 60),
      ),
      /too many numbers/,
    ],
  ])("%s", (_, file, reason) => {
    expect(refusal(bytes(file, "."))).toMatch(reason);
  });

  test.each([
    ["lists", "(", "l"],
    ["tuples", "", "\x85"],
  ])("%s within each other, a hundred thousand deep, are no model", (_, open, close) => {
    const deep = bytes(repeat(open || "N", open ? 100_000 : 1), repeat(close, 100_000), ".");
    expect(refusal(deep)).toMatch(/no fitted model/);
  });

  test("a list that doubles at every step, a dict and a pipeline that hold themselves", () => {
    const doubling = bytes(
      "]q\x00",
      ...Array.from({ length: 200 }, (_, index) => [
        bytes("]", ["h".charCodeAt(0), index % 200], "a", ["h".charCodeAt(0), index % 200], "a", [
          "q".charCodeAt(0),
          index + 1,
        ]),
      ]).flat(),
      ".",
    );
    expect(refusal(doubling)).toMatch(/no fitted model|too many things/);
    expect(refusal(bytes("}q\x00", text("a"), "h\x00s."))).toMatch(/no fitted model/);
    const own = bytes(
      global("sklearn.pipeline", "Pipeline"),
      ")\x81q\x00}",
      text("steps"),
      "](",
      text("a"),
      "h\x00\x86esb.",
    );
    expect(refusal(own)).toMatch(/too many steps/);
    const union = bytes(
      global("sklearn.pipeline", "FeatureUnion"),
      ")\x81q\x00}",
      text("transformer_list"),
      "](",
      text("a"),
      "h\x00\x86",
      text("b"),
      "h\x00\x86esb0",
    );
    const model = instance(LINEAR, "Ridge", { coef_: "]", intercept_: "K\x00", n_features_in_: "K\x01" });
    const around = instance("sklearn.pipeline", "Pipeline", {
      steps: bytes("](", text("a"), "h\x00\x86", text("m"), model, "\x86e"),
    });
    expect(refusal(bytes(union, around, "."))).toMatch(
      /cannot be read|too many steps|no linear model|no columns|how many inputs/,
    );
  });

  test("polynomials of polynomials, and pickles in pickles of joblib", () => {
    const square = instance("sklearn.preprocessing._polynomial", "PolynomialFeatures", {
      degree: "K\x0a",
      n_features_in_: "K\x02",
      include_bias: "\x89",
    });
    const ridge = instance(LINEAR, "Ridge", { coef_: "]", intercept_: "K\x00" });
    const steps = bytes(
      "](",
      ...Array.from({ length: 90 }, () => bytes(text("p"), square, "\x86")),
      text("m"),
      ridge,
      "\x86e",
    );
    expect(refusal(bytes(instance("sklearn.pipeline", "Pipeline", { steps }), "."))).toMatch(/too many/);
    const object = bytes(global("numpy", "dtype"), text("O8"), "\x89\x88\x87R");
    const wrapper = instance("joblib.numpy_pickle", "NumpyArrayWrapper", {
      shape: bytes(int(1), "\x85"),
      dtype: object,
      order: text("C"),
    });
    expect(refusal(repeat(wrapper, 5_000))).toMatch(/too deep|too early/);
  });
});

describe("readFiles(files) refuses a damaged file in a sentence", () => {
  test.each([
    "LinearRegression.pkl",
    "LinearRegression-protocol0.pkl",
    "bundle-dict.pkl",
    "LinearRegression.joblib",
    "used-cars.pkl",
  ])("%s, cut off at every byte", (name) => {
    const whole = fixture(name);
    for (let length = 0; length < whole.length; length++) {
      expect(refusal(whole.subarray(0, length))).toMatch(/^the .{10,}/);
    }
  });

  test("bytes changed, taken out, put in and repeated give a model or a refusal, and nothing else", () => {
    const names = [
      "used-cars.pkl",
      "used-cars-protocol0.pkl",
      "used-cars.joblib",
      "grid.pkl",
      "bundle-dict.pkl",
      "polynomial.pkl",
      "onehot-infrequent.pkl",
      "target-mean.pkl",
      "refused-forest.pkl",
      "PLSRegression.pkl",
    ];
    const files = names.map(fixture);
    const change = fc.record({ at: fc.nat(), kind: fc.nat(4), value: fc.nat(255), length: fc.nat(40) });
    const mutated = fc
      .tuple(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([file, changes]) =>
        changes.reduce<Uint8Array>((content, { at, kind, value, length }) => {
          const position = at % (content.length || 1);
          const [before, after] = [content.subarray(0, position), content.subarray(position)];
          if (kind === 0) return bytes(before, after.subarray(length));
          if (kind === 1) return bytes(before, [value], after);
          if (kind === 2) return bytes(before, after.subarray(0, length), after);
          if (kind === 3) return bytes(before, [(after[0] ?? 0) ^ (1 << (value % 8))], after.subarray(1));
          return bytes(before, [value], after.subarray(1));
        }, files[file]!),
      );
    fc.assert(
      fc.property(mutated, (content) => {
        try {
          const { description } = read(content);
          compileDescription(description)({});
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
        }
      }),
      { seed: 14, numRuns: 800 },
    );
  });
});
