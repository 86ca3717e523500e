import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BATCH, HOUSE, house } from "../testing/api";
import { startApp, stopApp } from "../testing/app";
import { sendRaw } from "../testing/raw";

const HEADER = "area,bedrooms,bathrooms,stories,guest_rooms,basement,parking";
const TABLE = `${HEADER}\n6000,3,2,2,no,yes,1\n`;
const ROW = JSON.stringify(house);
/** So short that a test waits for it, so long that a busy machine does not meet it by chance. */
const IDLE = 1_500;

let server: Server;
let impatient: Server;
let hasty: Server;
let lines: () => Record<string, unknown>[];
/** What reached the pages: the address and what the headers say of the client. */
let seen: { url?: string; from?: unknown; protocol?: unknown; names: string[] }[] = [];

function pages(request: IncomingMessage, response: ServerResponse): void {
  const { url, headers } = request;
  seen.push({
    url,
    from: headers["x-forwarded-for"],
    protocol: headers["x-forwarded-proto"],
    names: Object.keys(headers),
  });
  request.resume();
  response.end("a page");
}

beforeAll(async () => {
  ({ lines } = await startApp({ LOG_LEVEL: "info", RATE_LIMIT: "100000" }));
  const { answerApi: api } = await import("./answer-api");
  const { createFrontDoor } = await import("./front-door");
  server = createFrontDoor({ api, pages }).listen(0, "127.0.0.1");
  impatient = createFrontDoor({ api, pages }, { idle: IDLE }).listen(0, "127.0.0.1");
  hasty = createFrontDoor({ api, pages }, { headers: 100 }).listen(0, "127.0.0.1");
  await Promise.all([once(hasty, "listening"), once(server, "listening"), once(impatient, "listening")]);
});
afterAll(() => {
  for (const started of [server, impatient, hasty]) started.close().closeAllConnections();
  stopApp();
});
beforeEach(() => {
  seen = [];
});

const CLOSE = "Host: a.example\r\nConnection: close\r\n";
const get = (target: string, headers = CLOSE, version = "1.1", method = "GET") =>
  sendRaw(server, `${method} ${target} HTTP/${version}\r\n${headers}\r\n`);
