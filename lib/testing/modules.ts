import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "esbuild";
import { expect } from "vitest";
import type { Model } from "../model/model";
import { LEVEL } from "./engines";
import { exportText, type Answer, type TableRow } from "./exports";

/** For tests only: the modules that are made of a model, and what they answer. */

interface Module {
  predict(inputs: TableRow): Answer & { refusal: string | null };
}

export async function loadTypeScript(model: Model): Promise<Module> {
  const { code } = await transform(exportText(model, { format: "typescript", level: String(LEVEL) }), {
    loader: "ts",
    format: "esm",
  });
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Module;
}

export const hasPython = spawnSync("python3", ["--version"]).status === 0;

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

/** What the Python of a model answers to rows; a fault where it refuses one. */
export function askPython(model: Model, rows: TableRow[]): (Answer & { fault?: string; refusal?: string })[] {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-python-"));
  try {
    writeFileSync(join(folder, "exported.py"), exportText(model, { format: "python", level: String(LEVEL) }));
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
