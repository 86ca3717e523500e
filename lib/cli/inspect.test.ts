import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../testing/command";
import { importFixture } from "../testing/import-fixtures";

const home = mkdtempSync(join(tmpdir(), "glasshouse-inspect-"));
afterAll(() => rmSync(home, { recursive: true }));

/** A folder of files by their paths in it. */
function folderOf(name: string, files: Record<string, Uint8Array | string>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(home, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return join(home, name);
}

const inspect = (...names: string[]) => {
  const { status, stdout, stderr } = runCommand(["inspect", ...names.map((name) => `lib/import/fixtures/${name}`)]);
  return { status, stdout, stderr };
};

test("inspect <file> prints release, steps, inputs, coefficients by name and what is missing, and leaves with 0", () => {
  const { status, stdout, stderr } = inspect("used-cars.pkl");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^a Ridge of scikit-learn 1\.9\.\d; the file was not run\n/);
  expect(stdout).toContain("  OneHotEncoder of fuel\n");
  expect(stdout).toContain("  age: a number; 7.690476190476191 where it is missing\n");
  expect(stdout).toContain(
    '  fuel: one of "diesel", "electric", "gas", "petrol"; any other level has an estimate too; may be missing\n',
  );
  expect(stdout).toMatch(/\n +-3\.13234304866565\d*  age, as \(age - 7\.69047619047619\) \/ 4\.2478130071738\d*\n/);
  expect(stdout).toMatch(/\n +\S+  fuel = diesel\n/);
  expect(stdout).toContain("without rows there is no range");
});

test("inspect <files> reads a scaler and columns beside the model", () => {
  expect(inspect("files-model.pkl", "files-scaler.pkl", "files-columns.json").stdout).toContain(
    "  km driven (km_driven in formulas): a number; required\n",
  );
});

test("inspect <folder> reads the files in it that may be part of a model, and names what it leaves out", () => {
  const folder = folderOf("cars", {
    "model.pkl": importFixture("files-model.pkl").bytes,
    "scaler.pkl": importFixture("files-scaler.pkl").bytes,
    "data/columns.json": importFixture("files-columns.json").bytes,
    "metrics.json": JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, fold) => [fold, { r2: fold }]))),
    "train.py": "import sklearn",
    "cars.csv": "age,price",
    "data/deeper/other.pkl": importFixture("Ridge.pkl").bytes,
    ".cache/old.pkl": importFixture("Ridge.pkl").bytes,
  });
  const { status, stdout } = runCommand(["inspect", folder]);
  expect(status).toBe(0);
  expect(stdout).toContain("  km driven (km_driven in formulas): a number; required\n");
  expect(stdout).toContain("  metrics.json is left out: it contains no single list of names of columns.\n");
});

test("inspect <folder> reads a folder of MLflow, and refuses one without a model", () => {
  const saved = unzipSync(importFixture("mlflow/statsmodels.zip").bytes);
  expect(runCommand(["inspect", join(folderOf("mlruns", saved), "model")]).stdout).toMatch(/^a OLS of statsmodels;/);
  const { status, stderr } = runCommand(["inspect", folderOf("empty", { "README.md": "" })]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/empty contains no file of a model; their names are MLmodel or end in \.pkl, /);
});

test("inspect <folder> refuses one of too many files", () => {
  const { bytes } = importFixture("files-scaler.pkl");
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`${index}.pkl`, bytes]));
  const { status, stderr } = runCommand(["inspect", folderOf("many", many)]);
  expect(status).toBe(1);
  expect(stderr).toContain("more than 50 files that may be a model; name those to be read");
});

test.each([
  ["refused-forest.pkl", "the file contains a RandomForestRegressor, "],
  ["make.py", "the file is no pickle, or is damaged"],
])("inspect %s leaves with 1 and says in a line what it is", (name, words) => {
  const { status, stdout, stderr } = inspect(name);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr.startsWith(words), stderr).toBe(true);
});

test("inspect leaves with 2 where there is no such file", () => {
  const { status, stderr } = inspect("none.pkl");
  expect({ status, stderr }).toEqual({ status: 2, stderr: "there is no lib/import/fixtures/none.pkl\n" });
});
