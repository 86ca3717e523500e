import { parseLevel } from "../model/answer/level";
import { showsRows } from "../model/explain/comparables";
import type { Model } from "../model/model";
import type { PredictorPlan } from "../model/predictor";
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

/** The forms that are given to anybody: JSON holds rows, which the owner may not show; the others need a plan. */
export function openFormats(model: Model): FormatName[] {
  const { predictor, evidence } = model;
  return formatNames.filter((name) => {
    return name === "json" ? evidence === null || showsRows(model) : predictor.plan !== null;
  });
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
 * @returns the text, or what is wrong with the question by the name of what is at fault
 */
export function exportModel(
  model: Model,
  question: Question,
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
  const text = plan
    ? write(model, plan, format as FormatName, { dialect: dialect as DialectName, table: table!, level })
    : writeJson(model);
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
function writeJson({ spec, bundle }: Model): string {
  return `${JSON.stringify({ spec, artifact: bundle })}\n`;
}

function isOneOf<Name extends string>(names: Name[], text: string | undefined): text is Name {
  return (names as (string | undefined)[]).includes(text);
}
