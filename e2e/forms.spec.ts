import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { HOUSE, house } from "../lib/testing/api";
import { doors } from "./doors";
import { test as base } from "./own-server";
import { send, sendForm, tokenOf } from "./send";

const PASSWORD = "correct horse battery";
const ESTIMATE = `/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1`;

const test = base.extend<{ folder: string }>({
  folder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), "glasshouse-forms-"));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** What nginx passes on by default: its own upstream as the host. */
const behindNginx = { origin: "http://intranet.test", host: "127.0.0.1:3000" };

test("behind a proxy on plain HTTP an owner logs in, makes a key and logs out, for every copy of the cookie", async ({
  start,
  folder,
}) => {
  test.slow();
  const url = await start({ PORT: "0", DATA_DIR: folder, ADMIN_PASSWORD: PASSWORD }).address;
  const form = await send(`${url}/admin/keys`, { headers: { host: behindNginx.host } });
  expect(form.headers["set-cookie"]).toEqual([
    expect.stringMatching(/^glasshouse-form=[\w-]{22}; Path=\/; .*HttpOnly; SameSite=strict$/i),
  ]);
  const fields = { password: PASSWORD, "form-token": tokenOf(form) };

  const refused = await sendForm(`${url}/admin/login`, { password: PASSWORD }, behindNginx);
  expect([refused.status, refused.headers["content-type"]]).toEqual([403, "text/html; charset=utf-8"]);
  expect(refused.text).toContain("proxy_set_header Host $http_host;");
  expect(refused.text).toContain("X-Forwarded-Host");
  const nonce = /style-src [^;]*'nonce-([\w-]+)'/.exec(String(refused.headers["content-security-policy"]))?.[1];
  expect(refused.text).toContain(`<style nonce="${nonce}">`);
  expect((await sendForm(`${url}/admin/login`, fields, behindNginx)).status).toBe(403);

  const entered = await sendForm(`${url}/admin/login`, fields, { ...behindNginx, cookie: form.cookies });
  expect([entered.status, entered.headers.location]).toEqual([303, "/admin/keys"]);
  expect(String(entered.headers["set-cookie"])).not.toContain("Secure");
  const cookie = `${form.cookies}; ${entered.cookies}`;

  // A token of before the login is not one for the owner's forms.
  const key = { name: "a program", scope: "predict" };
  const change = `${url}/admin/keys/change`;
  expect((await sendForm(change, { ...key, "form-token": tokenOf(form) }, { ...behindNginx, cookie })).status).toBe(
    403,
  );
  const keys = await send(`${url}/admin/keys`, { headers: { host: behindNginx.host, cookie } });
  const token = { "form-token": tokenOf(keys) };
  const made = await sendForm(change, { ...key, ...token }, { ...behindNginx, cookie });
  expect(made.headers.location).toBe("/admin/keys?made=1");

  // Now a key is needed; what the pages themselves ask goes on.
  const page = await send(url + ESTIMATE, { headers: { host: behindNginx.host } });
  const what = (headers: Record<string, string>) =>
    send(url + HOUSE, {
      method: "POST",
      headers: { "content-type": "application/json", ...behindNginx, ...headers },
      body: JSON.stringify(house),
    });
  expect((await what({})).status).toBe(401);
  expect((await what({ "x-form-token": tokenOf(page), cookie: page.cookies })).status).toBe(200);
  expect((await what({ host: "intranet.test" })).status).toBe(200);

  const receipt = /name="receipt" value="([^"]+)"/.exec(page.text)![1]!;
  const outcome = { receipt, actual: "95,000", "form-token": tokenOf(page) };
  const told = await sendForm(`${url}/models/house-price/outcome`, outcome, { ...behindNginx, cookie: page.cookies });
  expect(told.headers.location).toBe(ESTIMATE);
  expect(String(told.headers["set-cookie"])).toMatch(/^glasshouse-outcome=.*; HttpOnly; SameSite=Strict$/);
  const after = { host: behindNginx.host, cookie: `${page.cookies}; ${told.cookies}` };
  expect((await send(url + ESTIMATE, { headers: after })).text).toContain("is saved and will count");

  const out = await sendForm(`${url}/admin/logout`, token, { ...behindNginx, cookie });
  expect([out.status, out.headers.location]).toEqual([303, "/admin/keys"]);
  const again = await send(`${url}/admin/keys`, { headers: { host: behindNginx.host, cookie } });
  expect(again.text).toContain("Owner login");
});

