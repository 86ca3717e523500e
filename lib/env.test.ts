import { resolve } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describeMisspelt, env, listenAt, SettingsError } from "./env";

const names = ["HOST", "PORT", "MODEL_DIR", "DEFAULT_MODEL", "RATE_LIMIT", "TRUST_PROXY", "BODY_LIMIT", "API_KEYS"];
names.push("CORS_ORIGINS", "METRICS_TOKEN", "LOG_LEVEL", "DATABASE_URL", "DATA_DIR", "SECRET_KEY", "ADMIN_PASSWORD");
names.push("SHOW_MODEL", "WEB_CONCURRENCY", "LOG_DAYS", "LOG_SAMPLE", "SHADOW_SHARE", "LOG_INPUTS", "SIMULATION");

const SECRETS = ["API_KEYS", "METRICS_TOKEN", "DATABASE_URL", "SECRET_KEY", "ADMIN_PASSWORD", "ALERT_WEBHOOK"];
SECRETS.push("REVIEWER_PASSWORD");

beforeEach(() => {
  for (const name of names) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

test("nothing set listens on this machine alone, on port 3000, with the models of the working directory", () => {
  expect(env()).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, MODEL_DIR: resolve("model") });
});

test("nothing set limits each client, asks for no key, and trusts neither proxies nor other sites", () => {
  expect(env()).toMatchObject({ RATE_LIMIT: 600, BODY_LIMIT: 1048576, TRUST_PROXY: 0, LOG_LEVEL: "info" });
  expect(env()).toMatchObject({ API_KEYS: [], CORS_ORIGINS: [] });
  expect(env().METRICS_TOKEN).toBeUndefined();
  expect(env().DEFAULT_MODEL).toBeUndefined();
});

test("nothing set remembers in .data, keeps every prediction for 90 days with its inputs, and lets nobody administer", () => {
  expect(env()).toMatchObject({ DATA_DIR: resolve(".data"), LOG_DAYS: 90, LOG_SAMPLE: 1, LOG_INPUTS: true });
  const { DATABASE_URL, SECRET_KEY, ADMIN_PASSWORD } = env();
  expect([DATABASE_URL, SECRET_KEY, ADMIN_PASSWORD]).toEqual([undefined, undefined, undefined]);
});

test("DATA_DIR none is no folder", () => {
  vi.stubEnv("DATA_DIR", "none");
  expect(env().DATA_DIR).toBeUndefined();
});

test("a share and an answer are read as what they are", () => {
  vi.stubEnv("LOG_SAMPLE", "0.25");
  vi.stubEnv("LOG_INPUTS", "no");
  expect(env()).toMatchObject({ LOG_SAMPLE: 0.25, LOG_INPUTS: false });
});

test("lists are separated by commas, with or without spaces", () => {
  vi.stubEnv("API_KEYS", `${"a".repeat(64)}, ${"B".repeat(64)}`);
  vi.stubEnv("CORS_ORIGINS", "https://example.com,http://localhost:5173");
  expect(env().API_KEYS).toEqual(["a".repeat(64), "B".repeat(64)]);
  expect(env().CORS_ORIGINS).toEqual(["https://example.com", "http://localhost:5173"]);
});

test("numbers are read as numbers, and 0 is one", () => {
  vi.stubEnv("RATE_LIMIT", "0");
  vi.stubEnv("TRUST_PROXY", "1");
  vi.stubEnv("BODY_LIMIT", "4096");
  expect(env()).toMatchObject({ RATE_LIMIT: 0, TRUST_PROXY: 1, BODY_LIMIT: 4096 });
});

test("REVIEWER_PASSWORD must be another password than ADMIN_PASSWORD, and neither is repeated", () => {
  vi.stubEnv("ADMIN_PASSWORD", "correct horse");
  vi.stubEnv("REVIEWER_PASSWORD", "correct horse ");
  expect(env).toThrow(new SettingsError("REVIEWER_PASSWORD must be another password than ADMIN_PASSWORD"));
  vi.stubEnv("REVIEWER_PASSWORD", "battery staple");
  expect(env()).toMatchObject({ REVIEWER_PASSWORD: "battery staple", APPROVALS: false });
});

