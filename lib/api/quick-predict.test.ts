import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterEach, describe, expect, it } from "vitest";
import { badRequests, HOUSE, house, toRequest, type BadRequest } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";

/** The digest of the key foo. */
const FOO = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  closing.push(() => new Promise((done) => server.close(done).closeAllConnections()));
  await once(server, "listening");
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

/** The app alone, and the app with the shorter way in front, which tells how often it asks the app. */
async function start(settings: Record<string, string> = {}) {
  const started = await startAppWithStore(settings);
  const { answerQuickly, prepareToAnswer } = await import("./quick-predict");
  const app = getRequestListener(started.app.fetch);
  const asked = { app: 0 };
  const alone = await listen(app);
  const quick = await listen(
    answerQuickly((incoming, outgoing) => {
      asked.app++;
      return app(incoming, outgoing);
    }),
  );
  closing.push(() => started.stop());
  const ask = (door: URL, { path = HOUSE, ...request }: Partial<BadRequest> = {}) => {
    const body = request.method === "GET" ? undefined : JSON.stringify(house);
    return fetch(new URL(path, door), toRequest({ name: "", status: 0, body, ...request }));
  };
  // Until the models, the keys and the secret are at hand, the app answers.
  await prepareToAnswer();
  await ask(alone);
  return { ...started, alone, quick, asked, ask };
}

