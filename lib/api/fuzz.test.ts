import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { z } from "zod";
import { app } from "./app";
import { problemSchema } from "./problem/schema";
import { fuzz, toHousePath } from "../testing/fuzz";

/** They take about twenty seconds; another seed makes up others. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 15_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1987);

/** The memory in use may grow by this much between the first fifth of the requests and the last: what caches settle at. */
const GROWTH_MEGABYTES = 8;

const openInferenceError = z.strictObject({ error: z.string().min(1) });
const mlflowError = z.strictObject({ error_code: z.string().regex(/^[A-Z_]+$/), message: z.string().min(1) });

function errorSchema(path: string): [type: string, schema: z.ZodType] {
  const { pathname } = new URL(`http://localhost${path}`);
  if (/^\/v2(\/|$)/.test(pathname)) return ["application/json", openInferenceError];
  if (/^\/(invocations|ping|health|version)$/.test(pathname)) return ["application/json", mlflowError];
  return ["application/problem+json", problemSchema];
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function usedMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it(
  `${REQUESTS} made-up requests: what is valid is answered, what is not is refused in the right words, and memory stays flat`,
  { timeout: 600_000 },
  async () => {
    const version = (await (await app.request("/api/models/house-price")).json()).version;
    // Without a store these answer one thing, whatever they are sent.
    const stateful = /^\/api\/(outcomes|erase|drafts.*|models\/:model\/(versions.*|rollback|retrain|proposals.*))$/;
    const routes = app.routes.filter(({ method, path }) => method === "POST" && !stateful.test(path));
    const posts = routes.map(({ path }) => toHousePath(path, version));
    expect(new Set(posts).size).toBe(5);

    const requests = fuzz(SEED, [...new Set(posts)]);
    const statuses: Record<number, number> = {};
    let settled = 0;
    for (let count = 0; count < REQUESTS; count++) {
      if (count === Math.floor(REQUESTS / 5)) settled = usedMegabytes();
      const { path, init, valid } = requests.next().value;
      const response = await app.request(path, init);
      const text = await response.text();
      const { status } = response;
      statuses[status] = (statuses[status] ?? 0) + 1;

      const about = `request ${count} of seed ${SEED}: ${init.method} ${path} → ${status} ${text.slice(0, 200)}`;
      if (status >= 500 || (valid && status !== 200)) expect.fail(about);
      if (status < 400 || init.method === "HEAD") continue;
      const [type, schema] = errorSchema(path);
      if (response.headers.get("content-type") !== type || !schema.safeParse(JSON.parse(text)).success)
        expect.fail(about);
    }
    expect(usedMegabytes() - settled).toBeLessThan(GROWTH_MEGABYTES);
    for (const status of [200, 204, 400, 404, 405, 415, 422]) expect(statuses[status]).toBeGreaterThan(REQUESTS / 2000);
  },
);
