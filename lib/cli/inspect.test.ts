import { expect, test } from "vitest";
import { runCommand } from "../testing/command";

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
    '  fuel: one of "diesel", "electric", "gas", "petrol"; any other has an estimate too; may be missing\n',
  );
  expect(stdout).toMatch(/\n +-3\.13234304866565\d*  age, as \(age - 7\.69047619047619\) \/ 4\.2478130071738\d*\n/);
  expect(stdout).toMatch(/\n +\S+  fuel = diesel\n/);
  expect(stdout).toContain("without rows there is no range");
});

test("inspect <files> reads a scaler and columns beside the model", () => {
  expect(inspect("files-model.pkl", "files-scaler.pkl", "files-columns.json").stdout).toContain(
    "  km driven (km_driven in formulas): a number; must be given\n",
  );
});

test.each([
  ["refused-forest.pkl", "the file holds a RandomForestRegressor, "],
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
