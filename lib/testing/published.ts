import { loadModel } from "../families";
import { figuresOf } from "../registry/outline";
import { addVersion, changeModels, packVersion, setAlias } from "../store/published-models";
import type { Store } from "../store/store";
import type { AliasName, VersionRow } from "../store/tables";
import { filesOf, type ModelFiles } from "./model-dir";

/** The files of a model under another id, as it was trained again `times` times: each time another version. */
export async function filesAs(id: string, times = 0, of = "salary"): Promise<ModelFiles> {
  const { spec, bundle } = await filesOf(of);
  // The first coefficient is the intercept, so every centre is as much higher.
  bundle.predictor.coefficients[0]! += times * 1e-3;
  const golden = (bundle.golden as { center: number }[]).map((row) => ({ ...row, center: row.center + times * 1e-3 }));
  return { spec: { ...spec, id, title: `Model ${id}` }, bundle: { ...bundle, golden } };
}

/** The row of a version of these files. */
export function rowOf({ spec, bundle }: ModelFiles, made_at = Date.now()): Promise<VersionRow> {
  const model = loadModel(spec, bundle);
  return packVersion({
    ...{ model: spec.id, version: model.version, revision: model.revision },
    ...{ spec: JSON.stringify(spec), bundle: JSON.stringify(bundle), figures: JSON.stringify(figuresOf(model)) },
    ...{ origin: "files", author: "owner", note: null, made_at },
  });
}

/** Put a version into a store, past the service, and let an alias mean it. */
export async function putVersion(store: Store, files: ModelFiles, alias: AliasName = "champion"): Promise<string> {
  const row = await rowOf(files);
  const { model, version, revision } = row;
  await changeModels(store, async (transaction) => {
    await addVersion(transaction, row);
    await setAlias(transaction, { model, version, revision, alias, set_at: row.made_at, set_by: "owner" });
  });
  return version;
}
