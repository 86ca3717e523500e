import { parseArgs } from "node:util";
import { findModel, listModels } from "../registry/registry";
import { exportModel } from "../export/export";

const USAGE = "usage: npm run --silent export -- <model> --format sql --dialect postgres --table houses [--level 0.9]";

/** `npm run --silent export -- <model>`: the model in another language, on standard output; see `exportModel`. */
async function main(): Promise<void> {
  const option = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    options: { format: option, dialect: option, table: option, level: option },
    allowPositionals: true,
  });
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) return refuse([USAGE]);
  const model = await findModel(id);
  if (!model) return refuse([`model must be one of ${(await listModels()).map(({ spec }) => spec.id).join(", ")}`]);
  const exported = exportModel(model, values);
  if ("faults" in exported) return refuse(exported.faults.map(({ detail }) => detail));
  process.stdout.write(exported.text);
}

function refuse(sentences: string[]): void {
  process.stderr.write(`${sentences.join("\n")}\n`);
  process.exitCode = 2;
}

main().catch((error: Error & { code?: string }) => {
  const isUsage = error.code?.startsWith("ERR_PARSE_ARGS");
  refuse([isUsage ? USAGE : error.message]);
});