const post = (path: string, type: string, body: string, headers = CLOSE, version = "1.1") =>
  sendRaw(
    server,
    `POST ${path} HTTP/${version}\r\n${headers}Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
const faults = () => lines().filter(({ level }) => level === "error");

it("takes conditions from requests for pages and files that Next answers 500 where they do not hold", async () => {
  const conditions = "If-Match: x\r\nIf-Unmodified-Since: x\r\nRange: bytes=9-\r\nIf-Range: x\r\nIf-None-Match: x\r\n";
  await get("/icon.svg", CLOSE + conditions);
  expect(seen[0]!.names).toContain("if-none-match");
  for (const name of ["if-match", "if-unmodified-since", "range", "if-range"])
    expect(seen[0]!.names).not.toContain(name);
});

describe("over HTTP/1.0, as nginx speaks it", () => {
  it.each(["", "Host: a.example\r\n", "Host: a.example\r\nConnection: close\r\n", "Connection: keep-alive\r\n"])(
    "answers tables, lines and predictions with the headers %j, without a trailer",
    async (headers) => {
      const table = await post(BATCH, "text/csv", TABLE, headers, "1.0");
      expect(table.statuses).toEqual([200]);
      expect(table.text).toMatch(/\r\n\r\narea,.*,error\n6000,3,2,2,no,yes,1,\d+\.\d+,.*\n$/s);
      expect(table.text).not.toMatch(/trailer|chunked/i);
      const row = await post(BATCH, "application/x-ndjson", ROW, headers, "1.0");
      expect(row.statuses).toEqual([200]);
      expect(row.text).toMatch(/\{"summary":\{"rows":1,.*\}\n$/);
      const known = (text: string) => /\r\n\r\n.*\}$/s.test(text);
      const body = `POST ${HOUSE} HTTP/1.0\r\n${headers}Content-Type: application/json\r\nContent-Length: ${ROW.length}\r\n\r\n${ROW}`;
      expect((await sendRaw(server, body, known)).statuses).toEqual([200]);
    },
  );

  it.each(["/api/health/live", "/api/models", "/metrics", "/ping", "/v2/health/live", "/docs"])(
    "answers %s without a Host, as HAProxy's health check asks for it",
    async (path) => {
      expect((await get(path, "", "1.0")).statuses).toEqual([200]);
      expect((await get(path, "", "1.0", "HEAD")).statuses).toEqual([200]);
    },
  );
});

describe("a Host", () => {
  it.each(["a", "a.example:443", "A.Example", "_a.b", "[::1]:80", "", "1.2.3.4"])(
    "such as %j is taken",
    async (host) => {
      const headers = `Host: ${host}\r\nConnection: close\r\n`;
      expect((await get("/api/models", headers)).statuses).toEqual([200]);
      expect((await get("/docs", headers)).statuses).toEqual([200]);
    },
  );

  it.each(["a b", "a/b", "[::1", "a:b", "user@a", "a?b", "a#b", "%zz", "a\\b", "\xe9", "a,b", "x".repeat(4000)])(
    "such as %j is refused, as a problem and as a line",
    async (host) => {
      const headers = `Host: ${host}\r\nConnection: close\r\n`;
      const problem = await get("/api/models", headers);
      expect(problem.statuses).toEqual([400]);
      expect(problem.text).toMatch(/application\/problem\+json.*"type":"\/docs#broken-request".*header Host/s);
      const line = await get("/docs", headers);
      expect(line.statuses).toEqual([400]);
      expect(line.text).toMatch(/text\/plain.*the request is broken: the header Host/s);
    },
  );

  it.each(["256.1.1.1:80", "a:99999", "0x7F.1"])(
    "such as %j, which only looks like one, is a problem",
    async (host) => {
      const { statuses, text } = await get("/api/models", `Host: ${host}\r\nConnection: close\r\n`);
      expect(statuses).toEqual([400]);
      expect(text).toContain('"type":"/docs#broken-request"');
    },
  );

  it("that is sent twice is refused; one that is missing over HTTP/1.1 too", async () => {
    expect((await get("/api/models", `Host: b.example\r\n${CLOSE}`)).statuses).toEqual([400]);
    expect((await get("/docs", `Host: a.example\r\n${CLOSE}`)).statuses).toEqual([400]);
    expect((await get("/api/models", "")).statuses).toEqual([400]);
  });
});

describe("a wish to speak another protocol", () => {
  const upgrades = {
    h2c: "Host: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n",
    websocket: "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
  };
  const send = (asked: string[]) =>
    new Promise<number[]>((resolve) => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      const statuses: number[] = [];
      let text = "";
      socket.setEncoding("latin1").on("data", (part: string) => {
        text += part;
        // Each request is sent when the one before is answered, as clients do that keep a connection.
        const answered = /^HTTP\/1\.1 (\d{3}) .*?\r\n\r\n(?:.*\}|.*a page|.*\r\n0\r\n.*\r\n\r\n)$/s.exec(text);
        if (!answered) return;
        statuses.push(Number(answered[1]));
        text = "";
        next();
      });
      socket.on("close", () => resolve(statuses));
      const next = () => {
        const [head, body] = asked.shift()?.split("\r\n\r\n") ?? [];
        if (head === undefined) return void socket.destroy();
        socket.write(`${head}\r\n\r\n`, () => socket.write(body!));
      };
      next();
    });
  const last = `GET /api/health/live HTTP/1.1\r\n${CLOSE}\r\n`;
  it.each(Object.entries(upgrades))("(%s) changes nothing, with a body or without", async (_, headers) => {
    const asked = [
      `GET /api/models HTTP/1.1\r\n${headers}\r\n`,
      `GET /docs HTTP/1.1\r\n${headers}\r\n`,
      `POST ${HOUSE} HTTP/1.1\r\n${headers}Content-Type: application/json\r\nContent-Length: ${ROW.length}\r\n\r\n${ROW}`,
      `POST ${BATCH} HTTP/1.1\r\n${headers}Content-Type: text/csv\r\nContent-Length: ${TABLE.length}\r\n\r\n${TABLE}`,
    ];
    expect(await send([...asked, last])).toEqual([200, 200, 200, 200, 200]);
  });
});

describe("a target", () => {
  it.each(["/./api/models", "//api/models", "/%61pi/models", "/x/../api/models", "http://b.example/api/models"])(
    "written as %s is the API's, with its limit and its name in the metrics",
    async (target) => {
      const before = lines().length;
      const { statuses, text } = await get(target);
      expect(statuses).toEqual([200]);
      expect(text).toMatch(/^ratelimit: /im);
      expect(lines().slice(before)).toMatchObject([{ route: "/api/models", status: 200 }]);
      expect(seen).toEqual([]);
    },
  );

  it.each([
    ["http://b.example/docs?x", "/docs?x"],
    ["//docs", "/docs"],
    ["/a/../%6dodels/x", "/models/x"],
    ["/%2561pi/models", "/%2561pi/models"],
    ["/api%2fmodels", "/api%2fmodels"],
  ])("written as %s reaches the pages as %s", async (target, url) => {
    expect((await get(target)).statuses).toEqual([200]);
    expect(seen).toMatchObject([{ url }]);
  });

  it.each(["/api/%", "/api/%zz", "/api/models/%C0%AE", "/api/%00", "/api\\models", "/\\api/models"])(
    "%s is a problem",
    async (target) => {
      const { statuses, text } = await get(target);
      expect(statuses).toEqual([400]);
      expect(text).toContain('"type":"/docs#broken-request"');
    },
  );

  it.each(["/%", "/models/%zz", "/%C0%AE", "/%00", "*", "ftp://a/b", "http:///docs"])(
    "%s is refused",
    async (target) => {
      expect((await get(target)).statuses).toEqual([400]);
      expect(seen).toEqual([]);
    },
  );

  it("that is too long is 431", async () => {
    expect((await get(`/${"a".repeat(20_000)}`)).statuses).toEqual([431]);
  });
});

describe("a method", () => {
  it("that a page does not take is 405, and OPTIONS names those that it takes", async () => {
    for (const method of ["TRACE", "PROPFIND", "PURGE", "DELETE", "PUT"]) {
      const { statuses, text } = await get("/docs", CLOSE, "1.1", method);
      expect([method, statuses]).toEqual([method, [405]]);
      expect(text).toContain("Allow: GET, HEAD, POST, OPTIONS\r\n");
      expect((await get("/api/models", CLOSE, "1.1", method)).statuses).toEqual([405]);
    }
    for (const target of ["*", "/docs"]) expect((await get(target, CLOSE, "1.1", "OPTIONS")).statuses).toEqual([204]);
    expect((await get("a.example:443", CLOSE, "1.1", "CONNECT")).statuses).toEqual([405]);
    for (const method of ["FOO", "get", "TRACK"])
      expect((await get("/docs", CLOSE, "1.1", method)).statuses).toEqual([400]);
    expect(seen).toEqual([]);
  });
});

describe("what is no good HTTP", () => {
  const head = `POST ${HOUSE} HTTP/1.1\r\n${CLOSE}Content-Type: application/json\r\n`;
  it.each([
    ["a coding that is not chunked", `${head}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`, 400],
    ["only another coding", `${head}Transfer-Encoding: gzip\r\n\r\nabc`, 400],
    ["a length and chunks", `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ["two lengths", `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`, 400],
    ["a length below 0", `${head}Content-Length: -5\r\n\r\n`, 400],
    ["a broken chunk", `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n`, 400],
    ["another expectation", `${head}Expect: other\r\nContent-Length: 2\r\n\r\n{}`, 417],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["the beginning of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    ["too many bytes of headers", `${head}X: ${"y".repeat(20_000)}\r\n\r\n`, 431],
  ])("such as %s is %s", async (_, bytes, status) => {
    const { statuses, text } = await sendRaw(server, bytes as string);
    expect(statuses).toEqual([status]);
    expect(text).not.toContain("    at ");
  });

  it("is no fault of ours in the log, nor is a client that leaves in the middle", async () => {
    const begun = `${head.replace(HOUSE, BATCH)}Content-Length: 100\r\n\r\n{"area"`;
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const before = lines().length;
    socket.end(begun);
    socket.resume();
    await once(socket, "close");
    await expect.poll(() => lines().slice(before)).toMatchObject([{ status: 400 }]);
    expect(faults()).toEqual([]);
  });

  it("but Expect: 100-continue is", async () => {
    const { statuses, text } = await sendRaw(
      server,
      `${head}Expect: 100-continue\r\nContent-Length: ${ROW.length}\r\n\r\n${ROW}`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n/);
    expect(statuses).toEqual([200]);
  });
});

