import { isJson, readBeside } from "./beside";
import { readCoefficients } from "./coefficients/read-coefficients";
import type { ModelDescription } from "./estimator/description";
import { ImportError } from "./import-error";
import type { ImportedFile } from "./imported-file";
import { looksLikeOnnx, readOnnx } from "./onnx/read-onnx";
import { looksLikePmml, readPmml } from "./pmml/read-pmml";
import { readJson } from "./read-json";
import { namesIn } from "./text";

/** A format beside pickles, in which one file is a whole model. */
interface Format {
  name: string;
  /** What is read of it, for the reference. */
  reads: string;
  fits(file: ImportedFile): boolean;
  /** @param beside names of columns from another file */
  read(file: ImportedFile, beside: string[] | null): ModelDescription;
}

const isCsv = ({ name }: ImportedFile) => /\.(csv|tsv)$/i.test(name);

/** Formats that are known by the bytes of a file. */
export const FORMATS: Format[] = [
  {
    name: "ONNX",
    reads: "graphs of a linear model, as skl2onnx writes them, and linear layers alone",
    fits: ({ name, bytes }) => /\.onnx$/i.test(name) || looksLikeOnnx(bytes),
    read: ({ bytes }, beside) => readOnnx(bytes, beside),
  },
  {
    name: "PMML",
    reads: "a RegressionModel with derived fields, as sklearn2pmml and nyoka write it",
    fits: ({ name, bytes }) => /\.pmml$/i.test(name) || looksLikePmml(bytes),
    read: ({ bytes }) => readPmml(bytes),
  },
];

/** Text that is a model where nothing else is: a list of names in JSON is none beside a pickle. */
export const COEFFICIENTS: Format = {
  name: "JSON or CSV",
  reads: "coefficients by the names of their terms",
  fits: (file) => isJson(file) || isCsv(file),
  read: (file, beside) => readCoefficients(file.bytes, isCsv(file), beside),
};

/**
 * Read a model of a format in which one file is the whole model.
 *
 * @returns undefined where the files are of no such format
 * @throws ImportError where they are, and hold no linear model that can be read
 */
export function readWhole(files: ImportedFile[]): ModelDescription | undefined {
  if (files.length > 0 && files.every(COEFFICIENTS.fits)) return readText(files);
  const formatOf = (file: ImportedFile) => FORMATS.find(({ fits }) => fits(file));
  const models = files.filter(formatOf);
  const [model] = models;
  if (!model) return undefined;
  checkOne(models);
  const format = formatOf(model)!;
  const other = files.find((file) => file !== model && !isJson(file));
  if (other)
    throw new ImportError(`${model.name} is a whole model in ${format.name}; ${other.name} has no place beside it`);
  const { lists, notes } = readBeside(files);
  const description = format.read(model, oneOf(lists.map(({ names }) => names)));
  return { ...description, notes: [...description.notes, ...notes] };
}

/** Coefficients, with names in another file of JSON where they have none. */
function readText(files: ImportedFile[]): ModelDescription {
  const lists = new Map(files.filter(isJson).map((file) => [file, namesOf(file)]));
  const models = files.filter((file) => !lists.get(file));
  checkOne(models);
  const names = [...lists.values()].filter((each) => each !== null);
  return COEFFICIENTS.read(models[0] ?? files[0]!, oneOf(names));
}

function checkOne([model, second]: ImportedFile[]): void {
  if (model && second) {
    throw new ImportError(`${model.name} and ${second.name} are a model each; give the one to be served`);
  }
}

function oneOf(lists: string[][]): string[] | null {
  if (lists.length > 1) throw new ImportError("several files contain names of columns; give one of them");
  return lists[0] ?? null;
}

/** Names of columns, where a file of JSON holds nothing else. */
function namesOf({ bytes }: ImportedFile): string[] | null {
  const value = readJson(bytes);
  return holdsNumbers(value, 3) ? null : namesIn(value);
}

function holdsNumbers(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "number";
  return depth > 0 && Object.values(value).some((each) => holdsNumbers(each, depth - 1));
}
