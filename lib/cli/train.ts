import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ArtifactError, writeArtifact } from "../regression/artifact";
import { formatShare } from "../regression/format";
import { parseSpec, SpecError } from "../regression/spec";
import { hashFile, readExamples, TableError } from "../regression/table";
import { train } from "../regression/train";

/** `npm run train -- <model folder>`: fit the model that `model.json` describes and write `artifact.json` beside it. */
async function main(folder: string | undefined): Promise<void> {
  if (!folder) throw new SpecError("usage: npm run train -- <model folder>, as in npm run train -- model/house-price");
  const text = await readFile(join(folder, "model.json"), "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SpecError(`model.json is not JSON: ${(error as Error).message}`);
  }
  const spec = parseSpec(json);
  const table = resolve(folder, spec.training.file);
  const artifact = await train(spec, () => readExamples(table, spec), await hashFile(table));
  const path = join(folder, "artifact.json");
  await writeFile(path, writeArtifact(artifact));
  const { fit, accuracy } = artifact;
  process.stdout.write(
    `${spec.title}: ${fit.n} rows, ${fit.p} coefficients, R² ${fit.r2.toFixed(4)}; ` +
      `half of the rows left out are estimated within ${formatShare(accuracy.mdape)}\nwrote ${path}\n`,
  );
}

main(process.argv[2]).catch((error: unknown) => {
  const known = error instanceof SpecError || error instanceof TableError || error instanceof ArtifactError;
  const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
  const message = known
    ? (error as Error).message
    : missing
      ? `there is no ${(error as NodeJS.ErrnoException).path}`
      : (error as Error).stack;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
