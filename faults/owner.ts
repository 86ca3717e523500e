import { Browser } from "./browser";
import { PASSWORD } from "./glasshouse";
import { BATCH, csvOf, HOUSE, house, isEstimate } from "./houses";
import type { Got } from "./scenario";
import { send, sendJson } from "./send";

/** Log in and make a key for predictions, which closes what takes many rows to calls without one. */
export async function makeKey(url: string): Promise<string> {
  const browser = new Browser(url, new URL(url).host);
  await browser.submit("/admin/keys", /\/login$/, { password: PASSWORD });
  const { text } = await browser.submit("/admin/keys", /\/change$/, { name: "partner", scope: "predict" });
  const key = /This is the new key.*?<p[^>]*>([^<]+)<\/p>/s.exec(text)?.[1];
  if (!key) throw new Error("no key was made");
  return key;
}

/** What needs a key, without one: each must be refused, whether or not keys can be read. */
export async function checkClosed(url: string): Promise<Got> {
  const answers = await Promise.all([
    send(url + BATCH, { body: csvOf(2), headers: { "content-type": "text/csv" } }),
    sendJson(url + BATCH, { rows: [house] }),
    send(`${url}/api/models/house-price/export?format=json`),
    sendJson(`${url}/invocations?model=house-price`, { instances: [house] }),
    sendJson(url + BATCH, { rows: [house] }, { headers: { authorization: "Bearer wrong" } }),
  ]);
  const statuses = answers.map(({ status }) => status);
  return [statuses.join(", "), statuses.every((status) => [401, 403, 503].includes(status))];
}

/** Single predictions, with the key where programs need one. */
export async function checkPredictions(url: string, key?: string): Promise<Got> {
  const headers = key === undefined ? {} : { "x-api-key": key };
  const answers = await Promise.all(Array.from({ length: 50 }, () => sendJson(url + HOUSE, house, { headers })));
  const good = answers.filter(isEstimate).length;
  return [`${good} of 50`, good === 50];
}

export async function storeOf(url: string): Promise<{ store?: string; cause?: string }> {
  const { store, cause } = (await send(`${url}/api/health/ready`)).json();
  return { store: String(store), ...(cause !== undefined && { cause: String(cause) }) };
}
