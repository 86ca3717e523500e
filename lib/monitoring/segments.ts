import type { Accuracy } from "../model/evidence";
import type { Inputs } from "../model/inputs/value";
import { formatQuantity, formatValue, inSentence, isCurrency } from "../model/format";
import type { Model } from "../model/model";

/** A part of the table that the card makes claims for. */
export interface Segment {
  by: string;
  label: string;
  belongs(row: { estimate: number; inputs: Inputs | null }): boolean;
}

/**
 * The card's parts, none where it has no accuracy: ranges of the estimate, which is known before the outcome is, and
 * levels of inputs. What lies beyond the outer ranges belongs to them.
 */
export function segmentsOf({ spec, evidence }: Model): Segment[] {
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
        label: `estimated ${inSentence(label)} ${formatQuantity(range.low, isCurrency(unit) ? unit : undefined)} to ${formatQuantity(range.high, unit)}`,
        belongs: ({ estimate }) => estimate > above && estimate <= upTo,
      };
    }
    const input = spec.inputs.find(({ name }) => name === by);
    return {
      by,
      label: `${inSentence(input?.label ?? by)}: ${value === null ? "any" : formatValue(value)}`,
      belongs: ({ inputs }) => inputs?.[by] === value,
    };
  });
}