for (const [name, door] of Object.entries(doors)) {
  test(`the ${name} takes a form by the host that the browser has asked for, and otherwise by its token`, async () => {
    const form = await send(`${door}/admin/keys`);
    const token = { "form-token": tokenOf(form) };
    const cases: [headers: Record<string, string>, byHost: boolean][] = [
      [{ origin: "http://intranet.test" }, false],
      [{ origin: "http://intranet.test:8080", host: "intranet.test" }, false],
      [{ origin: "http://intranet.test", host: "intranet.test:80" }, true],
      [{ origin: "https://intranet.test", "x-forwarded-host": "intranet.test, 10.0.0.5" }, true],
      [{ origin: "http://intranet.test", "x-forwarded-host": "intranet.test" }, true],
      [{ origin: "null" }, false],
      [{}, false],
    ];
    // Of nobody's: the outcome of no receipt leads back to the form.
    const address = `${door}/models/house-price/outcome`;
    for (const [headers, byHost] of cases) {
      const about = JSON.stringify(headers);
      expect((await sendForm(address, { receipt: "" }, headers)).status, about).toBe(byHost ? 303 : 403);
      expect((await sendForm(address, token, { ...headers, cookie: form.cookies })).status, about).toBe(303);
      expect((await sendForm(address, token, headers)).status, about).toBe(byHost ? 303 : 403);
      const foreign = { ...headers, cookie: form.cookies, "sec-fetch-site": "cross-site" };
      expect((await sendForm(address, token, foreign)).status, about).toBe(403);
    }
  });
}

test("300 wrong passwords at once: no more than five are looked at, and a fault of a form is no fault of ours", async ({
  start,
}) => {
  test.slow();
  const { server, stopped, address } = start({ PORT: "0", DATA_DIR: "none", ADMIN_PASSWORD: PASSWORD });
  const url = await address;
  const own = { "sec-fetch-site": "same-origin" };
  const attempts = Array.from({ length: 300 }, (_, count) =>
    sendForm(
      `${url}/admin/login`,
      { password: `wrong ${count}` },
      { ...own, "x-forwarded-for": `192.0.2.${count % 250}` },
    ),
  );
  const outcomes = (await Promise.all(attempts)).map(({ headers }) => headers.location);
  expect(outcomes.filter((to) => to === "/admin/keys?login=wrong").length).toBeLessThanOrEqual(5);
  expect(new Set(outcomes)).toEqual(new Set(["/admin/keys?login=wrong", "/admin/keys?login=throttled"]));

  const forms = [
    "/admin/login",
    "/admin/logout",
    "/admin/keys/change",
    "/models/house-price/outcome",
    "/",
    "/admin/keys",
  ];
  const types = ["multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", ""];
  for (const path of [...forms, "/models/__proto__/outcome"]) {
    for (const type of types) {
      const headers = { ...own, ...(type && { "content-type": type }) };
      const { status } = await send(url + path, { method: "POST", headers, body: "--x\r\nContent-Disp" });
      expect([400, 404, 405, 415], `${path} ${type}`).toContain(status);
    }
    const action = { ...own, "next-action": "x", "content-type": "multipart/form-data" };
    expect((await send(url + path, { method: "POST", headers: action, body: "x" })).status).toBeLessThan(500);
  }
  server.kill("SIGTERM");
  expect((await stopped).output).not.toMatch(/^\s+at |"stack"|Error:/m);
});

for (const [name, door] of Object.entries(doors)) {
  test(`the ${name} takes names that every object has for names that nobody has given`, async () => {
    test.slow();
    for (const given of ["__proto__", "constructor"]) {
      const query = `login=${given}&days=${given}&level=${given}&format=${given}&outcome=${given}&revoke=${given}&${given}=1`;
      const paths = ["/", "/compare", "/admin/keys", "/monitoring", "/monitoring/house-price", "/pipeline", "/docs"];
      paths.push(
        "/models/house-price",
        "/models/house-price/estimate",
        "/models/house-price/api",
        "/models/house-price/card",
      );
      paths.push("/models/house-price/batch", "/api/models/house-price/export", "/api/models/house-price/monitoring");
      for (const path of paths) expect((await send(`${door}${path}?${query}`)).status, path).toBeLessThan(500);
      const unknown = [`/models/${given}`, `/models/${given}/estimate`, `/compare/${given}`, `/monitoring/${given}`];
      unknown.push(
        `/api/models/${given}`,
        `/api/models/${given}/export`,
        `/v2/models/${given}`,
        `/models/${given}/card`,
      );
      for (const path of unknown) expect((await send(`${door}${path}`)).status, path).toBe(404);
    }
  });
}
