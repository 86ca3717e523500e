import { fold } from "@/components/fold";
import { exampleInputs } from "@/lib/model/inputs/example";
import { writeFields } from "@/lib/model/inputs/text";
import { backgroundRows } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { mean } from "d3-array";

/** The most inputs that a form shows at once. */
const MOST_ASKED = 24;
/** Training rows from which it follows which inputs matter most. */
const ROWS = 25;

/** Where a form begins. */
export interface FormStart {
  /** What is typical of each input, as the fields show it: in the language of the description. */
  typical: Record<string, string>;
  /** The names of the inputs that are folded: those of a very long form that matter least. */
  folded: string[];
}

/** @param most inputs that the form shows at once; where there are more, it shows half as many and folds the others */
export function startForm(model: Model, most = MOST_ASKED): FormStart {
  const { spec } = model;
  const typical = writeFields(spec, exampleInputs(model));
  if (spec.inputs.length <= most) return { typical, folded: [] };
  const weights = weightsOf(model);
  const { others } = fold(spec.inputs, ({ name }) => weights.get(name) ?? 0, most / 2);
  return { typical, folded: others.map(({ name }) => name) };
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
