import { assemble } from "../estimator/assemble";
import type { ModelDescription } from "../estimator/description";
import { Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import { readJson } from "../read-json";
import { decodeText } from "../text";
import { sumOfJson } from "./from-json";
import { sumOfCsv } from "./from-table";
import type { NamedSum } from "./named-sum";
import { Terms } from "../terms/terms";

/**
 * Read coefficients that were written down as JSON or CSV.
 *
 * @param beside names of columns from another file
 * @throws ImportError where the file holds no coefficients, or a term that is not known
 */
export function readCoefficients(bytes: Uint8Array, isCsv: boolean, beside: string[] | null): ModelDescription {
  const sum = isCsv ? sumOfCsv(decodeText(bytes)) : sumOfJson(readJson(bytes), beside);
  return describeSum(sum, isCsv ? "CSV" : "JSON");
}

function describeSum({ terms, intercept, inverse, notes }: NamedSum, format: string): ModelDescription {
  if (terms.length === 0 && intercept === null) throw new ImportError("the file contains no coefficients");
  const texts = terms.flatMap(([name]) => name ?? []);
  const named = texts.length === terms.length ? new Terms(texts, "names") : null;
  const workspace = new Workspace(named?.names ?? terms.map(() => null));
  const columns = named?.columns(workspace) ?? workspace.start();
  return assemble(
    {
      regressor: "linear model",
      release: null,
      writer: `written as coefficients in ${format}`,
      steps: ["linear model: coefficients and an intercept"],
      notes: [
        ...notes,
        ...(named?.notes ?? []),
        ...(intercept === null ? ["The file names no intercept; 0 is taken for it."] : []),
      ],
    },
    { columns, coefficients: terms.map(([, coefficient]) => coefficient), intercept: intercept ?? 0, inverse },
    workspace,
  );
}