test.each([
  ["RATE_LIMIT", "-1", "must be a whole number from 0 to 1000000"],
  ["RATE_LIMIT", "ten", "must be a whole number from 0 to 1000000"],
  ["TRUST_PROXY", "true", "must be a whole number from 0 to 10"],
  ["BODY_LIMIT", "0", "must be a whole number from 1 to 1073741824"],
  ["API_KEYS", "secret", "must be SHA-256 digests in hex, separated by commas"],
  ["API_KEYS", `${"a".repeat(64)},`, "must be SHA-256 digests in hex, separated by commas"],
  ["CORS_ORIGINS", "example.com", "must be origins such as https://example.com, separated by commas, or *"],
  ["CORS_ORIGINS", "https://example.com/", "must be origins such as https://example.com, separated by commas, or *"],
  ["LOG_LEVEL", "loud", "must be debug, info, warn, error or silent"],
  ["DATABASE_URL", "mysql://localhost", "must begin with postgres://"],
  ["SECRET_KEY", "short", "must be at least 32 characters, not counting blanks at either end"],
  ["SECRET_KEY", " ".repeat(40), "must be at least 32 characters, not counting blanks at either end"],
  ["ADMIN_PASSWORD", "1234567", "must be at least 8 characters, not counting blanks at either end"],
  ["ADMIN_PASSWORD", " ".repeat(9), "must be at least 8 characters, not counting blanks at either end"],
  ["REVIEWER_PASSWORD", "1234567", "must be at least 8 characters, not counting blanks at either end"],
  ["APPROVALS", "yes", "must be 0 or 1"],
  ["METRICS_TOKEN", " ", "must be one word without blanks"],
  ["METRICS_TOKEN", "two words", "must be one word without blanks"],
  ["API_KEYS", ",", "must be SHA-256 digests in hex, separated by commas"],
  ["API_KEYS", " ", "must be SHA-256 digests in hex, separated by commas"],
  ["SHOW_MODEL", "everyone", "must be everybody, keys or nobody"],
  ["WEB_CONCURRENCY", "0", "must be a whole number from 1 to 64"],
  ["ALERT_WEBHOOK", "ftp://example.com", "must be an address such as https://example.com/hook"],
  ["LOG_DAYS", "-1", "must be a whole number from 0 to 36500"],
  ["LOG_SAMPLE", "1.5", "must be a number from 0 to 1"],
  ["LOG_SAMPLE", "10%", "must be a number from 0 to 1"],
  ["SHADOW_SHARE", "2", "must be a number from 0 to 1"],
  ["LOG_INPUTS", "maybe", "must be yes or no"],
  ["DEFAULT_MODEL", "House Price", "must be the id of a model"],
])("%s %j is refused by name, and its value is repeated unless it is a secret", (name, value, needs) => {
  vi.stubEnv(name, value);
  const shown = SECRETS.includes(name) ? "" : `; it is ${JSON.stringify(value)}`;
  expect(env).toThrow(new SettingsError(`${name} ${needs}${shown}`));
});

test("a long value is cut and stays on one line", () => {
  vi.stubEnv("RATE_LIMIT", `1\n${"2".repeat(1_000)}`);
  expect(env).toThrow(`RATE_LIMIT must be a whole number from 0 to 1000000; it is "1\\n${"2".repeat(78)}"`);
});

test("a port that is handed out is listened to from outside, unless a host is set", () => {
  vi.stubEnv("PORT", "8080");
  expect(env()).toMatchObject({ HOST: "0.0.0.0", PORT: 8080 });
  vi.stubEnv("HOST", "::1");
  expect(env()).toMatchObject({ HOST: "::1", PORT: 8080 });
});

test("listenAt({ host, port }) takes the place of HOST and PORT, and a port alone opens nothing to other machines", () => {
  vi.stubEnv("HOST", "");
  vi.stubEnv("PORT", "");
  listenAt({ port: "8080" });
  expect(env()).toMatchObject({ HOST: "127.0.0.1", PORT: 8080 });
  listenAt({ host: "0.0.0.0" });
  expect(env()).toMatchObject({ HOST: "0.0.0.0", PORT: 8080 });
  listenAt({ port: "http" });
  expect(env).toThrow("PORT must be a whole number from 0 to 65535");
});

test("an empty variable counts as not set", () => {
  vi.stubEnv("HOST", "");
  vi.stubEnv("PORT", "");
  expect(env()).toMatchObject({ HOST: "127.0.0.1", PORT: 3000 });
});

test.each(["http", "-1", "65536", "80.5", "0x50", " 80", "1e3"])("PORT %j is refused by name", (port) => {
  vi.stubEnv("PORT", port);
  expect(env).toThrow(new SettingsError(`PORT must be a whole number from 0 to 65535; it is ${JSON.stringify(port)}`));
});

test("every variable at fault is named, one line each", () => {
  vi.stubEnv("HOST", "http://localhost");
  vi.stubEnv("PORT", "http");
  expect(env).toThrow(
    new SettingsError(
      'HOST must be an address or the name of a host; it is "http://localhost"\nPORT must be a whole number from 0 to 65535; it is "http"',
    ),
  );
});

test.each([
  ["RATE_LIMT", "RATE_LIMIT"],
  ["ADMIN_PASWORD", "ADMIN_PASSWORD"],
  ["MODEL_DIRS", "MODEL_DIR"],
  ["DATABASE_URI", "DATABASE_URL"],
  ["rate_limit", "RATE_LIMIT"],
])("describeMisspelt() finds %s, which was meant for %s", (name, near) => {
  vi.stubEnv(name, "1");
  expect(describeMisspelt()).toEqual([`${name} is no setting and changes nothing; did you mean ${near}?`]);
});

test("describeMisspelt() leaves settings alone, and what platforms and shells set", () => {
  for (const name of ["RATE_LIMIT", "ADMIN_PASSWORD", "SECRET_KEY"]) vi.stubEnv(name, "1");
  for (const name of [
    "GLASSHOUSE_PORT",
    "GLASSHOUSE_SERVICE_HOST",
    "GLASSHOUSE_PORT_80_TCP",
    "HOSTNAME",
    "PORTS",
    "POST",
  ])
    vi.stubEnv(name, "tcp://10.0.0.1:80");
  expect(describeMisspelt()).toEqual([]);
});
