import { startGlasshouse, type Glasshouse } from "./glasshouse";
import { newPostgres } from "./stores";

/** Three instances that share a database. */
export interface Fleet {
  database: string;
  instances: Glasshouse[];
  /** Start an instance again, at its address. */
  startAgain(index: number): Promise<void>;
  remove(): Promise<void>;
}

const INSTANCES = 3;

export async function startFleet(drainSeconds: number): Promise<Fleet> {
  const postgres = await newPostgres();
  const settings = { DATABASE_URL: postgres.url, DRAIN_SECONDS: String(drainSeconds), TRUST_PROXY: "1" };
  const instances: Glasshouse[] = [];
  for (let count = 0; count < INSTANCES; count++) instances.push(await startGlasshouse(settings));
  return {
    database: postgres.url,
    instances,
    async startAgain(index) {
      instances[index] = await startGlasshouse(settings, { port: instances[index]!.port });
    },
    async remove() {
      await Promise.all(instances.map((each) => each.stop("SIGKILL")));
      await postgres.remove();
    },
  };
}
