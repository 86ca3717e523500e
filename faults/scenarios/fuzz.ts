import { fuzz as fuzzApi, toHousePath } from "../../lib/testing/fuzz";
import { startGlasshouse, type Glasshouse } from "../glasshouse";
import { oddRequests } from "../odd-requests";
import { checkPredictions } from "../owner";
import type { Rows, Scenario } from "../scenario";
import { send, sendRaw, statusOf } from "../send";

const SEED = 1987;
const AT_ONCE = 8;
const SECONDS = 30;
const MOST_PRINTED = 200;
const POSTS = [
  "/api/models/:model/predict",
  "/api/models/:model/predict/batch",
  "/v2/models/:model/infer",
  "/v2/models/:model/versions/:version/infer",
  "/invocations",
];

export const fuzz: Scenario = {
  name: "fuzz",
  title: "Made-up requests",
  about: `Requests that are made up from a fixed seed (${SEED}): to the API, valid ones among them, and to pages, forms and odd addresses, with odd methods and headers.`,
  async run(rows, quick) {
    const app = await startGlasshouse();
    await sendApi(rows, app, quick ? 2_500 : 150_000);
    await sendOdd(rows, app, quick ? 500 : 50_000);
    await rows.check("50 predictions after them", "each 200", () => checkPredictions(app.url));
    await app.stop();
  },
};

/** Send one after another over so many connections; what each came to, by status, and the faults. */
async function sendEach(count: number, sendNext: () => Promise<{ status: number | string; fault?: string }>) {
  const counts = new Map<number | string, number>();
  const faults: string[] = [];
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      const { status, fault } = await sendNext();
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (fault === undefined) continue;
      faults.push(fault);
      if (faults.length <= MOST_PRINTED) console.log(`      ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const tally = [...counts].sort().map(([status, times]) => `${times} × ${status}`);
  const first = faults.length > 0 ? `; ${faults.length} faults, first: ${faults[0]}` : "";
  return [`${tally.join(", ")}${first}`, faults.length === 0] as [string, boolean];
}

async function sendApi(rows: Rows, { url }: Glasshouse, count: number): Promise<void> {
  const { version } = (await send(`${url}/api/models/house-price`)).json() as { version: string };
  const requests = fuzzApi(
    SEED,
    POSTS.map((route) => toHousePath(route, version)),
  );
  await rows.check(
    `${count} requests to the API`,
    "what is valid 200, nothing 500 or more",
    () =>
      sendEach(count, async () => {
        const { path, init, valid } = requests.next().value;
        const { status } = await fetch(url + path, { ...init, signal: AbortSignal.timeout(SECONDS * 1_000) }).then(
          async (response) => {
            await response.arrayBuffer();
            return response;
          },
        );
        const good = status < 500 && (!valid || status === 200);
        return { status, ...(!good && { fault: `${init.method} ${path} → ${status}` }) };
      }),
    3_600,
  );
}

async function sendOdd(rows: Rows, { port }: Glasshouse, count: number): Promise<void> {
  const requests = oddRequests(SEED);
  await rows.check(
    `${count} requests to pages, forms and odd addresses`,
    "each answered, nothing 500 or more",
    () =>
      sendEach(count, async () => {
        const { about, bytes } = requests.next().value;
        const status = statusOf(await sendRaw(port, bytes, SECONDS)) || "no answer";
        // To be no proxy is said by closing; 501 says that a method is none.
        const isConnect = about.startsWith("CONNECT ");
        const good = status === "no answer" ? isConnect : status < 500 || status === 501;
        return { status, ...(!good && { fault: `${about} → ${status}` }) };
      }),
    3_600,
  );
}
