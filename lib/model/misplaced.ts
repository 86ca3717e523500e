import { isDatePart, type Expression, type FunctionName } from "../formula/expression";
import { operandsOf } from "../formula/tree";

/** What a name of a formula can be: an input of some kind, or a derived feature. */
export type Named = { kind: "number" | "integer" | "boolean" | "category" | "derived" } | { kind: "date"; time?: boolean };

/**
 * What is wrong with where names stand in a formula: dates outside of the functions that take them, other things inside,
 * and missing() of what is no input.
 *
 * @param find undefined for a name that is not known, of which nothing is said
 */
export function findMisplaced(expression: Expression, find: (name: string) => Named | undefined): string[] {
  const faults = new Set<string>();
  const visit = (part: Expression, inside: FunctionName | undefined): void => {
    if (part.kind === "name") {
      const found = find(part.name);
      const fault = found && faultOf(part.name, found, inside);
      if (fault) faults.add(fault);
    }
    operandsOf(part).forEach((operand) => visit(operand, part.kind === "call" ? part.function : undefined));
  };
  visit(expression, undefined);
  return [...faults];
}

function faultOf(name: string, found: Named, inside: FunctionName | undefined): string | undefined {
  if (inside === "missing") {
    return found.kind === "derived" ? `missing takes an input, and ${name} is a derived feature` : undefined;
  }
  const takesDates = inside !== undefined && (inside === "days" || isDatePart(inside));
  if (found.kind !== "date") return takesDates ? `${inside} takes a date, and ${name} is none` : undefined;
  if (!takesDates) {
    return `${name} is a date and must stand in a function: year(${name}), month(${name}), weekday(${name}), hour(${name}) or days(${name}, "2015-01-01")`;
  }
  return inside === "hour" && !found.time ? `hour(${name}) needs "time": true in ${name}` : undefined;
}
