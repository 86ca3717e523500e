import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser";
import { PASSWORD } from "./glasshouse";
import { BATCH, csvOf, HOUSE, house, isEstimate, ndjsonOf, scoredRows } from "./houses";
import type { Got, Rows } from "./scenario";
import { send, sendJson, sendRaw, statusOf, type Answer } from "./send";

const PAGES = ["/", "/models/house-price", "/models/house-price/card", "/compare", "/docs", "/pipeline"];
const PARAMETERS = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
export const ESTIMATE_PAGE = `/models/house-price/estimate?${PARAMETERS}`;

/** What must hold whatever stands in front: pages, single calls, tables, HEAD, conditional requests, compression. */
export async function checkTraffic(rows: Rows, name: string, url: string, tableRows: number): Promise<void> {
  await rows.check(`${name}: GET of ${PAGES.length} pages and an estimate`, "each 200 and whole", async () => {
    const answers = await Promise.all([...PAGES, ESTIMATE_PAGE].map((path) => send(url + path)));
    const whole = answers.filter(({ status, text }) => status === 200 && text.trimEnd().endsWith("</html>"));
    return [`${whole.length} of ${answers.length}`, whole.length === answers.length];
  });
  await rows.check(`${name}: POST a prediction`, "200 and the estimate", async () => {
    const answer = await sendJson(url + HOUSE, house);
    return [toWords(answer), isEstimate(answer)];
  });
  await rows.check(`${name}: POST a prediction at fault`, "422, a problem that names the field", async () => {
    const answer = await sendJson(url + HOUSE, { ...house, bedrooms: 11 });
    return [toWords(answer), answer.status === 422 && answer.text.includes("#/bedrooms")];
  });
  for (const [type, table] of [
    ["text/csv", csvOf(tableRows)],
    ["application/x-ndjson", ndjsonOf(tableRows)],
  ] as const) {
    await rows.check(`${name}: POST ${tableRows} rows of ${type}`, "200, as many rows, each with its estimate", () =>
      checkBatch(url, type, table, tableRows),
    );
    await rows.check(`${name}: the same, the answer in gzip`, "the same", () =>
      checkBatch(url, type, table, tableRows, { "accept-encoding": "gzip" }),
    );
  }
  await rows.check(`${name}: POST 1,000 rows of JSON`, "200 and 1,000 answers", async () => {
    const answer = await sendJson(url + BATCH, { rows: Array.from({ length: 1_000 }, () => house) });
    if (answer.status !== 200) return [toWords(answer), false];
    const { results } = answer.json() as { results: unknown[] };
    return [`200, ${results.length} answers`, results.length === 1_000];
  });
  await rows.check(`${name}: HEAD of a page, a list and a file`, "each 200 without a body", async () => {
    const file = await staticFile(url);
    const answers = await Promise.all(["/", "/api/models", file].map((path) => send(url + path, { method: "HEAD" })));
    return [
      answers.map((answer) => toWords(answer)).join(", "),
      answers.every(({ status, body }) => status === 200 && body.length === 0),
    ];
  });
  await rows.check(`${name}: GET with If-None-Match of what is there`, "304 of the API and of a file", async () => {
    const answers = await Promise.all(
      ["/api/models", "/api/openapi.json", await staticFile(url)].map(async (path) => {
        const { etag = "none" } = (await send(url + path)).headers;
        return send(url + path, { headers: { "if-none-match": etag } });
      }),
    );
    return [answers.map((answer) => toWords(answer)).join(", "), answers.every(({ status }) => status === 304)];
  });
  await rows.check(`${name}: GET a page with Accept-Encoding: gzip`, "200, gzip, whole", async () => {
    const answer = await send(url + ESTIMATE_PAGE, { headers: { "accept-encoding": "gzip" } });
    const whole = answer.text.trimEnd().endsWith("</html>");
    return [toWords(answer), answer.status === 200 && answer.headers["content-encoding"] === "gzip" && whole];
  });
}

/** Forms as a browser sends them on plain HTTP: one for everybody, and the owner's login with its cookie. */
export async function checkForms(rows: Rows, name: string, url: string, host: string): Promise<void> {
  await rows.check(`${name}: the form of an outcome, from http://${anyPort(host)}`, "stored, with thanks", async () => {
    const page = await new Browser(url, host).submit(ESTIMATE_PAGE, /\/outcome$/, { actual: "95000" });
    return [toWords(page, /Thanks[^<]*|must be sent[^<]*/), page.status === 200 && page.text.includes("Thanks.")];
  });
  await rows.check(`${name}: the owner's login, from http://${anyPort(host)}`, "in, and the cookie holds", async () => {
    const browser = new Browser(url, host);
    await browser.submit("/admin/keys", /\/login$/, { password: PASSWORD });
    const page = await browser.open("/admin/keys");
    return [toWords(page, /Create key|Owner login/), page.text.includes("Create key")];
  });
}

/** A request that asks for another protocol, which there is none of: it is answered as if it had not asked. */
export async function checkUpgrade(rows: Rows, name: string, port: number): Promise<void> {
  for (const path of ["/", "/api/models", "/api/health/ready"]) {
    await rows.check(`${name}: GET ${path} with Upgrade: websocket`, "200, as without", async () => {
      const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
      const raw = await sendRaw(
        port,
        `GET ${path} HTTP/1.1\r\nHost: intranet.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`,
      );
      return [raw === "" ? "no answer" : raw.split("\r\n")[0]!, statusOf(raw) === 200];
    });
  }
}

/** The second request on a connection that was idle for so long. It is asked at once, to be awaited later. */
export async function askAfterIdling(url: string, seconds: number): Promise<Got> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await sendJson(url + HOUSE, house, { agent });
    await sleep(seconds * 1_000);
    const answer = await sendJson(url + HOUSE, house, { agent });
    return [toWords(answer), isEstimate(answer)];
  } finally {
    agent.destroy();
  }
}

export async function checkBatch(
  url: string,
  type: string,
  table: string,
  count: number,
  headers: Record<string, string> = {},
): Promise<Got> {
  const answer = await send(url + BATCH, { body: table, headers: { ...headers, "content-type": type } });
  if (answer.status !== 200) return [toWords(answer), false];
  const scored = scoredRows(type, answer.text);
  const zipped = !headers["accept-encoding"] || answer.headers["content-encoding"] === "gzip";
  return [`200, ${scored} of ${count} rows${zipped ? "" : ", not in gzip"}`, scored === count];
}

async function staticFile(url: string): Promise<string> {
  const { text } = await send(`${url}/models/house-price`);
  return /\/_next\/static\/[^"]+\.css/.exec(text)?.[0] ?? "/icon.svg";
}

/** Ports differ from run to run, and the report shall not. */
const anyPort = (host: string) => host.replace(/:\d+$/, ":port");

/** The status of an answer, and a part of it or its beginning where it failed. */
export function toWords({ status, text }: Answer, part?: RegExp): string {
  const shown = part?.exec(text)?.[0] ?? (status >= 400 ? text.slice(0, 120) : "");
  return shown ? `${status} ${shown}` : String(status);
}