/** An answer without what differs each time. */
async function comparable(response: Response) {
  const { date, "x-request-id": id, ...headers } = Object.fromEntries(response.headers);
  expect([date, id]).toEqual([expect.any(String), expect.stringMatching(/^[\w-]+$/)]);
  const text = await response.text();
  const receipt = /"receipt":"[^.]+\.([^.]+)\./.exec(text)?.[1];
  const { jti, iat, ...said } = receipt ? JSON.parse(Buffer.from(receipt, "base64url").toString()) : {};
  expect([typeof jti, typeof iat]).toEqual(receipt ? ["string", "number"] : ["undefined", "undefined"]);
  // Its length varies with the time and the name that it holds.
  if (receipt) delete headers["content-length"];
  return { status: response.status, headers, said, text: text.replace(/"receipt":"[^"]+"/, "") };
}

const plain: Partial<BadRequest>[] = [
  {},
  { body: JSON.stringify({ ...house, area_per_bedroom: 2_000 }) },
  { path: `${HOUSE}?level=0.95` },
  { path: "/api/models/salary/predict", body: '{"experience": 2, "test_score": 9, "interview_score": 6}' },
  { body: ` ${JSON.stringify({ ...house, area: 20_000 })}\n` },
  { body: JSON.stringify({ ...house, area: 50_000, bedrooms: 1, stories: 6 }) },
  { headers: { "x-request-id": "order-17", traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" } },
];

describe("the shorter way to a prediction", () => {
  it("answers a plain request as the app does, without asking it", async () => {
    const { alone, quick, asked, ask } = await start();
    for (const request of plain) {
      expect(await comparable(await ask(quick, request))).toEqual(await comparable(await ask(alone, request)));
    }
    expect(asked.app).toBe(0);
  });

  it("leaves whatever is wrong to the app, which gets the whole request", async () => {
    const { alone, quick, asked, ask } = await start();
    for (const request of badRequests) {
      const before = asked.app;
      const [short, long] = [await ask(quick, request), await ask(alone, request)];
      expect(short.status, request.name).toBe(request.status);
      expect(await comparable(short), request.name).toEqual(await comparable(long));
      expect(asked.app - before, request.name).toBe(1);
    }
  });

  it.each<[string, Partial<BadRequest>]>([
    ["whose content type has a parameter", { type: "application/json; charset=utf-8" }],
    ["that fills the most that is read at once", { body: JSON.stringify(house).padEnd(20_000) }],
  ])("leaves a request %s to the app, which answers it", async (_, request) => {
    const { quick, asked, ask } = await start();
    expect((await ask(quick, request)).status).toBe(200);
    expect(asked.app).toBe(1);
  });

  it.each([
    ["its type twice", "Host: x\r\nContent-Type: application/json\r\nContent-Type: text/plain", 415],
    [
      "two keys",
      "Host: x\r\nContent-Type: application/json\r\nAuthorization: Bearer foo\r\nAuthorization: Bearer",
      401,
    ],
    ["a host that is none", "Host: a b\r\nContent-Type: application/json", 400],
    ["no host", "Content-Type: application/json", 400],
  ])("leaves a request with %s to the app, which refuses it", async (_, headers, status) => {
    const { quick, asked } = await start({ API_KEYS: status === 401 ? FOO : "" });
    const body = JSON.stringify(house);
    const socket = connect(Number(quick.port), "127.0.0.1");
    // HTTP/1.0 alone may come without a host.
    socket.write(`POST ${HOUSE} HTTP/1.0\r\n${headers}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(asked.app).toBe(1);
  });

  it.each(["", "*", "https://here.example", "https://here.example,https://there.example"])(
    "answers a page of any origin as the app does where CORS_ORIGINS is %j",
    async (origins) => {
      const { alone, quick, asked, ask } = await start({ CORS_ORIGINS: origins });
      for (const origin of [undefined, "https://here.example", "https://there.example", "https://elsewhere.example"]) {
        const request: Partial<BadRequest> = { headers: origin ? { origin } : {} };
        expect(await comparable(await ask(quick, request))).toEqual(await comparable(await ask(alone, request)));
      }
      expect(asked.app).toBe(0);
    },
  );

  it("takes a key where the app does, and lets the app refuse what is none", async () => {
    const { alone, quick, asked, ask } = await start({ API_KEYS: FOO });
    const taken: Record<string, string>[] = [
      { "x-api-key": "foo" },
      { authorization: "Bearer foo" },
      { "sec-fetch-site": "same-origin" },
    ];
    for (const headers of taken) {
      expect(await comparable(await ask(quick, { headers }))).toEqual(await comparable(await ask(alone, { headers })));
    }
    expect(asked.app).toBe(0);
    const refused: Record<string, string>[] = [{}, { "x-api-key": "bar" }, { authorization: "Basic foo" }];
    const statuses = [];
    for (const headers of refused) {
      statuses.push((await ask(quick, { headers })).status);
    }
    expect(statuses).toEqual([401, 403, 401]);
    expect(asked.app).toBe(3);
  });

  it("takes a key of the store until it is revoked", async () => {
    const { quick, asked, ask } = await start();
    const { endApiKey, makeApiKey, readApiKeys } = await import("../service/api-keys");
    const headers = { "x-api-key": await makeApiKey("a script", ["predict"]) };
    expect((await ask(quick, { headers })).status).toBe(200);
    const before = asked.app;
    expect((await ask(quick, { headers })).status).toBe(200);
    expect(asked.app).toBe(before);
    await endApiKey((await readApiKeys())[0]!.id);
    await makeApiKey("another", ["predict"]);
    expect((await ask(quick, { headers })).status).toBe(403);
    expect((await ask(quick, { headers })).status).toBe(403);
  });

  it("takes keys, pages of another origin and the log together, with a limit", async () => {
    const { alone, quick, asked, ask, lines } = await start({
      API_KEYS: FOO,
      CORS_ORIGINS: "https://here.example",
      LOG_LEVEL: "info",
      RATE_LIMIT: "100",
    });
    const request = { headers: { "x-api-key": "foo", origin: "https://here.example", "x-request-id": "order-17" } };
    const [long, short] = [await comparable(await ask(alone, request)), await comparable(await ask(quick, request))];
    expect([short, long].map(({ headers }) => headers["access-control-allow-origin"])).toEqual([
      "https://here.example",
      "https://here.example",
    ]);
    const left = ({ headers }: typeof long) => ({ ...headers, ratelimit: headers.ratelimit!.replace(/r=\d+/, "r") });
    expect({ ...short, headers: left(short) }).toEqual({ ...long, headers: left(long) });
    expect(lines().filter(({ requestId }) => requestId === "order-17")).toHaveLength(2);
    expect(asked.app).toBe(0);
  });

  it("counts towards the limit of the app, refuses past it, and logs no estimate that it refuses", async () => {
    const { quick, ask } = await start({ RATE_LIMIT: "3" });
    const seen: unknown[] = [];
    for (let count = 0; count < 3; count++) {
      const { status, headers } = await ask(quick);
      seen.push([status, headers.get("ratelimit"), headers.get("ratelimit-policy")]);
    }
    expect(seen).toEqual([
      [200, '"default";r=1;t=60', '"default";q=3;w=60'],
      [200, '"default";r=0;t=60', '"default";q=3;w=60'],
      [429, '"default";r=0;t=60', '"default";q=3;w=60'],
    ]);
    const { countWaiting } = await import("../service/prediction-log");
    expect(countWaiting()).toBe(3);
  });

  it("takes no larger body than the app does", async () => {
    const { quick, ask } = await start({ BODY_LIMIT: "1024" });
    expect((await ask(quick, { body: JSON.stringify(house).padEnd(1_025) })).status).toBe(413);
  });

  it("is counted and logged as the app's answers are, and is in the log of predictions", async () => {
    const { alone, quick, ask, lines } = await start({ LOG_LEVEL: "info" });
    for (const door of [alone, quick]) await ask(door, { headers: { "x-request-id": "order-17" } });
    const [, long, short] = lines();
    expect({ ...short, time: 0, milliseconds: 0 }).toEqual({ ...long, time: 0, milliseconds: 0 });
    expect(short!.requestId).toBe("order-17");
    const metrics = await (await fetch(new URL("/metrics", alone))).text();
    expect(metrics).toContain(
      'http_request_duration_seconds_count{method="POST",route="/api/models/:model/predict",status="200"} 3',
    );
    expect(metrics).toMatch(/glasshouse_predictions_total\{model="house-price",version="\w+",outcome="estimate"\} 3/);
    const { countWaiting } = await import("../service/prediction-log");
    expect(countWaiting()).toBe(3);
  });

  it("takes a body in pieces, and a client that leaves in the middle does no harm", async () => {
    const { quick, asked, ask } = await start();
    const body = JSON.stringify(house);
    const head = `POST ${HOUSE} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
    const send = async (pieces: string[]) => {
      const socket = connect(Number(quick.port), "127.0.0.1");
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((wake) => setTimeout(wake, 20));
      }
      return socket;
    };
    (await send([`${head}\r\n`, body.slice(0, 30)])).destroy();
    const socket = await send([`${head}Connection: close\r\n\r\n`, body.slice(0, 30), body.slice(30)]);
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"estimate":90242\.69/);
    expect((await ask(quick)).status).toBe(200);
    expect(asked.app).toBe(0);
  });
});
