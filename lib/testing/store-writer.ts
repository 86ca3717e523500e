import { recordOutcomes } from "../store/outcomes";
import { openStore } from "../store/store";
import { report } from "./store-rows";

/**
 * A process that is going to be killed: it stores outcomes one after another, and names each once it is acknowledged.
 * Its arguments are the round and the place of the store as JSON.
 */
const [round = "", place = "{}"] = process.argv.slice(2);
const store = await openStore(JSON.parse(place));
for (let count = 0; count < 100_000; count++) {
  const receipt = `${round}-${count}`;
  await recordOutcomes(store, [report({ receipt })]);
  process.stdout.write(`${receipt}\n`);
}
