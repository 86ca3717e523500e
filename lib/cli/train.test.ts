import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { writeBundle } from "../families";
import { parseSpec } from "../model/spec";
import { TrainingTable } from "../training/table";
import { makeSpec } from "../testing/models";
import { train } from "../training/train";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("train with threads, over a table that is read more than once, gives the same bytes as without", async () => {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
  const path = join(folder, "training.csv");
  // The offset makes the columns nearly dependent, so that the fit is refined; the filler makes threads worth it.
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const [a, b] = [1e5 + (index % 101), 1e5 + (index % 97)];
    return `${a},${b},${a + 2 * b + ((index * 7) % 13)},${"x".repeat(220)}`;
  });
  await writeFile(path, `a,b,y,filler\n${rows.join("\n")}\n`);
  await writeFile(join(folder, "model.json"), JSON.stringify(makeSpec()));
  const { status, stdout } = spawnSync(process.execPath, ["scripts/cli.mjs", "train", folder], {
    cwd: root,
    encoding: "utf8",
    timeout: 25_000,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("20000 rows, 3 coefficients") });

  const spec = parseSpec(makeSpec());
  const table = new TrainingTable(path, spec);
  let readings = 0;
  const bundle = await train(
    spec,
    (again) => (readings++, table.examples(!again)),
    () => table.hash,
  );
  expect(readings).toBeGreaterThan(1);
  expect(await readFile(join(folder, "artifact.json"), "utf8")).toBe(writeBundle(bundle));
  await rm(folder, { recursive: true });
});
