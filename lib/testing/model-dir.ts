import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareFiles, readModelFile } from "./models";

/** The two files of a model as plain data, of which a test changes what it is about. */
export interface ModelFiles {
  spec: { id: string; inputs: Record<string, unknown>[] } & Record<string, unknown>;
  bundle: { predictor: { coefficients: number[] } } & Record<string, unknown>;
}

export async function filesOf(id: string): Promise<ModelFiles> {
  const [spec, bundle] = await Promise.all(["model.json", "artifact.json"].map((file) => readModelFile(id, file)));
  return { spec: JSON.parse(spec!), bundle: JSON.parse(bundle!) };
}

/** The same with its coefficients alone; see `bareFiles`. */
export async function bareFilesOf(id: string): Promise<ModelFiles> {
  return (await bareFiles(id)) as ModelFiles;
}

/** A new folder of models, as `MODEL_DIR` names one. */
export async function makeModelDir(...models: ModelFiles[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "glasshouse-models-"));
  for (const { spec, bundle } of models) {
    const folder = join(directory, spec.id);
    await mkdir(folder);
    await writeFile(join(folder, "model.json"), JSON.stringify(spec));
    await writeFile(join(folder, "artifact.json"), JSON.stringify(bundle));
  }
  return directory;
}
