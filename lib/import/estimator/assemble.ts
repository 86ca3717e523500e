import type { ModelDescription } from "./description";
import { inputsOf } from "./inputs";
import type { LinearSum } from "./regressors";
import type { Column, Workspace } from "./workspace";

/** Coefficients from here on are those of columns that repeat each other, or of a fit that did not converge. */
const HUGE_COEFFICIENT = 1e13;

/**
 * Put a description together of a linear sum over columns, whatever format it was read from.
 *
 * @param said what the format says of itself
 * @param workspace that made the columns
 * @throws ImportError where an input is taken both as a number and as a category
 */
export function assemble(
  said: Pick<ModelDescription, "regressor" | "library" | "release" | "writer" | "steps" | "notes">,
  sum: Pick<LinearSum, "coefficients" | "intercept" | "inverse" | "estimatesMean"> & { columns: Column[] },
  workspace: Workspace,
): ModelDescription {
  const { coefficients, intercept, inverse, estimatesMean } = sum;
  const columns = sum.columns.map((column) => ({ label: column.label, expression: workspace.numberOf(column) }));
  const { inputs, readings, unused } = inputsOf(columns, workspace);
  return {
    ...said,
    inputs,
    readings,
    columns,
    coefficients,
    intercept,
    inverse,
    ...(estimatesMean && { estimatesMean }),
    notes: [
      ...said.notes,
      ...workspace.notes,
      ...notesOf(said.regressor, coefficients, inverse),
      ...(unused.length > 0 ? [`The model takes inputs that it never uses: ${unused.join(", ")}.`] : []),
    ],
  };
}

function notesOf(name: string, coefficients: number[], inverse: ModelDescription["inverse"]): string[] {
  const notes: string[] = [];
  if (coefficients.length > 0 && coefficients.every((coefficient) => coefficient === 0)) {
    notes.push("All coefficients are 0: every estimate is the same.");
  }
  if (coefficients.some((coefficient) => Math.abs(coefficient) >= HUGE_COEFFICIENT)) {
    notes.push(
      name === "SGDRegressor"
        ? "Some coefficients are above 1e13: the fit diverged, most often because the inputs were not scaled."
        : "Some coefficients are above 1e13: columns repeat each other, and estimates lose digits.",
    );
  }
  if (inverse === "square") notes.push("The estimate is a square: a sum below 0 gives an estimate above 0.");
  return notes;
}
