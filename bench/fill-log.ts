import { fileURLToPath } from "node:url";
import { predict } from "../lib/model/answer/predict";
import { readInputs } from "../lib/model/inputs/read-inputs";
import { readModel } from "../lib/registry/read-folder";
import { addPredictions } from "../lib/store/predictions";
import { openStore } from "../lib/store/store";
import type { PredictionRow } from "../lib/store/tables";

const DAYS = 90;
const DAY = 86_400_000;
const ROWS_AT_ONCE = 5_000;

/**
 * Fill the log of a new store in a folder with predictions of the last 90 days, evenly: the training rows' inputs in turn,
 * each with another lot area.
 */
export async function fillLog(folder: string, rows: number): Promise<void> {
  const model = await readModel(fileURLToPath(new URL("../model/house-price", import.meta.url)));
  const { inputs, actual } = model.evidence!.background;
  const store = await openStore({ DATA_DIR: folder, DATA_DIR_IS_SET: true });
  const end = Date.now();
  const answers = actual.map((_, row) => {
    const raw = Object.fromEntries(
      model.spec.inputs.map(({ name, kind }) => {
        const value = inputs[name]![row]!;
        return [name, kind === "boolean" ? value === 1 : value];
      }),
    );
    const read = readInputs(model, raw);
    if ("faults" in read) throw new Error(read.faults.map(({ detail }) => detail).join("; "));
    return { inputs: read.inputs, prediction: predict(model, read.inputs, { encoded: read.encoded }) };
  });
  try {
    for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, rows - start);
      const block = Array.from({ length: count }, (_, offset): PredictionRow => {
        const row = start + offset;
        const { inputs, prediction } = answers[row % answers.length]!;
        const { estimate, refusal, warnings, interval = null } = { interval: null, ...prediction };
        const area = Math.min(16_200, Math.max(1_650, Number(inputs.area) + (row % 997) - 498));
        return {
          model: model.spec.id,
          at: end - Math.floor(((rows - row) / rows) * DAYS * DAY),
          id: `bench-${row}`,
          version: model.version,
          inputs: JSON.stringify({ ...inputs, area }),
          estimate,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          level: interval?.level ?? null,
          refusal: refusal?.code ?? null,
          warnings: JSON.stringify(warnings.map(({ code, input }) => ({ code, input }))),
          weight: 1,
        };
      });
      await addPredictions(store, block);
    }
  } finally {
    await store.destroy();
  }
}
