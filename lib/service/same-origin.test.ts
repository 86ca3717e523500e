import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startProcess, stopApp } from "../testing/app";
import { SESSION_COOKIE } from "./admin-session";
import { FORM_COOKIE } from "./form-token-names";

const NOW = Date.UTC(2026, 0, 15);
const SETTINGS = { SECRET_KEY: "a secret of at least thirty-two characters" };

/** The functions as a process with these settings has them. */
async function start(settings: Record<string, string> = SETTINGS) {
  startProcess(settings);
  const { isFromOwnPage } = await import("./same-origin");
  const { FORM_SECONDS, makeFormToken } = await import("./form-token");
  const ask = (headers: Record<string, string>, token = "", now = NOW) =>
    isFromOwnPage((name) => headers[name], token, now);
  return { ask, FORM_SECONDS, makeFormToken };
}
beforeEach(() => void vi.stubEnv("DATA_DIR", "none"));
afterEach(stopApp);

/** What a proxy leaves that passes on neither the host nor where the form comes from. */
const LOST = { host: "127.0.0.1:3000", origin: "http://intranet.test" };

describe("isFromOwnPage(header, token, now) goes by the headers", () => {
  it.each<[Record<string, string>, boolean]>([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "cross-site", origin: "https://here.example", host: "here.example" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: "https://here.example", host: "here.example" }, true],
    [{ origin: "https://here.example", host: "HERE.example" }, true],
    [{ origin: "https://here.example", host: "10.0.0.1:3000", "x-forwarded-host": "here.example" }, true],
    [{ origin: "https://here.example", host: "10.0.0.1:3000", forwarded: 'for=1.2.3.4;host="here.example"' }, true],
    [{ origin: "http://here.example", host: "here.example:80" }, true],
    [{ origin: "https://here.example", host: "here.example:443" }, true],
    [{ origin: "https://here.example", host: "here.example:80" }, false],
    [{ origin: "https://here.example", "x-forwarded-host": "here.example, 10.0.0.5" }, true],
    [{ origin: "https://here.example", "x-forwarded-host": "10.0.0.5, here.example" }, false],
    [{ origin: "http://here.example:8080", host: "here.example:8080" }, true],
    // Another port of the same host may be another site.
    [{ origin: "http://here.example:8080", host: "here.example" }, false],
    [{ origin: "https://there.example", host: "here.example" }, false],
    [{ origin: "https://here.example.there.example", host: "here.example" }, false],
    [{ origin: "null", host: "here.example" }, false],
    [{ origin: "file://", host: "" }, false],
    [{ host: "here.example" }, false],
    [LOST, false],
  ])("%j: %s", async (headers, own) => {
    expect(await (await start()).ask(headers)).toBe(own);
  });
});

describe("isFromOwnPage(header, token, now) goes by the token of the page where no header tells", () => {
  it("with the cookie that came with it, until it expires", async () => {
    const { ask, makeFormToken, FORM_SECONDS } = await start();
    const { token, cookie } = await makeFormToken(undefined, NOW);
    const cookies = { cookie: `a=b; ${FORM_COOKIE}=${cookie}` };
    const unknown: Record<string, string>[] = [
      LOST,
      { host: "here.example" },
      { origin: "null" },
      { "sec-fetch-site": "none" },
    ];
    for (const headers of unknown) expect(await ask({ ...headers, ...cookies }, token)).toBe(true);
    expect(await ask({ ...LOST, ...cookies }, token, NOW + FORM_SECONDS * 1000 - 1)).toBe(true);
    expect(await ask({ ...LOST, ...cookies }, token, NOW + FORM_SECONDS * 1000)).toBe(false);
  });

  it("never against a browser that says the form is of another site", async () => {
    const { ask, makeFormToken } = await start();
    const { token, cookie } = await makeFormToken(undefined, NOW);
    expect(await ask({ "sec-fetch-site": "cross-site", cookie: `${FORM_COOKIE}=${cookie}` }, token)).toBe(false);
  });

  it("not without the cookie, with that of another page, or with either changed", async () => {
    const { ask, makeFormToken } = await start();
    const { token, cookie } = await makeFormToken(undefined, NOW);
    const other = await makeFormToken(undefined, NOW);
    expect(await ask(LOST, token)).toBe(false);
    for (const sent of ["", "x", other.cookie, `${cookie.slice(1)}A`, `${cookie} `.repeat(2)])
      expect(await ask({ ...LOST, cookie: `${FORM_COOKIE}=${sent}` }, token), sent).toBe(false);
    const [until = "", signature = ""] = token.split(".");
    const later = `${Number(until) + 1}.${signature}`;
    for (const sent of ["", ".", other.token, later, `${token}x`, `${until}.`, `__proto__.${signature}`])
      expect(await ask({ ...LOST, cookie: `${FORM_COOKIE}=${cookie}` }, sent), sent).toBe(false);
  });

  it("not with a token that was made for another session of the owner, or for none", async () => {
    const { ask, makeFormToken } = await start();
    const { token, cookie } = await makeFormToken(undefined, NOW);
    const cookies = `${FORM_COOKIE}=${cookie}; ${SESSION_COOKIE}=session`;
    expect(await ask({ ...LOST, cookie: cookies }, token)).toBe(false);
    const owners = await makeFormToken(cookies, NOW);
    expect(await ask({ ...LOST, cookie: cookies }, owners.token)).toBe(true);
  });

  it("from every instance with the same secret, and from this process where there is none", async () => {
    const first = await start();
    const { token, cookie } = await first.makeFormToken(undefined, NOW);
    const headers = { ...LOST, cookie: `${FORM_COOKIE}=${cookie}` };
    expect(await (await start()).ask(headers, token)).toBe(true);
    expect(await (await start({ SECRET_KEY: "another secret of thirty-two characters" })).ask(headers, token)).toBe(
      false,
    );
    const alone = await start({ SECRET_KEY: "" });
    const own = await alone.makeFormToken(headers.cookie, NOW);
    expect(await alone.ask(headers, own.token)).toBe(true);
    expect(await (await start({ SECRET_KEY: "" })).ask(headers, own.token)).toBe(false);
  });
});

describe("makeFormToken(cookies, now)", () => {
  it("keeps the cookie that a browser has, and makes one in the place of anything else", async () => {
    const { makeFormToken } = await start();
    const { cookie } = await makeFormToken(undefined, NOW);
    expect((await makeFormToken(`${FORM_COOKIE}=${cookie}`, NOW)).cookie).toBe(cookie);
    for (const sent of ["", "x".repeat(1_000), "__proto__", "a b"])
      expect((await makeFormToken(`${FORM_COOKIE}=${sent}`, NOW)).cookie).toMatch(/^[\w-]{22}$/);
  });
});
