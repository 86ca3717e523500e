import { findTarget } from "../../training/draft/target";
import { idOf, isId } from "../../training/draft/names";
import { inLanguage } from "../../training/draft/sentences";
import { listInWords } from "../../model/format";
import type { PathFault } from "./refusal";
import type { DraftOptions } from "./types";

/** Columns that a message names. */
const MOST_SHOWN = 20;
const LONGEST_TARGET = 200;

/**
 * What is wrong with the options of a draft, each with what it needs.
 *
 * @param columns of the table as far as they are known; null for a model file
 */
export function checkOptions(
  options: Partial<DraftOptions>,
  kind: "table" | "model",
  columns: string[] | undefined,
): PathFault[] {
  const faults: PathFault[] = [];
  const complain = (name: keyof DraftOptions, detail: string) => faults.push({ path: ["options", name], detail });
  const { id = "", target = "" } = options;
  if (!isId(id))
    complain("id", "id must be the model's name in addresses: 1 to 60 lower-case letters, digits and hyphens");
  if (target.trim() === "") complain("target", kind === "table" ? needsColumn(columns) : NEEDS_NAME);
  else if (target.length > LONGEST_TARGET) complain("target", `target must be at most ${LONGEST_TARGET} characters`);
  else if (kind === "table" && columns) {
    const found = findTarget({ columns: columns.map((name) => ({ name })) }, target);
    if (typeof found === "object") complain("target", inLanguage("en", found.fault));
  }
  if (kind === "table") {
    for (const name of ["names", "positive", "oneHot"] as const)
      if (options[name] !== undefined) complain(name, `${name === "oneHot" ? "one-hot" : name} is for model files`);
  }
  return faults;
}

const NEEDS_NAME = "target must say what the model estimates, as in price (USD)";

function needsColumn(columns: string[] | undefined): string {
  const needs = "target must name the column to estimate";
  if (!columns) return needs;
  const shown = columns.slice(0, MOST_SHOWN);
  const more = columns.length > MOST_SHOWN ? [`${columns.length - MOST_SHOWN} more`] : [];
  return `${needs}; the table has ${listInWords([...shown, ...more])}`;
}

/** The id of a model of a file, where nobody names one. */
export const idOfFile = (file: string) => idOf(file.replace(/\.(pkl|joblib|skops|onnx|pmml|json|zip)$/i, ""));
