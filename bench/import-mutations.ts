import { parseArgs } from "node:util";
import { compileDescription } from "../lib/import/estimator/evaluate";
import { inspectionText } from "../lib/import/estimator/words";
import { ImportError } from "../lib/import/import-error";
import { readFiles } from "../lib/import/read-files";
import { everyFixture } from "../lib/testing/import-fixtures";
import { mutate, randomOf } from "../lib/testing/mutations";

/**
 * `tsx bench/import-mutations.ts --files 200000 --seed 14`: changed files of every kind of model. Each must give a model or
 * a refusal, and nothing else; it prints how many did, the slowest of them, and the highest memory of the process.
 */
const { values } = parseArgs({
  options: { files: { type: "string", default: "200000" }, seed: { type: "string", default: "14" } },
});
const SLOW_MILLISECONDS = 100;

const originals = everyFixture();
const random = randomOf(Number(values.seed));
const counts = { read: 0, refused: 0 };
const slowest: { milliseconds: number; index: number; name: string; said: string }[] = [];
const megabytes = () => process.resourceUsage().maxRSS / 1024;

/** What is said of a file: a refusal, or the class of its model. Anything else than a refusal is thrown. */
function outcome(name: string, bytes: Uint8Array): string {
  try {
    const model = readFiles([{ name, bytes }]);
    compileDescription(model.description)({});
    inspectionText(model);
    counts.read++;
    return model.description.regressor;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    counts.refused++;
    return error.message;
  }
}

for (const { name, bytes } of originals) outcome(name, bytes);
[counts.read, counts.refused] = [0, 0];
const before = megabytes();
let highest = before;
for (let index = 0; index < Number(values.files); index++) {
  const original = originals[Math.floor(random() * originals.length)]!;
  const file = mutate(original, originals, random);
  const started = process.cpuUsage();
  let said: string;
  try {
    said = outcome(original.name, file);
  } catch (error) {
    console.error(`file ${index}, of ${original.name}, is neither read nor refused`);
    throw error;
  }
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > SLOW_MILLISECONDS / 4) slowest.push({ milliseconds, index, name: original.name, said });
  if (megabytes() > highest + 10) {
    highest = megabytes();
    console.log(`file ${index}, of ${original.name}: memory grows to ${highest.toFixed(0)} MB; ${said.slice(0, 100)}`);
  }
}
slowest.sort((a, b) => b.milliseconds - a.milliseconds);
console.log(`${values.files} files: ${counts.read} read, ${counts.refused} refused, none else`);
for (const { milliseconds, index, name, said } of slowest.slice(0, 10)) {
  console.log(`${milliseconds.toFixed(0)} ms of processor: file ${index}, of ${name}: ${said.slice(0, 120)}`);
}
console.log(
  `${slowest.filter(({ milliseconds }) => milliseconds > SLOW_MILLISECONDS).length} above ${SLOW_MILLISECONDS} ms`,
);
console.log(`memory of the process: ${before.toFixed(0)} MB before, ${megabytes().toFixed(0)} MB at most`);
