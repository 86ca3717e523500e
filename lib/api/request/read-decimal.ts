import { DECIMAL_MARKS, type DecimalMark } from "../../csv/dialect";
import type { FieldError } from "../problem/schema";
import type { Parameter } from "../resource";

export const DECIMAL = "decimal";

/** The parameter that says which mark comes before decimals. */
export const decimalParameter: Parameter = {
  description:
    "For CSV: the decimal mark, a point or a comma. Without it, Glasshouse detects the mark from the first block of the file, up to one megabyte, by cells such as 18.3 or 1.234,5. If the mark stays unknown, ambiguous numbers such as 1,250 are errors. Later numbers with another mark are errors too.",
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
