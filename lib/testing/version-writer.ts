import { readFileSync } from "node:fs";
import { promoteVersion, publishVersion } from "../service/publishing";
import type { ModelFiles } from "./model-dir";

/**
 * A process that is going to be killed: it publishes challengers and promotes them, one after another, and names each once
 * it is acknowledged. Its arguments are the round and a file with the files of a model; its settings name the store.
 */
const [round = "0", file = ""] = process.argv.slice(2);
const { spec, bundle } = JSON.parse(readFileSync(file, "utf8")) as ModelFiles;
const golden = bundle.golden as { center: number }[];
const model = spec.id;
for (let count = 1; count <= 10_000; count++) {
  const more = Number(round) + count * 1e-4;
  const predictor = structuredClone(bundle.predictor);
  predictor.coefficients[0]! += more;
  const changed = { ...bundle, predictor, golden: golden.map((row) => ({ ...row, center: row.center + more })) };
  const by = { actor: `round ${round}`, note: "n" };
  const published = await publishVersion({ spec, bundle: changed, alias: "challenger", origin: "files", ...by });
  if ("refused" in published) throw new Error(published.detail);
  const { version } = published;
  process.stdout.write(`publish ${version}\n`);
  const promoted = await promoteVersion({ model, version, reason: "r", actor: by.actor });
  // Another writer may have been first.
  if (!("refused" in promoted)) process.stdout.write(`promote ${version}\n`);
}
