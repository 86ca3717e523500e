import { Agent, request as send, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { estimateSchema } from "../lib/api/resources/predict/schema";
import { modelCardSchema, modelListSchema } from "../lib/api/resources/models/schema";
import { problemSchema } from "../lib/api/problem/schema";
import { badRequests, HOUSE, house, toRequest, type BadRequest } from "../lib/testing/api";
import { doors } from "./doors";

const SALARY = "/api/models/salary/predict";
const applicant = { experience: 2, test_score: 9, interview_score: 6 };
const tensors = Object.entries(applicant).map(([name, value]) => {
  return { name, shape: [1], datatype: "FP64", data: [value] };
});
const csv = `${Object.keys(applicant).join(",")}\n${Object.values(applicant).join(",")}\n`;
const MEGABYTE = 2 ** 20;

function post(door: string, path: string, body: unknown) {
  return fetch(door + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

interface Upload {
  megabytes: number;
  /** Milliseconds to wait after each megabyte. */
  wait?: number;
  chunked?: boolean;
}

/**
 * Send a large body as many clients do: all of it first, and only then a look at the answer. The next request goes
 * over the same connection, which must still be in order.
 */
async function upload(door: string, { megabytes, wait = 0, chunked = false }: Upload) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method: string, path: string, headers: OutgoingHttpHeaders) => {
    const request = send(door + path, { agent, method, headers });
    const response = new Promise<IncomingMessage>((resolve, reject) =>
      request.on("response", resolve).on("error", reject),
    );
    return { request, response };
  };
  const length = chunked ? { "transfer-encoding": "chunked" } : { "content-length": megabytes * MEGABYTE };
  const { request, response } = call("POST", HOUSE, { "content-type": "application/json", ...length });
  for (let sent = 0; sent < megabytes; sent++) {
    await new Promise<void>((resolve, reject) => {
      request.write(Buffer.alloc(MEGABYTE, " "), (error) => (error ? reject(error) : resolve()));
    });
    await pause(wait);
  }
  request.end();
  const answer = await response;
  const problem = problemSchema.parse(JSON.parse(await text(answer)));

  const next = call("GET", "/api/health/live", {});
  next.request.end();
  const alive = await text(await next.response);
  agent.destroy();
  return {
    status: answer.statusCode,
    type: answer.headers["content-type"],
    problem,
    alive,
    reused: next.request.reusedSocket,
  };
}

for (const [name, door] of Object.entries(doors)) {
  test.describe(`the API through the door ${name}`, () => {
    test("estimates a house as R does, with the range of brute force", async () => {
      const answer = estimateSchema.parse(await (await post(door, HOUSE, house)).json());
      expect(answer.estimate).toBeCloseTo(90242.690714523, 8);
      expect(answer.interval!.low).toBeCloseTo(61882.083672, 5);
      expect(answer.interval!.high).toBeCloseTo(118603.297757, 5);
      expect(answer.confidence!.probability).toBeCloseTo(0.346154, 6);
      expect(answer.baseline).toBeCloseTo(68121.59707, 5);
      const sum = answer.contributions!.reduce((total, { amount }) => total + amount, answer.baseline!);
      expect(Math.abs(sum / answer.estimate - 1)).toBeLessThan(1e-9);
    });

    test("gives the textbook salary to every digit", async () => {
      const answer = estimateSchema.parse(await (await post(door, SALARY, applicant)).json());
      expect(answer.estimate).toBeCloseTo(52062.76112208, 8);
    });

    test("lists the models and gives each one's card", async () => {
      const { models } = modelListSchema.parse(await (await fetch(`${door}/api/models`)).json());
      expect(models.map(({ id }) => id)).toEqual(["house-price", "house-price-hedonic", "salary"]);
      for (const { links, version } of models) {
        const card = modelCardSchema.parse(await (await fetch(door + links.self)).json());
        expect(card.version).toBe(version);
      }
    });

    test("is live and ready", async () => {
      expect(await (await fetch(`${door}/api/health/live`)).json()).toEqual({ status: "live" });
      expect(await (await fetch(`${door}/api/health/ready`)).json()).toEqual({
        status: "ready",
        models: 3,
        store: "ok",
      });
    });

    test("gives each answer a request id of its own, or the caller's", async () => {
      const ids = await Promise.all(
        [1, 2].map(async () => (await fetch(`${door}/api/models`)).headers.get("x-request-id")),
      );
      expect(ids[0]).toMatch(/^[\w-]{13,}$/);
      expect(ids[0]).not.toBe(ids[1]);
      const named = await fetch(`${door}/api/nowhere`, { headers: { "x-request-id": "order-17" } });
      expect(named.headers.get("x-request-id")).toBe("order-17");
    });

    for (const bad of badRequests) {
      test(`answers with a problem that says what is needed: ${bad.name}`, async () => {
        const response = await fetch(door + (bad.path ?? HOUSE), toRequest(bad));
        expect(response.status).toBe(bad.status);
        expect(response.headers.get("content-type")).toBe("application/problem+json");
        expect(problemSchema.parse(await response.json()).errors).toEqual(bad.errors);
      });
    }

    const uploads: Record<string, Upload> = {
      "of 10 MB": { megabytes: 10 },
      "of 10 MB whose length is not declared": { megabytes: 10, chunked: true },
      "of 10 MB from a slow sender": { megabytes: 10, wait: 150 },
      "a little over the limit": { megabytes: 2 },
    };
    for (const [size, body] of Object.entries(uploads)) {
      test(`refuses a body ${size}, and the connection lives on`, async () => {
        const { status, type, problem, alive, reused } = await upload(door, body);
        expect(status).toBe(413);
        expect(type).toBe("application/problem+json");
        expect(problem.detail).toBe("the body must be at most 1,048,576 bytes");
        expect(alive).toBe('{"status":"live"}');
        expect(reused).toBe(true);
      });
    }
  });
}

test.describe("both doors give the same bytes", () => {
  const good = (name: string, path: string, body: unknown) => ({ name, path, body: JSON.stringify(body), status: 200 });
  const get = (path: string) => ({ name: `GET ${path}`, method: "GET", path, status: 200 });
  const requests: BadRequest[] = [
    good("a house", HOUSE, house),
    good("a house at another level", `${HOUSE}?level=0.95`, house),
    good("a house far from all that were sold", HOUSE, { ...house, area: 50000, bedrooms: 1, stories: 6 }),
    good("an applicant", SALARY, applicant),
    get("/api/models"),
    get("/api/models/house-price"),
    get("/api/models/salary"),
    get("/api/health/live"),
    get("/api/health/ready"),
    { name: "HEAD", method: "HEAD", path: "/api/models", status: 200 },
    { name: "OPTIONS", method: "OPTIONS", path: HOUSE, status: 204 },
    ...["/v2", "/v2/health/ready", "/v2/models/salary", "/v2/models/salary/ready", "/ping", "/version"].map(get),
    get("/api/models/salary/export?format=json"),
    { name: "an export of nothing", method: "GET", path: "/api/models/salary/export", status: 422 },
    good("an applicant as tensors", "/v2/models/salary/infer", { id: "7", inputs: tensors }),
    good("an applicant as a record", "/invocations?model=salary", { dataframe_records: [applicant] }),
    { ...good("an applicant as CSV", "/invocations?model=salary", ""), type: "text/csv", body: csv },
    { name: "no tensors", path: "/v2/models/salary/infer", body: "{}", status: 400 },
    { name: "no record", path: "/invocations?model=salary", body: "{}", status: 400 },
    { name: "nothing of the protocol", method: "GET", path: "/v2/nowhere", status: 404 },
    { name: "the API's own address", method: "GET", path: "/api", status: 404 },
    ...badRequests,
  ];

  for (const request of requests) {
    test(request.name, async () => {
      const answers = Object.values(doors).map(async (door) => {
        const response = await fetch(door + (request.path ?? HOUSE), toRequest(request));
        const { status, headers } = response;
        return {
          status,
          type: headers.get("content-type"),
          allow: headers.get("allow"),
          // A receipt is another one each time.
          body: Buffer.from(await response.arrayBuffer())
            .toString("latin1")
            .replace(/"receipt":"[\w.-]+"/, ""),
        };
      });
      const [first, second] = await Promise.all(answers);
      expect(first!.status).toBe(request.status);
      expect(second).toEqual(first);
    });
  }
});
