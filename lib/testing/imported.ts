import { loadModel } from "../families";
import { readFiles } from "../import/read-files";
import { draftImport } from "../training/draft/draft-import";
import { importFixture } from "./import-fixtures";

/** For tests only: models that scikit-learn and others fitted, from the files of `lib/import/fixtures`. */

/** The model in fixtures as it is published, after its two files went through JSON; inputs without a name get one. */
export function importModel(...files: string[]) {
  const { description } = readFiles(files.map(importFixture));
  const isNamed = description.inputs.every(({ name }) => name !== null);
  const names = isNamed ? undefined : description.inputs.map(({ id }) => `Feature ${id.slice(1)}`);
  const draft = draftImport(description, { id: "cars", target: "price", names, files });
  const { spec, bundle } = JSON.parse(JSON.stringify(draft)) as typeof draft;
  return { description, draft, model: loadModel(spec, bundle) };
}
