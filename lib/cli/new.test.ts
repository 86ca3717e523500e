import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readModel } from "../registry/read-folder";
import { runCommand } from "../testing/command";
import { bikes } from "../testing/tables/bikes";
import { insurance } from "../testing/tables/insurance";
import { constant, oneColumn } from "../testing/tables/oddities";

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "glasshouse-"));
  await writeFile(join(temporary, "insurance.csv"), insurance(200));
});
afterAll(() => rm(temporary, { recursive: true }));

const run = (...args: string[]) => runCommand(["new", ...args], { MODEL_DIR: join(temporary, "models"), PORT: "3100" });
const tableOf = async (name: string, text: string | Buffer) => {
  const path = join(temporary, name);
  await writeFile(path, text);
  return path;
};

test("new writes a description and the table, trains, and says what to look at and where the model is", async () => {
  const { status, stdout, stderr } = run(join(temporary, "insurance.csv"), "--target", "charges", "--id", "costs");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const folder = join(temporary, "models", "costs");
  expect((await readdir(folder)).sort()).toEqual(["artifact.json", "model.json", "training.csv"]);
  expect(await readFile(join(folder, "training.csv"), "utf8")).toBe(insurance(200));
  const { spec, evidence } = await readModel(folder);
  expect(spec).toMatchObject({
    id: "costs",
    title: "Charges, costs",
    terms: ["age", "sex", "bmi", "children", "smoker", "region"],
  });
  expect(evidence!.rows).toBe(200);
  for (const line of [
    "insurance.csv: 200 rows, 7 columns",
    "  smoker    yes or no",
    "Look at",
    "  - No unit is known for charges: give it one, such as USD, if it has one.",
    "  npm start, then http://localhost:3100/models/costs",
  ]) {
    expect(stdout.split("\n")).toContain(line);
  }
});

test("new --language de writes the description in German and says in English what to look at", async () => {
  const path = await tableOf(
    "häuser.csv",
    "Wohnfläche (m²);Preis\n" + "80;200,5\n95;240\n120;310\n60;170,25\n75;195\n".repeat(8),
  );
  const { status, stdout } = run(path, "--target", "Preis", "--language", "de");
  expect(status).toBe(0);
  const { spec } = await readModel(join(temporary, "models", "haeuser"));
  expect(spec).toMatchObject({ language: "de", summary: "Eine Schätzung aus 1 Eingabe: Preis." });
  expect(spec.inputs[0]).toMatchObject({ name: "wohnflaeche_m2", label: "Wohnfläche", unit: "m²" });
  expect(stdout).toContain("  - No unit is known for Preis");
  expect(run(path, "--target", "Preis", "--id", "maisons", "--language", "fr")).toMatchObject({
    status: 2,
    stderr: "--language must be en or de\n",
  });
});

test("new replaces a folder with --force alone", async () => {
  const path = join(temporary, "insurance.csv");
  expect(run(path, "--target", "charges")).toMatchObject({ status: 0 });
  const again = run(path, "--target", "charges");
  expect(again).toMatchObject({ status: 2, stdout: "" });
  expect(again.stderr).toMatch(
    /^there is a .*insurance already; name another with --id, or replace it with --force\n$/,
  );
  expect(run(path, "--target", "bmi", "--force")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Estimates Bmi"),
  });
});

test("new says what it left out and why, with what training could not tell apart", async () => {
  const { status, stdout } = run(await tableOf("bikes.csv", bikes()), "--target", "CNT");
  expect(status).toBe(0);
  expect(stdout).toContain("  - instant: it numbers or names the rows\n");
  expect(stdout).toContain("  - casual: it may leak: cnt follows from casual + registered\n");
});

test("new passes over rows without an outcome, levels that stand in them alone included", async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `${(row * 17) % 23},${"ab"[row % 2]},${100 + ((row * 37) % 50)}`);
  const path = await tableOf("gaps.csv", `size,city,price\n${rows.join("\n")}\n5,c,\n,,\n`);
  const { status, stdout, stderr } = run(path, "--target", "price");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("gaps.csv: 42 rows, 3 columns");
  expect(stdout).toContain("  - 2 rows have no price; the copy of the table leaves them out.\n");
  expect(stdout).toContain("  city  a and b\n");
});

test("new keeps columns that may leak where nothing else is there, and asks about them", async () => {
  const rows = Array.from({ length: 12 }, (_, row) => `${row * row},${3 * row * row + (row % 2)}`);
  const { status, stdout } = run(await tableOf("line.csv", `x,y\n${rows.join("\n")}\n`), "--target", "y");
  expect(status).toBe(0);
  expect(stdout).toContain(
    "Decide\n  - x stays, because there is no other column; but it may leak: it nearly determines y.\n",
  );
});

test("new wants a file, a place that is a folder, and an id", async () => {
  const path = join(temporary, "insurance.csv");
  await writeFile(join(temporary, "taken"), "");
  for (const [args, message] of [
    [[temporary, "--target", "x", "--id", "folder"], "is no file; name a CSV table"],
    [[path, "--target", "charges", "--id", "A b"], '"A b" is no id of a model; name one of 1 to 60'],
    [[path, "--target", "charges", "--id", "a".repeat(61)], "is no id of a model"],
  ] as const) {
    expect(run(...args)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  }
  const elsewhere = runCommand(["new", path, "--target", "charges"], { MODEL_DIR: join(temporary, "taken") });
  expect(elsewhere).toMatchObject({ status: 2, stderr: expect.stringContaining("cannot be made (ENOTDIR)") });
});

test.each([
  ["a target that is not there", "insurance.csv", "charge", 2, "(Did you mean charges?)"],
  ["a target in words", "insurance.csv", "region", 1, "region must be numbers to be estimated; it contains"],
  ["a table that is not there", "nowhere.csv", "x", 2, "there is no "],
])("new refuses %s and writes nothing", async (_, file, target, code, message) => {
  const { status, stdout, stderr } = run(join(temporary, file), "--target", target, "--id", "refused");
  expect({ status, stdout, stderr }).toEqual({ status: code, stdout: "", stderr: expect.stringContaining(message) });
  expect(await readdir(join(temporary, "models"))).not.toContain("refused");
});

test.each([
  [
    "latin1",
    Buffer.from("stadt,preis\nKöln,3\nUlm,4\n", "latin1"),
    "preis",
    "refused.csv: line 2: the row must be in UTF-8",
  ],
  ["one column", oneColumn(), "price", "the table has one column"],
  ["constants", constant(), "price", "no column is left to estimate by"],
  ["an empty file", "", "price", "refused.csv: the file is empty"],
])("new refuses a table of %s and writes nothing", async (_, text, target, message) => {
  const { status, stdout, stderr } = run(await tableOf("refused.csv", text), "--target", target);
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: expect.stringContaining(message) });
  expect(await readdir(join(temporary, "models"))).not.toContain("refused");
});

test("new wants an id where the file's name gives none, and one that addresses can hold", async () => {
  const path = await tableOf("面积.csv", insurance(50));
  expect(run(path, "--target", "charges")).toMatchObject({ status: 2, stderr: expect.stringContaining("--id") });
  expect(run(path, "--target", "charges", "--id", "A/B")).toMatchObject({ status: 2, stdout: "" });
});
