import type { Level, ModelDescription } from "../estimator/description";
import { ImportError } from "../import-error";
import type { ImportedFile } from "../imported-file";
import { readJson } from "../read-json";
import { decodeText } from "../text";
import { readBlockYaml } from "./block-yaml";

/** Where the flavours that are read keep the file of the model. */
export const FLAVOURS: Record<string, string> = {
  sklearn: "flavors.sklearn.pickled_model",
  onnx: "flavors.onnx.data",
  statsmodels: "flavors.statsmodels.data",
};

const MLMODEL = "MLmodel";
const EXAMPLE = "input_example.json";

/** What the MLmodel of a folder says of the model in it. */
interface MlflowFolder {
  /** The file of the model. */
  model: ImportedFile;
  /** Names of the columns, where the signature has them. */
  names: string[] | null;
  /** Adds to a description what the folder says. */
  complete(description: ModelDescription): ModelDescription;
}

/**
 * Find a folder of MLflow among files.
 *
 * @returns undefined where no file is an MLmodel
 * @throws ImportError where the model is of a flavour that is not read, or its file is not there
 */
export function findMlflow(files: ImportedFile[]): MlflowFolder | undefined {
  const settings = files.find(({ name }) => baseName(name) === MLMODEL);
  if (!settings) return undefined;
  const said = readBlockYaml(decodeText(settings.bytes));
  const path = Object.values(FLAVOURS).flatMap((key) => said.get(key) ?? [])[0];
  if (path === undefined) {
    const flavours = new Set([...said.keys()].flatMap((key) => /^flavors\.(\w{1,40})\./.exec(key)?.[1] ?? []));
    flavours.delete("python_function");
    const others = [...flavours].slice(0, 5).join(", ") || "Python functions";
    throw new ImportError(
      `the MLmodel is of a model of ${others}; models of ${Object.keys(FLAVOURS).join(", ")} are read`,
    );
  }
  const model =
    files.find(({ name }) => name === settings.name.slice(0, -MLMODEL.length) + path) ??
    files.find(({ name }) => baseName(name) === baseName(path));
  if (!model) throw new ImportError(`the MLmodel names the file ${path.slice(0, 80)}, which is not there; give it too`);
  const columns = columnsOf(said.get("signature.inputs"));
  const example = files.find(({ name }) => baseName(name) === EXAMPLE);
  return {
    model,
    names: columns && columns.every(({ name }) => name !== null) ? columns.map(({ name }) => name!) : null,
    complete: (description) => ({
      ...description,
      release: description.release ?? said.get("flavors.sklearn.sklearn_version")?.slice(0, 40) ?? null,
      notes: [...description.notes, versionsOf(said)],
      ...exampleOf(example, description),
    }),
  };
}

interface SignatureColumn {
  name: string | null;
}

function columnsOf(signature: string | undefined): SignatureColumn[] | undefined {
  if (signature === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(signature);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  return value.map((column: unknown) => {
    const name = typeof column === "object" && column !== null && "name" in column ? column.name : null;
    return { name: typeof name === "string" ? name : null };
  });
}

/** The versions that the folder names, in a sentence. */
function versionsOf(said: Map<string, string>): string {
  const version = (key: string) =>
    said
      .get(key)
      ?.replace(/[^\w.+-]/g, "")
      .slice(0, 40);
  const parts = [
    ["MLflow", version("mlflow_version")],
    ["Python", version("flavors.python_function.python_version")],
    ["scikit-learn", version("flavors.sklearn.sklearn_version")],
    ["statsmodels", version("flavors.statsmodels.statsmodels_version")],
  ].flatMap(([name, each]) => (each ? [`${name} ${each}`] : []));
  return `The folder was saved by ${parts.length > 0 ? parts.join(", ") : "an MLflow of unknown version"}.`;
}

/** The first row of an example, where it has names of inputs. */
function exampleOf(file: ImportedFile | undefined, { inputs }: ModelDescription): Pick<ModelDescription, "example"> {
  const row = file ? firstRow(readJson(file.bytes)) : undefined;
  if (!row) return {};
  const entries = inputs.flatMap(({ id, name }): [string, Level | null][] => {
    const value = name === null || !Object.hasOwn(row, name) ? undefined : row[name];
    const isLevel = value === null || ["string", "number", "boolean"].includes(typeof value);
    return isLevel ? [[id, value as Level | null]] : [];
  });
  return entries.length === 0 ? {} : { example: Object.fromEntries(entries) };
}

function firstRow(value: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(value)) return isMembers(value[0]) ? value[0] : undefined;
  if (!isMembers(value)) return undefined;
  const { columns, data } = isMembers(value.dataframe_split) ? value.dataframe_split : value;
  if (!Array.isArray(columns) || !Array.isArray(data) || !Array.isArray(data[0])) return undefined;
  const [first] = data as unknown[][];
  return Object.fromEntries(columns.map((name, index) => [String(name), first![index]]));
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const baseName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