describe("forwarded headers", () => {
  it("reach pages as one address and one protocol, and say nothing while no proxy is trusted", async () => {
    await get("/docs", `${CLOSE}X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-Proto: https\r\n`);
    expect(seen).toMatchObject([{ url: "/docs", from: "127.0.0.1", protocol: "http" }]);
    const { text } = await get("/api/models", `${CLOSE}X-Forwarded-Proto: https\r\n`);
    expect(text).not.toMatch(/strict-transport-security/i);
  });
});

describe("a connection on which nothing moves", () => {
  const open = (to = impatient) => {
    const socket: Socket = connect((to.address() as AddressInfo).port, "127.0.0.1");
    let text = "";
    socket.setEncoding("latin1").on("data", (part: string) => (text += part));
    socket.on("error", () => undefined);
    return { socket, closed: new Promise<string>((resolve) => socket.on("close", () => resolve(text))) };
  };
  const head = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const warnings = () => lines().flatMap(({ level, msg }) => (level === "warn" ? [String(msg)] : []));

  it("in the middle of a table is cut off, which the last row and the log say", async () => {
    const { socket, closed } = open();
    // More than a block, so that the answer has begun.
    socket.write(head(BATCH, "text/csv") + chunk(TABLE + "6000,3,2,2,no,yes,1\n".repeat(20_000)));
    const text = await closed;
    expect(text).toContain("HTTP/1.1 200 OK");
    // The last chunk is missing, so that nobody takes the part for the whole.
    expect(text).toMatch(/nothing more of the body arrived for too long\n\r\n$/);
    expect(warnings()).toContain(`POST ${BATCH} is cut off: for 2 s the client sends nothing`);
  });

  it("before the answer has begun gets 408", async () => {
    for (const [path, type] of [
      [BATCH, "text/csv"],
      [HOUSE, "application/json"],
    ] as const) {
      const { socket, closed } = open();
      socket.write(head(path, type) + chunk('"area'));
      expect(await closed).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    }
    expect(faults()).toEqual([]);
  });

  it("in the middle of the headers gets 408", async () => {
    const { socket, closed } = open(hasty);
    socket.write("GET /docs HTTP/1.1\r\nHost: a\r\n");
    expect(await closed).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  });

  it("because the client takes nothing is cut off", async () => {
    const { socket } = open();
    socket.pause();
    const rows = chunk("6000,3,2,2,no,yes,1\n".repeat(10_000));
    socket.write(head(BATCH, "text/csv") + chunk(`${HEADER}\n`));
    const fill = () => {
      while (!socket.destroyed && socket.write(rows));
    };
    socket.on("drain", fill);
    fill();
    await expect
      .poll(warnings, { timeout: 20_000 })
      .toContain(`POST ${BATCH} is cut off: for 2 s the client takes nothing`);
    socket.destroy();
  });

  it("is kept while bytes move, however long it takes", async () => {
    const { socket, closed } = open();
    socket.write(head(BATCH, "text/csv") + chunk(`${HEADER}\n`));
    // Altogether longer than what an idle one is given.
    for (let part = 0; part < 20; part++) {
      await new Promise((moved) => setTimeout(moved, IDLE / 15));
      socket.write(chunk("6000,3,2,2,no,yes,1\n"));
    }
    socket.write("0\r\n\r\n");
    expect(await closed).toMatch(/\r\n0\r\nRows: 20\r\n/);
  });
});
