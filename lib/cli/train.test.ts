import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeBundle } from "../families";
import { parseSpec } from "../model/spec";
import { TrainingTable } from "../training/table";
import { readModel } from "../registry/read-folder";
import { runCommand } from "../testing/command";
import { writeModelFolder } from "../testing/model-folders";
import { makeSpec } from "../testing/models";
import { train } from "../training/train";

let temporary: string;
let folder: string;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), "glasshouse-"));
  folder = join(temporary, "toy");
  await mkdir(folder);
});
afterEach(() => rm(temporary, { recursive: true }));

test("train with threads, over a table that is read more than once, gives the same bytes as without", async () => {
  const path = join(folder, "training.csv");
  // The offset makes the columns nearly dependent, so that the fit is refined; the filler makes threads worth it.
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const [a, b] = [1e5 + (index % 101), 1e5 + (index % 97)];
    return `${a},${b},${a + 2 * b + ((index * 7) % 13)},${"x".repeat(220)}`;
  });
  await writeFile(path, `a,b,y,filler\n${rows.join("\n")}\n`);
  await writeFile(join(folder, "model.json"), JSON.stringify(makeSpec()));
  const { status, stdout } = runCommand(["train", folder]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("20,000 rows, 3 coefficients") });

  const spec = parseSpec(makeSpec());
  const table = new TrainingTable(path, spec);
  let readings = 0;
  const bundle = await train(
    spec,
    (again, coding) => (readings++, table.examples(!again, coding)),
    () => table.hash,
  );
  expect(readings).toBeGreaterThan(1);
  expect(await readFile(join(folder, "artifact.json"), "utf8")).toBe(writeBundle(bundle));
  expect((await readdir(folder)).sort()).toEqual(["artifact.json", "model.json", "training.csv"]);
});

test("train and serve take a model.json with a byte order mark and a $schema", async () => {
  const spec = { $schema: "../model.schema.json", ...makeSpec() };
  await writeFile(join(folder, "training.csv"), "a,b,y\n1,2,3\n2,1,5\n3,5,6\n4,2,9\n5,3,11\n6,7,10\n");
  await writeFile(join(folder, "model.json"), `\uFEFF${JSON.stringify(spec)}`);
  expect(runCommand(["train", folder])).toMatchObject({ status: 0 });
  expect((await readModel(folder)).spec).toMatchObject({ $schema: spec.$schema, terms: ["a", "b"] });
});

test.each([
  ["no column for an input", JSON.stringify(makeSpec()), "a,y\n1,2\n", "training.csv: there is no column b"],
  [
    "a cell that is no number",
    JSON.stringify(makeSpec()),
    "a,b,y\n1,2,3\n1,x,3\n",
    'training.csv: second must be a number; 1 row has "x" (line 3)',
  ],
  ["a description that is no JSON", "{", "a,b,y\n", "model.json is not JSON"],
  ["a description without a target", "{}", "a,b,y\n", "title is missing: what the model is called on its pages"],
])("train leaves with 1 where the data is at fault: %s", async (_, spec, table, message) => {
  await writeFile(join(folder, "model.json"), spec);
  await writeFile(join(folder, "training.csv"), table);
  const { status, stdout, stderr } = runCommand(["train", folder]);
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: expect.stringContaining(message) });
  expect(stderr).not.toContain("    at ");
});

test("train leaves with 2 where there is no such folder", () => {
  const { status, stdout, stderr } = runCommand(["train", "nowhere"]);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: "there is no nowhere/model.json\n" });
});

test("train refuses a folder that is not called as its model is, and writes nothing", async () => {
  const copy = await writeModelFolder(temporary, "toy", { folder: join(temporary, "copy") });
  expect(runCommand(["train", copy])).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "the folder is called copy and the id in its model.json is toy; they must be the same\n",
  });
  expect(await readdir(copy)).not.toContain("artifact.json");
});

test("train says how accurate the model is on its test table, and names one that is not there", async () => {
  const training = { file: "training.csv", test: "test.csv" };
  const toy = await writeModelFolder(temporary, "toy", { training });
  expect(runCommand(["train", toy])).toEqual(
    expect.objectContaining({ status: 2, stdout: "", stderr: expect.stringMatching(/^there is no .*test\.csv\n$/) }),
  );
  await writeFile(join(toy, "test.csv"), "area,city,price\n90,A,92000\n100,B,99000\n120,A,131000\n");
  const { status, stdout } = runCommand(["train", toy]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/\ntest\.csv: half of 3 rows are estimated within \d+%; their 80% ranges cover \d+%\nwrote /);
});
