import { afterEach, expect, test } from "vitest";
import { startProcess, stopApp } from "../testing/app";

afterEach(stopApp);

async function start(TRUST_PROXY: string) {
  startProcess({ TRUST_PROXY });
  return import("./forwarded");
}
const read = (headers: Record<string, string>) => (name: string) => headers[name];

test("forwardedProtocol(header, socket) goes by the socket, and by X-Forwarded-Proto only where a proxy is trusted", async () => {
  const https = read({ "x-forwarded-proto": "https" });
  const { forwardedProtocol: alone } = await start("0");
  expect(alone(https, {})).toBe("http");
  expect(alone(read({}), { encrypted: true })).toBe("https");
  const { forwardedProtocol: behind } = await start("1");
  expect(behind(https, {})).toBe("https");
  expect(behind(read({}), {})).toBe("http");
});

test.each([
  ["https,http", "https"],
  [" , HTTPS , http", "https"],
  ["http, https", "http"],
  ["httpsx", "http"],
  ["", "http"],
])("forwardedProtocol(header) of %j is %s: the first counts", async (value, protocol) => {
  const { forwardedProtocol } = await start("2");
  expect(forwardedProtocol(read({ "x-forwarded-proto": value }), {})).toBe(protocol);
});

test("forwardedProtocol(header) takes the header's word where there is no socket to be seen", async () => {
  const { forwardedProtocol } = await start("0");
  expect(forwardedProtocol(read({ "x-forwarded-proto": "https" }))).toBe("https");
});

test("forwardedHost(header) is the first that a trusted proxy names, or Host, and never what is no host", async () => {
  const headers = { host: "10.0.0.1:3000", "x-forwarded-host": "a.example:8080, 10.0.0.5" };
  const { forwardedHost: alone } = await start("0");
  expect(alone(read(headers))).toBe("10.0.0.1:3000");
  expect(alone(read({ host: "a b" }))).toBeUndefined();
  expect(alone(read({}))).toBeUndefined();
  const { forwardedHost: behind } = await start("1");
  expect(behind(read(headers))).toBe("a.example:8080");
  expect(behind(read({ ...headers, "x-forwarded-host": "a/b" }))).toBe("10.0.0.1:3000");
  expect(behind(read({ host: "[2001:db8::1]:443" }))).toBe("[2001:db8::1]:443");
});
