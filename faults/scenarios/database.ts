import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startGlasshouse } from "../glasshouse";
import { HOUSE, house, isEstimate } from "../houses";
import { Load } from "../load";
import { storeOf } from "../owner";
import { until, type Rows, type Scenario } from "../scenario";
import { sendJson } from "../send";
import { countLost, newPostgres, query } from "../stores";
import { toWords } from "../through-proxy";

export const database: Scenario = {
  name: "database",
  title: "The database is away",
  about:
    "PostgreSQL is stopped under load and started again; it refuses the password; it has no database of that name.",
  async run(rows, quick) {
    const postgres = await newPostgres();
    const app = await startGlasshouse({ DATABASE_URL: postgres.url });
    const { receipt } = (await sendJson(app.url + HOUSE, house)).json();
    const predictions = new Load([app.url], quick ? 30 : 100, { predictionsOnly: true });
    await sleep(2_000);
    await postgres.stop();
    await rows.check("GET /api/health/ready once the database has stopped", '200, "store": "away" and a cause', () =>
      checkAway(app.url),
    );
    await rows.check("POST an outcome meanwhile", "503 in words, with Retry-After", async () => {
      const answer = await sendJson(`${app.url}/api/outcomes`, { receipt, actual: 95_000 });
      return [
        toWords(answer),
        answer.status === 503 && "retry-after" in answer.headers && answer.text.includes("detail"),
      ];
    });
    await sleep(quick ? 1_000 : 20_000);
    const back = Date.now();
    await postgres.start();
    await rows.check("GET /api/health/ready once it runs again", '"store": "ok", by itself', async () => {
      const ready = await until(
        () => storeOf(app.url),
        ({ store }) => store === "ok",
      );
      return [JSON.stringify(ready), ready.store === "ok"];
    });
    await rows.check("POST the outcome again", "200", async () => {
      const answer = await sendJson(`${app.url}/api/outcomes`, { receipt, actual: 95_000 });
      return [toWords(answer), answer.status === 200];
    });
    await rows.check("the log of predictions", "predictions made after it came back are in it", async () => {
      const countLogged = async () => {
        const [row] = await query<{ count: string }>(
          postgres.url,
          `select count(*) from prediction where at > ${back}`,
        );
        return Number(row!.count);
      };
      const count = await until(countLogged, (logged) => logged > 0, 30);
      return [count > 0 ? "they are" : "none", count > 0];
    });
    await predictions.stop();
    await rows.check("predictions all the while", "0 failed", async () => {
      return [predictions.summary(), predictions.failures.length === 0 && predictions.answered > 0];
    });
    await app.stop();

    const stranger = new URL(await refuseStrangers(postgres.url));
    await checkRefused(rows, "with a wrong password", stranger.href, /password/);
    const nowhere = new URL(postgres.url);
    nowhere.pathname = "/nowhere";
    await checkRefused(rows, "with the name of no database", nowhere.href, /no database/);
    await postgres.remove();
    if (!quick) await loadThroughOutage(rows);
  },
};

async function checkAway(url: string): Promise<[string, boolean]> {
  const ready = await until(
    () => storeOf(url),
    ({ store }) => store === "away",
    30,
  );
  return [JSON.stringify(ready), ready.store === "away" && Boolean(ready.cause)];
}

/** An instance that starts with a database which does not let it in. */
async function checkRefused(rows: Rows, how: string, url: string, words: RegExp): Promise<void> {
  const app = await startGlasshouse({ DATABASE_URL: url });
  await rows.check(`started ${how}: GET /api/health/ready`, `"store": "away", the cause in words`, async () => {
    const [got, away] = await checkAway(app.url);
    return [got, away && words.test(got)];
  });
  await rows.check(`started ${how}: POST 20 predictions`, "each 200", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendJson(app.url + HOUSE, house)));
    const good = answers.filter(isEstimate).length;
    return [`${good} of 20`, good === 20];
  });
  await app.stop();
}

/** Make a user whom the server lets in with a password alone; the address of that user with a wrong one. */
async function refuseStrangers(url: string): Promise<string> {
  const [{ hba_file: file }] = (await query<{ hba_file: string }>(url, "show hba_file")) as [{ hba_file: string }];
  writeFileSync(file, `host all stranger 127.0.0.1/32 scram-sha-256\n${readFileSync(file, "utf8")}`);
  await query(url, "create role stranger login password 'right'");
  await query(url, "select pg_reload_conf()");
  const stranger = new URL(url);
  stranger.username = "stranger";
  stranger.password = "wrong";
  return stranger.href;
}

/** Outcomes too: those that were acknowledged before, during and after are all there. */
async function loadThroughOutage(rows: Rows): Promise<void> {
  const postgres = await newPostgres();
  const app = await startGlasshouse({ DATABASE_URL: postgres.url });
  const load = new Load([app.url], 100);
  for (let outage = 0; outage < 3; outage++) {
    await sleep(3_000);
    await postgres.stop();
    await sleep(2_000);
    await postgres.start();
  }
  await sleep(5_000);
  await load.stop();
  await rows.check("outcomes through three outages: those acknowledged", "each in the database", async () => {
    const lost = await countLost({ DATABASE_URL: postgres.url }, load.acknowledged);
    return [`${load.acknowledged.size}, of which ${lost} are lost`, lost === 0 && load.acknowledged.size > 0];
  });
  await rows.check("all the rest of it", "0 failed; outcomes are refused in words while it is away", async () => {
    return [load.summary(), load.failures.length === 0 && load.refused > 0];
  });
  await app.stop();
  await postgres.remove();
}
