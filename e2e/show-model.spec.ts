import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { standalone, test } from "./own-server";
import { send, sendForm, type Back } from "./send";

const PASSWORD = "correct horse battery";
const QUERY = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const PAGES = ["/", "/compare", `/compare/house-price?${QUERY}`, "/docs", "/pipeline", "/models/house-price"];
for (const page of ["card", "batch", "api", "estimate", `estimate?${QUERY}`]) PAGES.push(`/models/house-price/${page}`);
const API = ["/api/models", "/api/models/house-price", "/api/openapi.json", "/v2/models/house-price", "/metrics"];
const EXPORT = "/api/models/house-price/export?format=python";

/** The first seven or eight characters of each coefficient: nothing else that is shown begins with them. */
async function readDigits(): Promise<string[]> {
  const artifact = await readFile(join(standalone, "model/house-price/artifact.json"), "utf8");
  const { predictor } = JSON.parse(artifact) as { predictor: { coefficients: number[] } };
  return predictor.coefficients.map((coefficient) => String(Math.abs(coefficient)).slice(0, 8));
}

for (const SHOW_MODEL of ["keys", "nobody"]) {
  test(`SHOW_MODEL ${SHOW_MODEL} keeps coefficients and exports from whom it should`, async ({ start }) => {
    test.slow();
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-show-"));
    const API_KEYS = createHash("sha256").update("key").digest("hex");
    const settings = { PORT: "0", DATA_DIR, SHOW_MODEL, API_KEYS, ADMIN_PASSWORD: PASSWORD, RATE_LIMIT: "0" };
    const url = await start(settings).address;
    const digits = await readDigits();
    const holdsNone = ({ text }: Back) => expect(digits.filter((each) => text.includes(each))).toEqual([]);

    for (const path of [...PAGES, ...API]) {
      const page = await send(url + path);
      expect(page.status, path).toBe(200);
      holdsNone(page);
      expect(page.text, path).not.toMatch(/"terms\\?":\s*\[\\?"area/);
      // What a page of Next sends to its own scripts.
      holdsNone(await send(url + path, { headers: { rsc: "1" } }));
    }
    const sentence = "The owner of this model does not show its coefficients";
    for (const page of ["card", `estimate?${QUERY}`]) {
      expect((await send(`${url}/models/house-price/${page}`)).text).toContain(sentence);
    }

    const card = `${url}/api/models/house-price`;
    const key = { authorization: "Bearer key" };
    expect(JSON.parse((await send(card)).text)).toMatchObject({ coefficients: null, terms: null });
    expect((await send(card)).headers["cache-control"]).toBe("private, no-cache");
    const withKey = JSON.parse((await send(card, { headers: key })).text) as { coefficients: unknown };
    expect(withKey.coefficients === null).toBe(SHOW_MODEL === "nobody");
    expect((await send(url + EXPORT)).status).toBe(SHOW_MODEL === "keys" ? 401 : 403);
    expect((await send(url + EXPORT, { headers: { authorization: "Bearer other" } })).status).toBe(403);
    const taken = await send(url + EXPORT, { headers: key });
    expect(taken.status).toBe(SHOW_MODEL === "keys" ? 200 : 403);
    if (SHOW_MODEL === "nobody") expect(JSON.parse(taken.text)).toMatchObject({ type: "/docs#not-shown" });

    const entered = await sendForm(`${url}/admin/login`, { password: PASSWORD }, { "sec-fetch-site": "same-origin" });
    const owner = { headers: { cookie: entered.cookies } };
    expect((await send(`${url}/models/house-price/card`, owner)).text).not.toContain(sentence);
    expect((JSON.parse((await send(card, owner)).text) as { coefficients: unknown }).coefficients).not.toBeNull();
    expect((await send(url + EXPORT, owner)).status).toBe(200);
    await rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
  });
}
