import { codeModel } from "../../import/coding/code-model";
import type { CodedInput, CodedModel } from "../../import/coding/coded-model";
import type { Level, ModelDescription } from "../../import/estimator/description";
import { compileDescription } from "../../import/estimator/evaluate";
import { ImportError } from "../../import/import-error";
import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { expressionText, parseFormula } from "../../formula/parse";
import type { LinearData } from "../../linear/predictor";
import { FORMAT, hashDescription, type Bundle } from "../../model/bundle";
import { encodeValue } from "../../model/inputs/kinds";
import { formatCount, writerOf } from "../../model/format";
import { parseSpec, type Spec } from "../../model/spec";
import { DESCRIPTION_WORDS, IMPORT_NOTES, usesInWords } from "./description-words";
import { labelOf, Names, readHeader } from "./names";

/** What a file of a fitted model cannot know. */
export interface Asked {
  /** The model's name in addresses. */
  id: string;
  /** The name of the target, as in "price (USD)". */
  target: string;
  /** The names of the inputs, in the order of the file; needed where the file has none. */
  names?: string[];
  /** Whether the target is always above 0. */
  positive?: boolean;
  /** The names of the files, for the card. */
  files: string[];
  /** The language of the description: of the labels, and of the sentences. English if it is left out. */
  language?: Locale;
  /** The language of what is to check; that of the description if it is left out. */
  reader?: Locale;
}

/** A model from files as it is published: a description, and a bundle without rows. */
export interface ImportDraft {
  /** As model.json has it. */
  spec: Record<string, unknown>;
  bundle: Bundle & { predictor: LinearData };
  /** What to check, a sentence each. */
  notes: string[];
}

/**
 * Describe a model from files for publication. It answers as the file does; without rows it has no range.
 *
 * @throws ImportError where names are missing, or where the model uses a value in a way that no form has a field for
 */
export function draftImport(description: ModelDescription, asked: Asked): ImportDraft {
  const headers = headersOf(description, asked.names);
  const names = new Names();
  const target = names.give(readHeader(asked.target).label, headers.length);
  const inputNames = headers.map((header, position) => names.give(header, position));
  const coded = codeModel(description, inputNames);
  const spec = writeSpec(description, coded, { ...asked, headers, inputNames, targetName: target });
  const parsed = parseSpec(spec);
  return {
    spec,
    bundle: bundleOf(parsed, description, coded),
    notes: notesOf(parsed, asked.reader ?? asked.language, headers),
  };
}

/** Inputs by the names of the file or of the caller. */
export function headersOf({ inputs }: ModelDescription, given: string[] | undefined): string[] {
  const own = inputs.map(({ name }) => name);
  if (given === undefined) {
    const unnamed = own.filter((name) => name === null).length;
    if (unnamed === 0) return own as string[];
    throw new ImportError(
      `the file has ${unnamed === own.length ? "no names for" : "names for only some of"} its ${formatCount(own.length, "input")}; give their names in the order of the training data, separated by commas`,
    );
  }
  if (given.length !== own.length) {
    throw new ImportError(
      `${formatCount(given.length, "name was", "names were")} given for ${formatCount(own.length, "input")} of the model`,
    );
  }
  return given;
}

interface Called extends Asked {
  headers: string[];
  inputNames: string[];
  targetName: string;
}

function writeSpec(description: ModelDescription, { inputs, derived, transform }: CodedModel, called: Called) {
  const { language = DEFAULT_LOCALE } = called;
  const words = DESCRIPTION_WORDS[language];
  const { label, unit } = readHeader(called.target, language);
  const subject = labelOf(called.id.replaceAll("-", " "), language);
  const { regressor, release } = description;
  const files = writerOf(language).list(called.files);
  return {
    id: called.id,
    ...(language !== DEFAULT_LOCALE && { language }),
    title: subject === label ? label : words.title(label, subject),
    summary: words.summary(label, inputs.length),
    question: words.question(label, files),
    target: {
      ...{ name: called.targetName, label },
      ...(unit !== undefined && { unit }),
      ...((called.positive || transform === "log") && { positive: true }),
      ...(transform !== "identity" && { transform }),
      ...(description.estimatesMean && { estimates: "mean" }),
    },
    inputs: inputs.map((input, index) => writeInput(input, called, index)),
    ...(derived.length > 0 && {
      derived: derived.map(({ name, formula }) => ({ name, label: formulaWords(formula, called), formula })),
    }),
    card: {
      intendedUse: words.purpose(label),
      limits: [
        usesInWords(
          language,
          called.headers.map((header) => readHeader(header, language).label),
        ),
        words.fittedElsewhere,
      ],
      source: words.readFrom(
        regressor,
        release ? `${description.library ?? "scikit-learn"} ${release}` : undefined,
        files,
      ),
    },
  };
}

