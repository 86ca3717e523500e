import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { trainModel } from "../testing/models";
import {
  expectedAnswer,
  expectSameAnswers,
  exportedModels,
  faultOf,
  randomRows,
  type Answer,
  type TableRow,
} from "../testing/exports";
import { exportText } from "../testing/exports";

const LEVEL = 0.9;
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const models = (await exportedModels()).map((model) => [model.spec.id, model] as const);

/** Reads rows as JSON, writes what the module answers. */
const PROGRAM = `
import json, sys
sys.path.insert(0, sys.argv[1])
import exported
answers = []
for row in json.load(sys.stdin):
    try:
        answers.append(exported.predict(**row)._asdict())
    except ValueError as error:
        answers.append({"fault": str(error)})
print(json.dumps(answers))
`;

function ask(source: string, rows: TableRow[]): (Answer & { fault?: string; refusal?: string })[] {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-python-"));
  try {
    writeFileSync(join(folder, "exported.py"), source);
    // Python's JSON knows NaN and the infinities.
    const written = rows.map((row) => {
      const members = Object.entries(row).map(
        ([name, value]) => `${JSON.stringify(name)}: ${typeof value === "number" ? value : JSON.stringify(value)}`,
      );
      return `{${members.join(", ")}}`;
    });
    const { stdout, stderr, status } = spawnSync("python3", ["-B", "-c", PROGRAM, folder], {
      input: `[${written.join(",\n")}]`,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasPython)("the Python of a model", () => {
  test.each(models)("%s answers 10,000 rows as predict does, and refuses the others in the same words", (_, model) => {
    const rows = randomRows(model, 10_000);
    const answers = ask(exportText(model, { format: "python", level: String(LEVEL) }), rows).map(
      ({ fault, ...answer }, index): Answer => {
        if (fault === undefined) return answer;
        const { detail, ofFormula } = faultOf(model, rows[index]!)!;
        if (!ofFormula) expect(fault).toBe(detail);
        return { estimate: null, low: null, high: null };
      },
    );
    expectSameAnswers(
      rows,
      answers,
      rows.map((row) => expectedAnswer(model, row, LEVEL)),
    );
  });

  test("takes an input that is called like a keyword, a built-in or a variable of its own", async () => {
    const names = ["class", "float", "low", "center", "math", "input_low"];
    const inputs = names.map((name) => ({ name, label: `The ${name}`, kind: "number" }));
    const rows = Array.from({ length: 20 }, (_, index) => ({
      inputs: Object.fromEntries(names.map((name, at) => [name, Math.sin(7 * index * (at + 1))])),
      actual: index % 3,
    }));
    const model = await trainModel({ inputs, terms: names }, rows);
    const { class: reserved, ...others } = rows[3]!.inputs;
    const [answer] = ask(exportText(model, { format: "python", level: String(LEVEL) }), [
      { ...others, class_: reserved! },
    ]);
    const { estimate, low, high } = expectedAnswer(model, rows[3]!.inputs, LEVEL);
    expect(answer).toMatchObject({
      estimate: expect.closeTo(estimate!, 9),
      low: expect.closeTo(low!, 9),
      high: expect.closeTo(high!, 9),
    });
  });
});
