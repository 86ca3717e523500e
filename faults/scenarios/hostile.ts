import { setTimeout as sleep } from "node:timers/promises";
import { memoryOf, startGlasshouse } from "../glasshouse";
import { hostileRequests } from "../hostile-bodies";
import { Load } from "../load";
import { checkPredictions } from "../owner";
import { apiRoutes, FORMS, PAGES } from "../routes";
import type { Rows, Scenario } from "../scenario";
import { sendHostile, type Route } from "../send-hostile";

const LIMIT_MEGABYTES = 512;
const AT_ONCE = 4;
const SETTLE_MILLISECONDS = 15_000;

/** What Node takes for old objects by itself where a container has 512 MiB. */
const NODE = ["--max-old-space-size=256"];

export const hostile: Scenario = {
  name: "hostile",
  title: "Hostile requests in 512 MiB",
  about:
    "Every kind of hostile request to every operation of the API, every page and every form, four at once, while another client asks for a prediction ten times a second. The highest resident memory of the process is read from the system.",
  async run(rows, quick) {
    const app = await startGlasshouse({}, { node: NODE });
    const requests = hostileRequests(quick ? 4_000_000 : 250_000_000);
    const operations = await apiRoutes(app.url);
    const chosen = /^\/api\/(models\/house-price\/predict\/batch|outcomes)$/;
    const api = quick ? operations.filter(({ path }) => chosen.test(path)) : operations;
    const posts = (paths: string[]): Route[] => paths.map((path) => ({ method: "POST", path }));
    const pages = quick ? [] : [...PAGES.map((path) => ({ method: "GET", path })), ...posts(PAGES.slice(0, 4))];
    for (let warm = 0; warm < 5; warm++) await checkPredictions(app.url);
    const before = memoryOf(app.child.pid!);
    const other = new Load([app.url], 10, { predictionsOnly: true });

    const send = (name: string, routes: Route[]) => sendAll(rows, name, app.port, routes, requests);
    await send("operations of the API", api);
    if (pages.length > 0) await send("pages", pages);
    await send("forms", posts(quick ? FORMS.slice(1, 2) : FORMS));

    await other.stop();
    await rows.check("predictions of another client all the while", "0 failed", async () => {
      return [other.summary(), other.failures.length === 0 && other.answered > 0];
    });
    await rows.check("50 predictions after them", "each 200", () => checkPredictions(app.url));
    if (!before) rows.skip("memory", "the system does not tell");
    else {
      await rows.check("resident memory at its highest", `at most ${LIMIT_MEGABYTES} MiB`, async () => {
        const { peak } = memoryOf(app.child.pid!)!;
        return [`${peak} MiB`, peak <= LIMIT_MEGABYTES];
      });
      if (!quick) {
        await sleep(SETTLE_MILLISECONDS);
        await rows.check("resident memory 15 s later", `at most ${LIMIT_MEGABYTES} MiB`, async () => {
          const { now } = memoryOf(app.child.pid!)!;
          return [`${before.now} MiB before, ${now} MiB after`, now <= LIMIT_MEGABYTES];
        });
      }
    }
    await app.stop();
  },
};

async function sendAll(
  rows: Rows,
  name: string,
  port: number,
  routes: Route[],
  requests: ReturnType<typeof hostileRequests>,
) {
  const all = requests.flatMap((request) => routes.map((route) => ({ request, route })));
  const sent = `${all.length} requests: ${requests.length} kinds to ${routes.length} ${name}`;
  await rows.check(
    sent,
    "each answered below 500, or 503 of the store, or cut",
    async () => {
      const counts = new Map<number | string, number>();
      const faults: string[] = [];
      const waiting = all.values();
      const work = async () => {
        for (const { request, route } of waiting) {
          const status = await sendHostile(port, route, request);
          counts.set(status, (counts.get(status) ?? 0) + 1);
          const held = status === "cut" || (status !== "silent" && (status < 500 || status === 503));
          if (!held) faults.push(`${route.method} ${route.path} with ${request.name} → ${status}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      for (const fault of faults) console.log(`      ${fault}`);
      const tally = [...counts].sort().map(([status, count]) => `${count} × ${status}`);
      return [`${tally.join(", ")}${faults.length > 0 ? `; first: ${faults[0]}` : ""}`, faults.length === 0];
    },
    3_600,
  );
}
