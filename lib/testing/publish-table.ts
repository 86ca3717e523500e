import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Model } from "../model/model";
import { readModel } from "../registry/read-folder";
import { copyTable } from "../training/draft/copy-table";
import { draftModel, type Draft } from "../training/draft/draft";
import { profileTable } from "../training/draft/profile";
import { findTarget, TargetError } from "../training/draft/target";
import { trainDraft } from "../training/draft/train-draft";
import { trainModelFolder } from "./model-folders";

/** For tests only: publish a table as `glasshouse new` does, in `directory/id`. */
export async function publishTable(
  csv: string,
  { target, id, directory }: { target: string; id: string; directory: string },
): Promise<{ model: Model; draft: Draft; folder: string }> {
  const bytes = [Buffer.from(csv)];
  const table = await profileTable(bytes);
  const position = findTarget(table, target);
  if (typeof position === "object") throw new TargetError(position.fault);
  const draft = draftModel(table, { target: position, id, file: `${id}.csv` });
  const folder = join(directory, id);
  await mkdir(folder, { recursive: true });
  const parts: Uint8Array[] = [];
  for await (const part of copyTable(bytes, draft.copy, table.decimalComma)) parts.push(part);
  await writeFile(join(folder, "training.csv"), Buffer.concat(parts));
  await trainDraft(draft.spec, async (spec) => {
    await writeFile(join(folder, "model.json"), JSON.stringify(spec));
    await trainModelFolder(folder);
  });
  return { model: await readModel(folder), draft, folder };
}
