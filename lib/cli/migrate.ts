import { env } from "../env";
import { openStore } from "../store/store";

/**
 * `migrate`: bring the tables of the store up to date, as the first request to a new release would. For deployments
 * whose server may not change tables: run it as a database user that may.
 */
export async function migrate(): Promise<void> {
  const store = await openStore(env());
  await store.destroy();
  process.stdout.write("the tables are up to date\n");
}
