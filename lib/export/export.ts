import { parseLevel } from "../model/answer/level";
import { hasBackground } from "../model/evidence";
import { showsRows } from "../model/explain/comparables";
import { exampleInputs } from "../model/inputs/example";
import type { Model } from "../model/model";
import { emptyPoint, type PredictorPlan } from "../model/predictor";
import { dialects, type DialectName } from "./dialects";
import { writePython } from "./python";
import { isTableName, writeSql } from "./sql";
import { writeTypeScript } from "./typescript";

/** The forms that a model can be taken away in, and how a file of each is called. */
export const formats = {
  sql: { title: "SQL", extension: "sql", mediaType: "application/sql" },
  typescript: { title: "TypeScript", extension: "ts", mediaType: "text/plain" },
  python: { title: "Python", extension: "py", mediaType: "text/x-python" },
  json: { title: "JSON", extension: "json", mediaType: "application/json" },
} as const;
export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];
export const dialectNames = Object.keys(dialects) as DialectName[];
export const dialectTitle = (name: DialectName) => dialects[name].title;

/** The forms that a model can be given in: all but JSON need a plan. */
export function formatsOf({ predictor }: Model): FormatName[] {
  return formatNames.filter((name) => name === "json" || predictor.plan !== null);
}

/** What is asked for, as text from a command line or a query. */
export const questionNames = ["format", "dialect", "table", "level"] as const;
export type Question = Partial<Record<(typeof questionNames)[number], string>>;

export interface Exported {
  text: string;
  mediaType: string;
  fileName: string;
}

/**
 * Write a model in another language, for whoever scores where the data is.
 *
 * @param open whether the export is for anybody: then rows that are private are not in it
 * @returns the text, or what is wrong with the question by the name of what is at fault
 */
export function exportModel(
  model: Model,
  question: Question,
  { open = false } = {},
): Exported | { faults: { name: keyof Question; detail: string }[] } {
  const faults: { name: keyof Question; detail: string }[] = [];
  const complain = (name: keyof Question, detail: string) => faults.push({ name, detail });
  const { format, dialect, table } = question;
  const isSql = format === "sql";

  if (!isOneOf(formatNames, format)) complain("format", `format must be one of ${formatNames.join(", ")}`);
  if (isSql && !isOneOf(dialectNames, dialect)) {
    complain("dialect", `dialect must be one of ${dialectNames.join(", ")}`);
  }
  if (isSql && !isTableName(table ?? "")) {
    complain("table", "table must be one to three names joined by dots, of letters, digits, spaces, _, $ and -");
  }
  const parsed = parseLevel(model, question.level);
  if ("fault" in parsed) complain("level", parsed.fault);
  const { plan } = model.predictor;
  if (plan === null && format !== "json")
    complain("format", "format must be json for this model, which no other language can compute");
  if (faults.length > 0 || "fault" in parsed) return { faults };

  const { extension, mediaType } = formats[format as FormatName];
  const { level } = parsed;
  const given = open ? withoutPrivateRows(model) : model;
  const text = plan
    ? write(given, plan, format as FormatName, { dialect: dialect as DialectName, table: table!, level })
    : writeJson(given);
  return { text, mediaType, fileName: `${model.spec.id}.${extension}` };
}

function write(
  model: Model,
  plan: PredictorPlan,
  format: FormatName,
  { dialect, table, level }: { dialect: DialectName; table: string; level: number },
): string {
  switch (format) {
    case "sql":
      return writeSql(model, plan, { dialect, table, level });
    case "typescript":
      return writeTypeScript(model, plan, level);
    case "python":
      return writePython(model, plan, level);
    case "json":
      return writeJson(model);
  }
}

/** What `loadModel` takes: an interval gets its level when it predicts. */
function writeJson({ spec, bundle, evidence }: Model): string {
  const note = evidence && !hasBackground(evidence) ? { note: NO_ROWS } : {};
  return `${JSON.stringify({ ...note, spec, artifact: bundle })}\n`;
}

/** What an export of a model says whose rows are private. */
export const NO_ROWS =
  "The rows of the training data are private, so none is in this file. Estimates, ranges and refusals are the same; without rows nothing is explained, and a gap between rows has no warning.";

/** A model as anybody may have it: where its rows are private, without those that explanations are measured against. */
function withoutPrivateRows(model: Model): Model {
  const { spec, bundle, predictor, reading } = model;
  if (!hasBackground(bundle.evidence) || showsRows(model)) return model;
  const inputs = Object.fromEntries(spec.inputs.map(({ name }) => [name, []]));
  const evidence = { ...bundle.evidence, background: { inputs, actual: [], unseen: [] } };
  // What a loaded model is checked by are rows, too; a typical one that nobody has serves as well.
  const typical = reading.encode(exampleInputs(model));
  const point = emptyPoint();
  predictor.evaluate(typical, point);
  const golden = [{ inputs: Array.from(typical), center: point.center, size: point.size }];
  return { ...model, evidence, bundle: { ...bundle, evidence, golden } };
}

function isOneOf<Name extends string>(names: Name[], text: string | undefined): text is Name {
  return (names as (string | undefined)[]).includes(text);
}
