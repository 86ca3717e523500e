import { DECIMAL_MARKS, type DecimalMark } from "../../csv/dialect";
import type { FieldError } from "../problem/schema";
import type { Parameter } from "../resource";

export const DECIMAL = "decimal";

/** The parameter that says which mark comes before decimals. */
export const decimalParameter: Parameter = {
  description:
    "For CSV: the mark before decimals, a point or a comma. Without it, the cells of the first block say so (18.3 or 1.234,5), of up to a megabyte where commas in numbers leave it open; a number that can be read in two ways (1,250) is refused where none does, and so is a later one that is written otherwise.",
  schema: { type: "string", enum: [...DECIMAL_MARKS] },
};

/** The mark that a query names, if it does. */
export function readDecimal({
  decimal,
}: Partial<Record<string, string>>): { decimal: DecimalMark | undefined } | { fault: FieldError } {
  const mark = DECIMAL_MARKS.find((each) => each === decimal);
  if (decimal === undefined || mark) return { decimal: mark };
  return { fault: { parameter: DECIMAL, detail: "decimal must be . or ," } };
}
