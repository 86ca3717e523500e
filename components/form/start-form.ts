import { fold } from "@/components/fold";
import { localeOf } from "@/lib/language/locale";
import { exampleInputs } from "@/lib/model/inputs/example";
import { writeFields } from "@/lib/model/inputs/text";
import { extremesInWords } from "@/lib/model/inputs/words";
import { rowNames } from "@/lib/model/row-names";
import { backgroundRows } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { mean } from "d3-array";
import { SEEN_WORDS } from "./seen-words";

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
  /** The values of each number and date in the training data, see `seenValues`. */
  seen: Record<string, string>;
}

/** @param most inputs that the form shows at once; where there are more, it shows half as many and folds the others */
export function startForm(model: Model, most = MOST_ASKED): FormStart {
  const { spec } = model;
  const typical = writeFields(spec, exampleInputs(model));
  if (spec.inputs.length <= most) return { typical, folded: [], seen: seenValues(model) };
  const weights = weightsOf(model);
  const { others } = fold(spec.inputs, ({ name }) => weights.get(name) ?? 0, most / 2);
  return { typical, folded: others.map(({ name }) => name), seen: seenValues(model) };
}

/**
 * By input, from where to where the rows go that came with a model: "In the training data: 1,650 to 16,200 sq ft". A form
 * accepts more, of which the model warns or for which it refuses. Nothing where no rows are known.
 */
export function seenValues({ spec, evidence }: Pick<Model, "spec" | "evidence">): Record<string, string> {
  if (!evidence) return {};
  const locale = localeOf(spec);
  const { data } = rowNames(evidence, locale);
  return Object.fromEntries(
    spec.inputs.flatMap((input) => {
      const range = evidence.ranges[input.name];
      return range && "min" in range ? [[input.name, SEEN_WORDS[locale](data, extremesInWords(input, range))]] : [];
    }),
  );
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
