import type { Comparison } from "../formula/expression";
import type { Syntax } from "../formula/parse";
import type { Dialect } from "./dialects";

const OPERATORS: Record<Comparison, string> = { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>" };

/** How expressions are written in an engine's SQL; parts of dates are columns of their own by then. */
export function sqlSyntax({ number, min, max }: Dialect, name: Syntax["name"]): Syntax {
  const functions: Record<string, string> = { log: "LN", exp: "EXP", sqrt: "SQRT", abs: "ABS", min, max };
  const [zero, one] = [number(0), number(1)];
  return {
    number,
    name,
    call(name, operands) {
      const [a = "", b = ""] = operands;
      if (name === "log1p") return logOfOneAnd(a, one);
      if (name === "days") return `(${a} - ${b})`;
      if (name === "missing") return `CASE WHEN ${a} IS NULL THEN ${one} ELSE ${zero} END`;
      return `${functions[name]}(${operands.join(", ")})`;
    },
    power: (base, exponent) => `POWER(${base}, ${exponent})`,
    compare: (operator, a, b) => `CASE WHEN ${a} ${OPERATORS[operator]} ${b} THEN ${one} ELSE ${zero} END`,
  };
}

/**
 * The logarithm of 1 + x, in engines that have no function for it. What 1 + x loses of a small x is made good by
 * x / ((1 + x) − 1), as in Goldberg (1991), ACM Computing Surveys 23, 5–48, theorem 4.
 */
function logOfOneAnd(x: string, one: string): string {
  const sum = `(${one} + ${x})`;
  return `CASE WHEN ${sum} = ${one} THEN ${x} ELSE LN${sum} * ${x} / (${sum} - ${one}) END`;
}
