import { fold } from "@/components/fold";
import { exampleInputs } from "@/lib/model/inputs/example";
import { writeText } from "@/lib/model/inputs/text";
import { backgroundRows } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { mean } from "d3-array";

/** Up to so many questions are asked at once. */
const MOST_ASKED = 24;
const FIRST_ASKED = 12;
/** Training rows that say which inputs matter most. */
const ROWS = 25;

/** What a form folds: the inputs that matter least, each with what is typical of it as the form writes it. */
export type FoldedAnswers = Record<string, string>;

/** The inputs of a very long form that begin folded; none of others. */
export function foldForm(model: Model): FoldedAnswers {
  const { spec } = model;
  if (spec.inputs.length <= MOST_ASKED) return {};
  const weights = weightsOf(model);
  const { others } = fold(spec.inputs, ({ name }) => weights.get(name) ?? 0, FIRST_ASKED);
  const typical = writeText(spec, exampleInputs(model));
  return Object.fromEntries(others.map(({ name }) => [name, typical[name]!]));
}

/** How far each input moves the estimates of a few training rows, on average; nothing where no rows are known. */
function weightsOf({ spec, evidence, predictor: { explain } }: Model): Map<string, number> {
  if (!explain || !evidence) return new Map();
  const rows = backgroundRows(spec, evidence);
  const every = Math.ceil(rows.length / ROWS);
  const explained = rows.filter((_, index) => index % every === 0).map((row) => explain.contributions(row).slice());
  return new Map(
    spec.inputs.map(({ name }, index) => [name, mean(explained, (amounts) => Math.abs(amounts[index]!)) ?? 0]),
  );
}
