import { exportModel, type Question } from "../export/export";
import { CallError } from "./exit-codes";
import { publishedModel } from "./published-model";

/**
 * `export <model>`: the model in another language, on standard output; see `exportModel`.
 *
 * @throws CallError with a line for each option at fault
 */
export async function printExport(id: string, question: Question): Promise<void> {
  const exported = exportModel(await publishedModel(id), question);
  if ("faults" in exported) throw new CallError(exported.faults.map(({ detail }) => detail).join("\n"));
  process.stdout.write(exported.text);
}