/** "log(engine power)" of "log(power)". */
function formulaWords(formula: string, { headers, inputNames, language = DEFAULT_LOCALE }: Called): string {
  const { inSentence } = writerOf(language);
  const labelAt = (index: number) => inSentence(readHeader(headers[index]!, language).label);
  const labels = new Map(inputNames.map((name, index) => [name, labelAt(index)]));
  return expressionText(parseFormula(formula).expression, (name) => labels.get(name) ?? name);
}

function writeInput({ kind, levels, other, assumed, typical }: CodedInput, called: Called, index: number) {
  const name = called.inputNames[index]!;
  const { label, unit } = readHeader(called.headers[index]!, called.language);
  const missing = assumed === undefined ? {} : { missing: { value: assumed } };
  if (kind === "category") return { name, label, kind, levels, ...(other && { other: { fewest: 1 } }), ...missing };
  return {
    name,
    label,
    kind,
    ...(unit !== undefined && { unit }),
    ...missing,
    ...(typical !== undefined && { typical: Number(typical.toPrecision(3)) }),
  };
}

function bundleOf(spec: Spec, description: ModelDescription, coded: CodedModel): ImportDraft["bundle"] {
  const { coding, terms, coefficients } = coded;
  return {
    format: FORMAT,
    spec: hashDescription(spec),
    predictor: {
      family: "linear",
      terms,
      coefficients,
      r: null,
      size: null,
      coding: { pooled: {}, dropped: [], own: coding },
    },
    inference: null,
    uncertainty: null,
    evidence: null,
    golden: goldenRows(spec, description, coded),
    provenance: { data: null },
  };
}

/** Rows with the sums that the description of the file itself gives, so that the bundle is held to another computation. */
function goldenRows(spec: Spec, description: ModelDescription, { inputs }: CodedModel): Bundle["golden"] {
  const sumOf = compileDescription({ ...description, inverse: "identity" });
  return [0, 1, 2].flatMap((row) => {
    const values = inputs.map((input) => valueFor(input, row));
    const center = sumOf(Object.fromEntries(description.inputs.map(({ id }, index) => [id, values[index]!.level])));
    if (!Number.isFinite(center)) return [];
    return [{ inputs: spec.inputs.map((input, index) => encodeValue(input, values[index]!.given)), center, size: 1 }];
  });
}

/** A value for a row, as the file and as the description has it. */
function valueFor(
  { kind, levels, values, assumed, typical }: CodedInput,
  row: number,
): { level: Level | null; given: string | number | null } {
  if (row === 2 && assumed !== undefined) return { level: null, given: null };
  if (kind === "category") {
    const at = (row * 7) % levels.length;
    return { level: values[at]!, given: levels[at]! };
  }
  const value = (typical ?? 1) * (1 + row / 8);
  return { level: value, given: value };
}

function notesOf({ inputs, target }: Spec, language: Locale | undefined, headers: string[]): string[] {
  const notes = IMPORT_NOTES[language ?? DEFAULT_LOCALE];
  const numbers = inputs.filter((input) => input.kind === "number");
  const unitless = numbers.filter(({ unit }) => unit === undefined);
  const changed = inputs.flatMap(({ name }, index) =>
    name === headers[index] ? [] : [[headers[index]!, name] as const],
  );
  return [
    ...(numbers.length > 0 ? [notes.noBounds] : []),
    ...(target.unit === undefined ? [notes.noUnit(target.label)] : []),
    ...(unitless.length > 0 && unitless.length <= 20 ? [notes.noUnits(unitless.map(({ name }) => name))] : []),
    ...(changed.length > 0 && changed.length <= 20 ? [notes.names(changed)] : []),
  ];
}
