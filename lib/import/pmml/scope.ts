import type { Counts } from "../estimator/description";
import type { Algebra, Cell } from "../estimator/sums";
import type { Column, Workspace } from "../estimator/workspace";
import type { Fields } from "./fields";
import { numberOf, type Element } from "./xml";

/** A number of the file, a text of it, or what is computed for each row. */
export type Value = { constant: number | string } | { cell: Cell };

/** What an element of an expression can ask for. */
export interface Scope {
  readonly fields: Fields;
  readonly workspace: Workspace;
  /** The cell of a field, by its name. */
  field(name: string, of: Element): Cell;
  value(element: Element): Value;
  cell(element: Element): Cell;
  column(element: Element): Column;
  /** 1 where a field has a value and 0 elsewhere. */
  indicator(name: string, text: string, missing: Counts, of: Element): Column;
  /** A cell with the number that an element has for a missing value. */
  filled(cell: Cell, of: Element): Cell;
  algebra(of: Element): Algebra;
}

/** Arguments of a function, factors of a product, bins of a number. */
export const MOST_ARGUMENTS = 50;

export function constantOf(element: Element): number | string {
  const text = element.text.trim();
  const type = element.get("dataType") ?? "";
  if (element.get("missing") === "true") return element.refuse("it is a missing value");
  if (type === "string") return element.text;
  if (type === "boolean") return Number(/^(true|1)$/i.test(text));
  return (
    numberOf(text) ?? (type === "" ? element.text : element.refuse(`${JSON.stringify(text.slice(0, 40))} is no number`))
  );
}
