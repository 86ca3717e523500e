import type { ImportedFile } from "./imported-file";
import { baseName } from "./mlflow/mlflow-folder";
import type { Budget } from "./pickle/limits";
import { isJson } from "./beside";
import { LARGEST_JSON } from "./read-json";
import { SCHEMA } from "./skops/read-skops";
import { Archive } from "./unpack/zip";

/** Endings of names of files in an archive or a folder that may be part of a model; the rest is passed over. */
export const ENDINGS = ["pkl", "pickle", "joblib", "sav", "model", "statsmodels", "skops", "onnx", "pmml", "json"];

const OF_MODEL = new RegExp(`(^|/)(MLmodel|[^/]+\\.(${ENDINGS.join("|")}))$`, "i");
/** What spreadsheets, PyTorch and file managers put into archives. */
const OTHER_ARCHIVES = /^\[Content_Types\]\.xml$|(^|\/)data\.pkl$/;
const HIDDEN = /(^|\/)(__MACOSX\/|\.)/;

/** Whether a file of a folder or an archive may be part of a model, by its path in there and its bytes. */
export const mayBePart = (name: string, size: number): boolean =>
  OF_MODEL.test(name) && !HIDDEN.test(name) && !(isJson({ name }) && size > LARGEST_JSON);

/**
 * The files themselves, and in the place of each zip archive those in it that may be part of a model. A file of skops, a
 * spreadsheet and the like, which are archives too, stay as they are.
 *
 * @throws ImportError where an archive is damaged or too large
 */
export function unfold(files: ImportedFile[], budget: Budget): ImportedFile[] {
  return files.flatMap((file) => {
    if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b || file.bytes[2] !== 0x03) return [file];
    const archive = new Archive(file.bytes, budget);
    const inside = archive.names.filter((name) => mayBePart(name, archive.sizeOf(name)));
    const isOther = inside.length === 0 || archive.names.some((name) => OTHER_ARCHIVES.test(name));
    const isSkops = inside.length === 1 && inside[0] === SCHEMA;
    return isOther || isSkops ? [file] : inside.map((name) => ({ name, bytes: archive.read(name) }));
  });
}

/** The names of files that belong to Glasshouse itself. */
export const isOwnBundle = (files: ImportedFile[]): boolean =>
  ["model.json", "artifact.json"].every((own) => files.some(({ name }) => baseName(name) === own));
