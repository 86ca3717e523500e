import { asSentence, countInWords } from "@/components/words";
import { ANSWERS, writerOf } from "@/lib/import/estimator/words";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { formatCount, formatQuantity } from "@/lib/model/format";
import { readPrinted } from "@/lib/model/printed";
import type { CheckedRow } from "@/lib/training/draft/golden-rows";
import type { CheckedRows } from "./draft-model";

/** The sentences of the page, each a function of its values. */

/** "Ridge of scikit-learn 1.9.1". */
export function modelInWords(description: ModelDescription): string {
  const { regressor, writer } = description;
  return `${regressor}${writer === undefined ? " " : ", "}${writerOf(description)}`;
}

/** How many coefficients there are, and how the estimate comes from them. */
export function sumInWords({ columns, inputs, inverse }: ModelDescription): string {
  const sizes = `${formatCount(columns.length, "coefficient")} for ${formatCount(inputs.length, "input")}.`;
  const sum = "the intercept plus each coefficient times its column";
  return inverse === "identity"
    ? `${sizes} The estimate is ${sum}.`
    : `${sizes} The sum is ${sum}; the estimate is ${ANSWERS[inverse]}.`;
}

/** What the file does not say, of the names of its inputs. */
export function namesInWords({ inputs }: ModelDescription): string {
  const unnamed = inputs.filter(({ name }) => name === null).length;
  if (unnamed === 0) return "The file names its inputs.";
  if (unnamed < inputs.length)
    return `The file knows ${countInWords(unnamed)} of ${formatQuantity(inputs.length)} inputs by position alone.`;
  return unnamed === 1
    ? "The file has no name for its input."
    : `The file has no names for its ${countInWords(unnamed)} inputs, only their order.`;
}

/** How far an estimate is from the number that was printed: "+0.0123", "0". */
export function differenceInWords({ estimate, printed }: Pick<CheckedRow, "estimate" | "printed">): string {
  const difference = Number((estimate - readPrinted(printed)!.value).toPrecision(3));
  return `${difference > 0 ? "+" : ""}${String(difference).replace("-", "−")}`;
}

/** What came of all golden rows; empty where there is none. */
export function verdictInWords({ typed, table }: Pick<CheckedRows, "typed" | "table">): string {
  const rows = [...typed, ...table];
  const wrong = rows.filter(({ agrees }) => !agrees).length;
  if (rows.length === 0) return "";
  if (wrong === 0) {
    return rows.length === 1
      ? "The golden row agrees in every digit that was printed."
      : `All ${formatQuantity(rows.length)} golden rows agree in every digit that was printed.`;
  }
  if (rows.length === 1) return "The golden row differs, so the model cannot be published.";
  return `${formatQuantity(wrong)} of ${formatQuantity(rows.length)} golden rows ${wrong === 1 ? "differs" : "differ"}, so the model cannot be published.`;
}

/** What can be done about rows that differ. */
export function remedyInWords(hint: string | undefined): string {
  return hint
    ? asSentence(hint)
    : "Check the inputs and their order, and whether the notebook changed its inputs or answers before or after predict.";
}

/** Text as one word of a shell. */
function quote(text: string): string {
  return /^[\w.,/-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A file of the folder that the command is started in. */
const fileWord = (name: string) => quote(name.startsWith("-") ? `./${name}` : name);

interface Command {
  files: string[];
  id: string;
  target: string;
  /** Undefined where the names of the file stand. */
  names: string[] | undefined;
  positive: boolean;
  /** The name of a table of golden rows. */
  golden: string | undefined;
}

/** The command that publishes the same model. */
export function commandOf({ files, id, target, names, positive, golden }: Command): string {
  return [
    `npm run import -- ${files.map(fileWord).join(" ")}`,
    `--id ${quote(id)} --target ${quote(target)}`,
    ...(names ? [`--names ${quote(names.join(","))}`] : []),
    ...(golden ? [`--golden ${fileWord(golden)}`] : []),
    ...(positive ? ["--positive"] : []),
  ].join(" \\\n  ");
}
