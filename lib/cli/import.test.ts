import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../testing/command";

const folder = mkdtempSync(join(tmpdir(), "glasshouse-import-"));
afterAll(() => rmSync(folder, { recursive: true }));
const salary = (file: string) => `lib/import/fixtures/salary/${file}`;
const NAMES = ["--names", "experience,test_score,interview_score"];

function publish(id: string, ...args: string[]) {
  const call = ["import", ...args, "--id", id, "--target", "salary (USD)"];
  const { status, stdout, stderr } = runCommand(call, { MODEL_DIR: folder });
  const read = (file: string) => JSON.parse(readFileSync(join(folder, id, file), "utf8"));
  return { status, stdout, stderr: stderr.trim(), read };
}

test("import <file> publishes a model that has no range until it is shown rows, and keeps its golden rows", () => {
  const { status, stdout, read } = publish("none", salary("model.pkl"), ...NAMES, "--golden", salary("golden.csv"));
  expect(status).toBe(0);
  expect(stdout).toContain("4 golden rows agree");
  expect(stdout).toContain("no rows were given, so estimates have no range");
  expect(read("model.json").target).toEqual({ name: "salary", label: "Salary", unit: "USD" });
  const { golden, evidence } = read("artifact.json");
  expect(evidence).toBeNull();
  expect(golden.filter(({ printed }: { printed?: string }) => printed).length).toBe(4);
});

test("import <file> --table takes ranges from rows that the fit has not seen, and refuses those of a fit with a penalty", () => {
  const calibrated = publish("calibrated", salary("model.pkl"), ...NAMES, "--table", salary("new.csv"));
  expect(calibrated.stdout).toContain("120 rows of new.csv give the ranges; depending on which rows these are, 80%");
  expect(calibrated.read("artifact.json").evidence.calibration).toBe(true);
  const own = publish("own", salary("model.pkl"), ...NAMES, "--table", salary("fitted.csv"));
  expect(own.stdout).toContain("fitted.csv is the table that the model was fitted to");
  expect(own.read("artifact.json").inference.fit.n).toBe(120);
  const penalised = publish("penalised", salary("ridge.pkl"), "--table", salary("fitted.csv"));
  expect([penalised.status, penalised.stdout]).toEqual([1, ""]);
  expect(penalised.stderr).toContain("the errors of the model sum to 0 over the table");
});

test("import <file> writes nothing where a golden row differs, a name is missing, or the folder is taken", () => {
  const wrong = publish("wrong", salary("ridge.pkl"), "--golden", salary("golden.csv"));
  expect([wrong.status, wrong.stdout]).toEqual([1, ""]);
  expect(wrong.stderr).toMatch(
    /^4 of 4 golden rows differ, so nothing was written\n {2}row 1: the library printed 75674\.0408/,
  );
  const unnamed = publish("unnamed", salary("model.pkl"));
  expect([unnamed.status, unnamed.stderr]).toEqual([
    1,
    "the file has no names for its 3 inputs; give their names in the order of the training data, separated by commas",
  ]);
  const few = publish("few", salary("model.pkl"), "--names", "a,b");
  expect([few.status, few.stderr]).toEqual([1, "2 names were given for 3 inputs of the model"]);
  publish("taken", salary("ridge.pkl"));
  const again = publish("taken", salary("ridge.pkl"));
  expect(again.status).toBe(2);
  expect(again.stderr).toContain("already; name another with --id, or replace it with --force");
  expect(publish("taken", salary("ridge.pkl"), "--force").status).toBe(0);
  expect(publish("No", salary("ridge.pkl")).stderr).toContain('"No" is no id of a model');
});
