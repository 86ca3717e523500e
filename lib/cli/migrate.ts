import { env, SettingsError } from "../env";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { openStore } from "../store/store";

/**
 * `npm run migrate`: bring the tables of the store up to date, as the first request to a new release would. For those
 * whose server may not change tables: run it as a user that may.
 */
async function main(): Promise<void> {
  const store = await openStore(env());
  await store.destroy();
  process.stdout.write("the tables are up to date\n");
}

main().catch((error: unknown) => {
  const known = error instanceof SettingsError || error instanceof NoStoreError || error instanceof StoreAwayError;
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
