import { exampleRows } from "@/lib/model/inputs/example";
import type { Model } from "@/lib/model/model";
import { writeInputs } from "@/lib/scoring/write-inputs";

/** A table as the model wants it: the names of its inputs and two rows to be written over. */
export function writeTemplate(model: Model): string {
  return writeInputs(model.spec, exampleRows(model));
}
