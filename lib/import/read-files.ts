import { isJson, readBeside } from "./beside";
import { checkContainer } from "./container";
import { describeModel } from "./estimator/describe";
import type { ModelDescription } from "./estimator/description";
import { readWhole } from "./formats";
import { ImportError } from "./import-error";
import type { ImportedFile } from "./imported-file";
import { findMlflow } from "./mlflow/mlflow-folder";
import { CheckedNames } from "./pickle/checked-names";
import { openPickle } from "./pickle/open-pickle";
import { Budget } from "./pickle/limits";
import { PyList, type Node } from "./pickle/nodes";
import { readSkops, SCHEMA } from "./skops/read-skops";
import { isOwnBundle, unfold } from "./unfold";
import { unpack } from "./unpack/unpack";
import { Archive } from "./unpack/zip";

export type { ImportedFile };

/** A model in files, with the names in them that its answer does not need. */
export interface ImportedModel {
  description: ModelDescription;
  carried: string[];
}

/**
 * Read a fitted linear model from a pickle, a joblib file or a file of skops, and from what was saved beside it: a scaler, a
 * list of columns as JSON; from one file of another format; or from a folder of MLflow or a zip archive with any of
 * them. Nothing in a file is ever called.
 *
 * @throws ImportError saying what a file is, where no linear model can be read of them
 */
export function readFiles(files: ImportedFile[]): ImportedModel {
  const budget = new Budget();
  const given = unfold(files, budget);
  if (isOwnBundle(given)) {
    throw new ImportError(
      "model.json and artifact.json are a model of Glasshouse itself, which needs no import; put their folder into MODEL_DIR",
    );
  }
  const folder = findMlflow(given);
  if (!folder) return readModel(given, budget);
  const plain = readModel([folder.model], budget);
  // The names of the signature, where the model itself has none.
  const isNamed = folder.names === null || plain.description.inputs.every(({ name }) => name !== null);
  const { description, carried } = isNamed
    ? plain
    : readModel([folder.model, { name: "signature.json", bytes: encode(folder.names) }], budget);
  return { description: folder.complete(description), carried };
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function readModel(files: ImportedFile[], budget: Budget): ImportedModel {
  const whole = readWhole(files);
  if (whole) return { description: whole, carried: [] };
  const names = new CheckedNames();
  const { lists, notes } = readBeside(files);
  const models = files.filter((file) => !isJson(file));
  const roots = models.map(({ name, bytes: whole }) => {
    const bytes = unpack(whole, budget);
    return { key: name, node: readSkopsFile(bytes, budget, names) ?? readPickleFile(bytes, budget, names) };
  });
  const description = describeModel([
    ...roots,
    ...lists.map((list) => ({ key: list.key, node: new PyList(list.names) })),
  ]);
  return { description: { ...description, notes: [...description.notes, ...notes] }, carried: [...names.carried] };
}

/** Undefined for what is no file of skops. */
function readSkopsFile(bytes: Uint8Array, budget: Budget, names: CheckedNames): Node | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const archive = new Archive(bytes, budget);
  return archive.has(SCHEMA) ? readSkops(archive, budget, names) : undefined;
}

function readPickleFile(bytes: Uint8Array, budget: Budget, names: CheckedNames): Node {
  checkContainer(bytes);
  return openPickle(bytes, budget, names);
}
