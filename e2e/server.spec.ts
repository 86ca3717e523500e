import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { Agent, get, request, type IncomingMessage } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect } from "@playwright/test";
import { standalone, test } from "./own-server";

test("settings that cannot be used are named, one line each, and nothing is served", async ({ start }) => {
  const { stopped } = start({ HOST: "http://localhost", PORT: "http" });
  expect(await stopped).toEqual({
    code: 2,
    output:
      'HOST must be an address or the name of a host; it is "http://localhost"\nPORT must be a whole number from 0 to 65535; it is "http"\n',
  });
});

test("a blank secret ends the start without being repeated", async ({ start }) => {
  const needs = "must be at least 8 characters, not counting blanks at either end";
  const { stopped } = start({ PORT: "0", ADMIN_PASSWORD: "         " });
  expect(await stopped).toEqual({ code: 2, output: `ADMIN_PASSWORD ${needs}\n` });
});

test("a misspelt setting and a default model that is not there are warned of, and the server starts", async ({
  start,
}) => {
  const settings = { RATE_LIMT: "5", DEFAULT_MODEL: "hose-price", GLASSHOUSE_PORT: "tcp://10.0.0.1:80" };
  const { server, stopped, address } = start({ PORT: "0", DATA_DIR: "none", LOG_LEVEL: "silent", ...settings });
  await address;
  server.kill("SIGTERM");
  const { code, output } = await stopped;
  expect(code).toBe(0);
  const warnings = [
    "RATE_LIMT is no setting and changes nothing; did you mean RATE_LIMIT?",
    "DEFAULT_MODEL is hose-price, and there is no such model; set it to one of house-price, house-price-hedonic, salary",
  ];
  expect(output).toContain(`${warnings.join("\n")}\n`);
  expect(output).not.toContain("GLASSHOUSE_PORT");
});

test("a port that is in use is said in one line", async ({ start }) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { stopped } = start({ PORT: String(port) });
  expect(await stopped).toEqual({ code: 3, output: `port ${port} is in use; set PORT to another\n` });
  other.close();
});

test("the build is complete: moved elsewhere, it serves pages, styles, public files and the API", async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
  await cp(standalone, folder, { recursive: true, verbatimSymlinks: true });
  const address = await start({ PORT: "0" }, folder).address;
  const page = await (await fetch(`${address}/models/salary`)).text();
  expect(page).toContain("<form");
  const style = /\/_next\/static\/[^"]+\.css/.exec(page)?.[0];
  for (const path of [style, "/icon.svg", "/api/models/salary"]) {
    expect((await fetch(address + path)).status, path).toBe(200);
  }
  await rm(folder, { recursive: true });
});

test("told to stop, it finishes what it is answering, takes nothing new and leaves with 0", async ({ start }) => {
  const { server, stopped, address } = start({ PORT: "0" });
  const url = await address;
  const status = (path: string) => fetch(url + path).then((response) => response.status);
  const upload = request(`${url}/api/models/salary/predict`, {
    method: "POST",
    headers: { "content-type": "application/json" },
  });
  upload.write('{"experience":2,"test_score":9,');
  expect(await status("/api/health/ready")).toBe(200);

  server.kill("SIGTERM");
  const refusal = () => status("/api/health/live").catch((error: Error) => error.cause);
  await expect.poll(refusal).toMatchObject({ code: "ECONNREFUSED" });
  upload.end('"interview_score":6}');
  const [response] = (await once(upload, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  expect(JSON.parse(await text(response)).estimate).toBeCloseTo(52062.76112208, 8);
  expect(await stopped).toMatchObject({ code: 0 });
});

test("a server that is stopped loses no request of clients that keep their connections", async ({ start }) => {
  const { server, stopped, address } = start({ PORT: "0", DRAIN_SECONDS: "5", RATE_LIMIT: "0" });
  const url = await address;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const outcomes = new Map<string, number>();
  const ask = (path: string) =>
    new Promise<number>((answered, failed) => {
      get(url + path, { agent }, (response) => response.resume().on("end", () => answered(response.statusCode!))).on(
        "error",
        failed,
      );
    });
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  let going = true;
  const clients = Array.from({ length: 8 }, async () => {
    while (going) {
      await ask("/api/models/salary").then(
        (status) => count(String(status)),
        (error: NodeJS.ErrnoException) => count(error.code ?? error.message),
      );
    }
  });
  await expect.poll(() => outcomes.get("200"), { timeout: 20_000 }).toBeGreaterThan(20);
  server.kill("SIGTERM");
  server.kill("SIGTERM");
  await expect.poll(() => ask("/api/health/ready")).toBe(503);
  // A load balancer takes a while to see that, and goes elsewhere before the listener closes.
  await setTimeout(500);
  going = false;
  await Promise.all(clients);
  expect([...outcomes.keys()]).toEqual(["200"]);
  expect((await stopped).code).toBe(0);
});

/** What a server answers to bytes on a connection of their own, as text. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes, "latin1");
  return text(socket);
}

test("one door: what asks for another protocol, has no Host or is written oddly is answered, before a page and after", async ({
  start,
}) => {
  const url = await start({ PORT: "0", RATE_LIMIT: "1000" }).address;
  for (const path of ["/api/models", "/docs", "/api/models", "/docs"]) {
    const response = await new Promise<IncomingMessage>((resolve) =>
      get(url + path, { headers: { connection: "Upgrade", upgrade: "h2c" }, agent: false }, resolve),
    );
    expect([path, response.statusCode]).toEqual([path, 200]);
    response.destroy();
  }
  for (const path of ["/", "/docs", "/api/health/ready", "/metrics"]) {
    expect(await sendRaw(url, `GET ${path} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  }
  const close = "Host: a\r\nConnection: close\r\n\r\n";
  for (const path of [
    "/./api/models",
    "//api/models",
    "/%61pi/models",
    "/_next/../api/models",
    "http://b/api/models",
  ]) {
    const answer = await sendRaw(url, `GET ${path} HTTP/1.1\r\nX-Forwarded-For: 192.0.2.1\r\n${close}`);
    expect(answer, path).toMatch(/^HTTP\/1\.1 200 [^]*ratelimit: /i);
  }
  for (const path of ["/%", "/models/%", "/models/%C0%AE", "/%00", "*"]) {
    expect(await sendRaw(url, `GET ${path} HTTP/1.1\r\n${close}`), path).toMatch(/^HTTP\/1\.1 400 /);
  }
});

test("started from another folder, it serves the models beside it", async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-elsewhere-"));
  const address = await start({ PORT: "0", DATA_DIR: "none" }, folder, [], resolve(standalone)).address;
  expect((await fetch(`${address}/api/health/ready`)).status).toBe(200);
  await rm(folder, { recursive: true });
});
