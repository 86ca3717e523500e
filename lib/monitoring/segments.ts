import { localeOf } from "../language/locale";
import type { Accuracy } from "../model/evidence";
import type { Inputs } from "../model/inputs/value";
import { isCurrency, writerOf } from "../model/format";
import { bareInWords } from "../model/inputs/words";
import type { Model } from "../model/model";
import { REPORT_WORDS } from "./words";

/** A part of the table that the card makes claims for. */
export interface Segment {
  by: string;
  label: string;
  belongs(row: { estimate: number; inputs: Inputs | null }): boolean;
}

/**
 * The card's parts, none where it has no accuracy: ranges of the estimate, which is known before the outcome, and
 * levels of inputs. Values beyond the outer ranges belong to them.
 */
export function segmentsOf({ spec, evidence }: Model): Segment[] {
  const locale = localeOf(spec);
  const words = REPORT_WORDS[locale];
  const write = writerOf(locale);
  const segments = evidence?.accuracy.segments ?? [];
  const ranges = segments.flatMap(({ range }) => (range ? [range] : []));
  const lowest = Math.min(...ranges.map(({ low }) => low));
  const highest = Math.max(...ranges.map(({ high }) => high));
  return segments.map(({ by, range, value }: Accuracy["segments"][number]) => {
    if (range) {
      const [above, upTo] = [
        range.low === lowest ? -Infinity : range.low,
        range.high === highest ? Infinity : range.high,
      ];
      const { label, unit } = spec.target;
      return {
        by,
        label: words.estimated(
          write.inSentence(label),
          words.to(write.quantity(range.low, isCurrency(unit) ? unit : undefined), write.quantity(range.high, unit)),
        ),
        belongs: ({ estimate }) => estimate > above && estimate <= upTo,
      };
    }
    const input = spec.inputs.find(({ name }) => name === by);
    return {
      by,
      label: words.group(
        write.inSentence(input?.label ?? by),
        value === null ? words.any : input ? bareInWords(input, value) : write.value(value),
      ),
      belongs: ({ inputs }) => inputs?.[by] === value,
    };
  });
}
