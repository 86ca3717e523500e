import { ImportError } from "../import-error";
import type { Inverse } from "../estimator/description";
import { quoted } from "../text";
import { isIntercept } from "./vocabulary";

const LONGEST_NAME = 500;

/** Coefficients by the names of their terms, as a file of text has them. */
export interface NamedSum {
  terms: [name: string | null, coefficient: number][];
  intercept: number | null;
  inverse: Inverse;
  notes: string[];
}

/** Take the intercept from among the terms. @throws ImportError where there are two, or a name stands twice */
export function namedSum(pairs: [string | null, number][], intercept: number | null = null): NamedSum {
  const seen = new Set<string>();
  const terms: NamedSum["terms"] = [];
  for (const [name, coefficient] of pairs) {
    if (!Number.isFinite(coefficient))
      throw new ImportError(`the coefficient of ${quoted(name ?? "a column")} is no finite number`);
    if (name !== null && name.length > LONGEST_NAME) throw new ImportError(`the name ${quoted(name)} is too long`);
    if (name !== null && seen.has(name)) throw new ImportError(`${quoted(name)} has two coefficients; keep one`);
    if (name !== null) seen.add(name);
    if (name === null || !isIntercept(name)) terms.push([name, coefficient]);
    else if (intercept === null) intercept = coefficient;
    else throw new ImportError(`the file has two intercepts, of which ${quoted(name)} is one; keep one`);
  }
  return { terms, intercept, inverse: "identity", notes: [] };
}
