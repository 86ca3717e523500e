import { cpSync, openSync, closeSync, readFileSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { startGlasshouse } from "../glasshouse";
import { HOUSE, house } from "../houses";
import { checkClosed, checkPredictions, makeKey, storeOf } from "../owner";
import { newFolder } from "../owned";
import { until, type Scenario } from "../scenario";
import { send, sendJson } from "../send";

const PAGE = 4_096;
const FILE = "glasshouse.db";

interface Damage {
  name: string;
  do(file: string): void;
  /** Whether SQLite cannot open such a file at all, and so nothing of it is read. */
  whole: boolean;
  quickly?: boolean;
}

/** Bytes that are no page, the same in each run. */
const noise = (size: number) => Buffer.from(Array.from({ length: size }, (_, index) => (index * 167 + 13) % 251));

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

const pagesOf = (file: string) => Math.floor(statSync(file).size / PAGE);

const damages: Damage[] = [
  { name: "random bytes in the header", do: (file) => overwrite(file, 0, noise(100)), whole: true, quickly: true },
  { name: "no SQLite at all", do: (file) => overwrite(file, 0, noise(readFileSync(file).length)), whole: true },
  { name: "cut off in its first page", do: (file) => truncateSync(file, 1_000), whole: true },
  {
    name: "cut off after half of its pages",
    do: (file) => truncateSync(file, Math.floor(pagesOf(file) / 2) * PAGE),
    whole: false,
  },
  {
    name: "random bytes in the page of the keys",
    do: (file) => overwrite(file, (keysPage(file) - 1) * PAGE, noise(PAGE)),
    whole: false,
    quickly: true,
  },
  {
    name: "random bytes in a page in the middle",
    do: (file) => overwrite(file, Math.floor(pagesOf(file) / 2) * PAGE, noise(PAGE)),
    whole: false,
  },
];

/** The number of the first page of the table of keys. */
function keysPage(file: string): number {
  const database = new Database(file, { readonly: true });
  const { rootpage } = database.prepare("select rootpage from sqlite_schema where name = 'api_key'").get() as {
    rootpage: number;
  };
  database.close();
  return rootpage;
}

export const damaged: Scenario = {
  name: "damaged",
  title: "The file of the store is damaged",
  about: "A server with a key is stopped, its SQLite file damaged, and the server started again.",
  async run(rows, quick) {
    const good = newFolder();
    const maker = await startGlasshouse({ DATA_DIR: good });
    const key = await makeKey(maker.url);
    const headers = { "x-api-key": key };
    for (let count = 0; count < 100; count++) {
      const { receipt } = (await sendJson(maker.url + HOUSE, house, { headers })).json();
      await sendJson(`${maker.url}/api/outcomes`, { receipt, actual: 95_000 });
    }
    await maker.stop();

    for (const damage of quick ? damages.filter(({ quickly }) => quickly) : damages) {
      const DATA_DIR = newFolder();
      cpSync(good, DATA_DIR, { recursive: true });
      damage.do(join(DATA_DIR, FILE));
      const app = await startGlasshouse({ DATA_DIR });
      await rows.check(`${damage.name}: what needs a key, without one`, "refused", () => checkClosed(app.url));
      await rows.check(`${damage.name}: POST 50 predictions`, "each 200", () => checkPredictions(app.url, key));
      const wanted = damage.whole ? '"store": "away", the cause in words' : "an answer in words";
      await rows.check(`${damage.name}: GET /api/health/ready`, wanted, async () => {
        const state = await until(
          () => storeOf(app.url),
          ({ store }) => store === "away",
          damage.whole ? 10 : 1,
        );
        return [JSON.stringify(state), damage.whole ? /damaged/.test(state.cause ?? "") : state.store !== "undefined"];
      });
      await rows.check(`${damage.name}: an outcome and pages`, "200, or 503 in words", async () => {
        const { receipt = "" } = (await sendJson(app.url + HOUSE, house, { headers })).json();
        const answers = [await sendJson(`${app.url}/api/outcomes`, { receipt, actual: 95_000 })];
        for (const path of ["/models/house-price", "/monitoring/house-price", "/pipeline", "/admin/keys"])
          answers.push(await send(app.url + path));
        const statuses = answers.map(({ status }) => status);
        return [statuses.join(", "), statuses.every((status) => status < 500 || status === 503)];
      });
      await rows.check(`${damage.name}: SIGTERM`, "leaves with 0", async () => {
        const code = await app.stop();
        return [String(code), code === 0];
      });
    }
  },
};
