import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { bytes, global, instance, int, long64, repeat, text } from "../testing/pickles";
import { everyFixture, importFixture, refusalOf } from "../testing/import-fixtures";
import { mutate, randomOf } from "../testing/mutations";
import { compileDescription } from "./estimator/evaluate";
import { ImportError } from "./import-error";
import { readFiles } from "./read-files";

const fixture = (name: string) => importFixture(name).bytes;
const read = (file: Uint8Array) => readFiles([{ name: "model.pkl", bytes: file }]);

const refusal = (file: Uint8Array) => refusalOf({ name: "model.pkl", bytes: file });

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
    [
      "a class of a library with one more letter",
      bytes(global("sklearn.linear_modelx", "Ridge"), "."),
      "sklearn.linear_modelx.Ridge",
    ],
    [
      "a method of an allowed class",
      bytes("\x80\x04", text(LINEAR), text("LinearRegression.fit"), "\x93."),
      `${LINEAR}.LinearRegression.fit`,
    ],
    [
      "a module that is a class",
      bytes(global(`${LINEAR}.LinearRegression`, "fit"), "."),
      `${LINEAR}.LinearRegression.fit`,
    ],
    ["a look-alike in Cyrillic", bytes("\x80\x04", text(LINEAR), text("R\xd1\x96dge"), "\x93."), `${LINEAR}.R?dge`],
    ["a name of full width", bytes("\x80\x04", text("\xef\xbd\x8es"), text("system"), "\x93."), "?s.system"],
    ["operator.attrgetter", bytes(global("operator", "attrgetter"), text("coef_"), "\x85R."), "operator.attrgetter"],
    [
      "a reduce within a reduce",
      bytes(global("copyreg", "_reconstructor"), global("os", "system"), text("true"), "\x85R\x85R."),
      "os.system",
    ],
    [
      "numpy.lib.format.read_array",
      bytes(global("numpy.lib.format", "read_array"), "."),
      "numpy.lib.format.read_array",
    ],
    ["numpy.fromfile", bytes(global("numpy.core.multiarray", "fromfile"), "."), "numpy.core.multiarray.fromfile"],
    [
      "numpy.testing.runstring",
      bytes(global("numpy.testing._private.utils", "runstring"), "."),
      "numpy.testing._private.utils.runstring",
    ],
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
    [
      "bytes of 2^62",
      bytes("\x8e", new Uint8Array(BigInt64Array.of(1n << 62n).buffer)),
      /is cut off: it ends after \d+ bytes/,
    ],
    ["a text of 4 GB", bytes("X\xff\xff\xff\xff"), /is cut off: it ends after \d+ bytes/],
    ["a number of 2^31 bytes", bytes("\x8b\xff\xff\xff\x7f"), /whole number/],
    ["a number of many digits", bytes(`L${"9".repeat(5_000)}L\n`), /whole number/],
    ["many objects", repeat("N", 400_000), /too many objects/],
    ["marks within marks", repeat("(", 400_000), /too many objects/],
    ["a later protocol", bytes("\x80\x09N"), /later than 5/],
    ["a persistent name", bytes("Pfile\n"), /outside the file/],
    ["an extension code", bytes("\x82\x01"), /only the machine/],
    [
      "arrays of the same bytes again and again, which nobody reads",
      bytes(
        "B",
        new Uint8Array(Int32Array.of(2 ** 20).buffer),
        new Uint8Array(2 ** 20),
        "q\x000",
        repeat(bytes("h\x00", global("numpy", "dtype"), "0", array(bytes(int(2 ** 17), "\x85"), "h\x00"), "0"), 60),
      ),
      /no fitted model|damaged/,
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

describe("readFiles(files) reads no more of an array than a model has", () => {
  const zeros = (count: number) =>
    array(
      bytes(int(count), "\x85"),
      bytes("B", new Uint8Array(Int32Array.of(8 * count).buffer), new Uint8Array(8 * count)),
    );

  test("coefficients without end are refused; the same array where no answer needs it is not read", () => {
    const million = zeros(1_000_000);
    const model = { intercept_: "K\x00", n_features_in_: "K\x01" };
    expect(refusal(bytes(instance(LINEAR, "Ridge", { ...model, coef_: million }), "."))).toMatch(/too many numbers/);
    const { description } = read(bytes(instance(LINEAR, "Ridge", { ...model, coef_: zeros(1), rest: million }), "."));
    expect(description.coefficients).toEqual([0]);
  });

  test.each([
    [
      "whole numbers of many bytes",
      repeat(bytes([0x8a, 64], new Uint8Array(64).fill(7), "0"), 400_000),
      /too many objects/,
    ],
    [
      "texts",
      repeat(bytes("X", new Uint8Array(Int32Array.of(200).buffer), new Uint8Array(200).fill(65), "0"), 100_000),
      /too many letters/,
    ],
    ["escaped letters", repeat(bytes(`V${"\\u0041".repeat(200)}\n0`), 20_000), /too many letters/],
    ["names", repeat(bytes(global("numpy", "ndarray"), "0"), 100_000), /too many objects/],
    ["arrays of no length", repeat(bytes(array(bytes(int(0), "\x85"), "C\x00"), "0"), 9_000), /too many objects/],
  ])("nor more of %s", (_, file, reason) => {
    expect(refusal(bytes(file, "."))).toMatch(reason);
  });
});

describe("readFiles(files) refuses an archive of skops", () => {
  const node = (of: string, rest: object) => {
    const at = of.lastIndexOf(".");
    return { __module__: of.slice(0, at), __class__: of.slice(at + 1), ...rest };
  };
  const archive = (schema: unknown, files: Record<string, Uint8Array> = {}) =>
    zipSync({ "schema.json": new TextEncoder().encode(JSON.stringify(schema)), ...files });
  const array = (file: string) => node("numpy.ndarray", { __loader__: "NdArrayNode", type: "numpy", file });
  const model = (content: object) =>
    node("sklearn.linear_model._ridge.Ridge", {
      __loader__: "ObjectNode",
      content: node("builtins.dict", { __loader__: "DictNode", content }),
    });

  test.each<[string, unknown, RegExp]>([
    ["that names os.system", node("os.system", { __loader__: "FunctionNode" }), /names os\.system/],
    [
      "that names it by a path of the first protocol",
      node("numpy.exp", { __loader__: "FunctionNode", content: { module_path: "os", function: "system" } }),
      /names os\.system/,
    ],
    [
      "that names it among the types of keys",
      node("builtins.dict", { __loader__: "DictNode", content: { a: node("os.system", { __loader__: "TypeNode" }) } }),
      /names os\.system/,
    ],
    [
      "with a method",
      node("sklearn.linear_model._ridge.Ridge", { __loader__: "MethodNode", content: { func: "fit" } }),
      /MethodNode/,
    ],
    ["with a partial function", node("functools.partial", { __loader__: "PartialNode" }), /functools\.partial/],
    [
      "with a loader of another name",
      node("builtins.dict", { __loader__: "__proto__" }),
      /which no linear model needs/,
    ],
    ["with a file that is not there", model({ coef_: array("../../etc/passwd") }), /no file "\.\.\/\.\.\/etc\/passwd"/],
    ["with objects that have no class", [], /damaged/],
    [
      "with an object that is named before it is there",
      { ...node("builtins.dict", { __loader__: "CachedNode" }), __id__: 1 },
      /damaged/,
    ],
  ])("%s", (_, schema, reason) => {
    expect(refusal(archive(schema))).toMatch(reason);
  });

  test("with an array of pickled objects, of another length, or of a size that no file has", () => {
    const header = (text: string) => bytes("\x93NUMPY\x01\x00", [text.length & 255, text.length >> 8], text);
    const npy = (descr: string, shape: string) =>
      header(`{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }\n`);
    const withArray = (file: Uint8Array) =>
      refusal(
        archive(
          model({
            coef_: array("a.npy"),
            n_features_in_: node("builtins.str", { __loader__: "JsonNode", content: "1" }),
          }),
          { "a.npy": file },
        ),
      );
    expect(withArray(npy("|O", "1,"))).toMatch(/fewer bytes|cannot be read/);
    expect(withArray(npy("<f8", "3,"))).toMatch(/fewer bytes/);
    expect(withArray(npy("<f8", "999999999999999,"))).toMatch(/too many numbers/);
    expect(withArray(header("__import__('os').system('true')"))).toMatch(/cannot be read/);
  });

  test("with a bomb, whatever size its list says, and with objects a thousand deep", () => {
    const zeros = new Uint8Array(20_000_000);
    const bomb = archive(model({ coef_: array("a.npy") }), { "a.npy": zeros });
    expect(refusal(bomb)).toMatch(/more than 8 MB/);
    const at = bomb.findIndex((_, index) => new DataView(bomb.buffer, index).getUint32(0, true) === 20_000_000);
    const list = bomb.findLastIndex(
      (_, index) => index < bomb.length - 4 && new DataView(bomb.buffer, index).getUint32(0, true) === 20_000_000,
    );
    for (const place of [at, list]) new DataView(bomb.buffer).setUint32(place, 100, true);
    expect(refusal(bomb)).toMatch(/more than 8 MB|damaged/);
    expect(refusal(zipSync({ "schema.json": new TextEncoder().encode(`"${"a".repeat(5_000_000)}"`) }))).toMatch(
      /more than 4 MB/,
    );
    let deep: unknown = node("builtins.str", { __loader__: "JsonNode", content: "1" });
    for (let depth = 0; depth < 1_000; depth++)
      deep = node("builtins.list", { __loader__: "ListNode", content: [deep] });
    expect(refusal(archive(deep))).toMatch(/too deep/);
  });
});

describe("readFiles(files) refuses a damaged file in a sentence", () => {
  test.each([
    "LinearRegression.pkl",
    "LinearRegression-protocol0.pkl",
    "bundle-dict.pkl",
    "LinearRegression.joblib",
    "early/0.18-linear.joblib",
    "packed/nested.joblib",
    "used-cars.pkl",
    "skops/no-names.skops",
  ])("%s, cut off at every byte", (name) => {
    const whole = fixture(name);
    for (let length = 0; length < whole.length; length++) {
      expect(refusal(whole.subarray(0, length))).toMatch(/^(the|a) .{10,}/);
    }
  });

  test("changed files of every kind give a model or a refusal, and nothing else; see bench/import-mutations.ts", () => {
    const originals = everyFixture();
    const random = randomOf(2_000);
    const counts = { read: 0, refused: 0 };
    for (let count = 0; count < 2_000; count++) {
      const file = mutate(originals[Math.floor(random() * originals.length)]!, originals, random);
      try {
        compileDescription(read(file).description)({});
        counts.read++;
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        counts.refused++;
      }
    }
    expect(counts.read).toBeGreaterThan(20);
    expect(counts.refused).toBeGreaterThan(1_000);
  });
});

test("no source of lib/import can make code of a text, or load any", () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  expect(sources.length).toBeGreaterThan(30);
  for (const name of sources) {
    const source = readFileSync(join(import.meta.dirname, name), "utf8");
    expect(source, name).not.toMatch(/\beval\b|new Function|\bimport\(|\brequire\(|setTimeout|WebAssembly/);
  }
});
