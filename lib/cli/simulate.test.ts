import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startCommand } from "../testing/command";

interface Call {
  path: string;
  time: string;
  authorization: string | undefined;
  body: string;
}

type Answer = (call: Call, response: ServerResponse) => void;

/** Runs the command against a server that answers as told, and gives what both have seen. */
async function run(args: string[], answer: Answer, path = "") {
  const calls: Call[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const body = await text(request);
    const time = String(request.headers["x-simulated-time"]);
    const call = { path: request.url!, time, authorization: request.headers.authorization, body };
    calls.push(call);
    answer(call, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const child = startCommand(["simulate", "house-price", "--url", url, ...args]);
  try {
    const [out, error, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve) => child.on("close", resolve)),
    ]);
    return { out, error, code, calls, url };
  } finally {
    server.close();
  }
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

/** Gives every row a receipt but refuses the first of each day. */
const estimates: Answer = ({ path, body }, response) =>
  path === "/api/outcomes"
    ? json(response, 200, {})
    : json(response, 200, {
        results: (JSON.parse(body) as { rows: unknown[] }).rows.map((_, index) =>
          index === 0 ? { estimate: null } : { estimate: 1, receipt: `receipt-${index}` },
        ),
      });

test("each day is one batch and one file of outcomes by receipt, dated back, the refused left out", async () => {
  const { out, code, calls } = await run(["--days", "3", "--rows", "4", "--key", "secret"], estimates);
  expect(code).toBe(0);
  expect(out).toMatch(/^sent 12 predictions and 9 outcomes; see http.*\/monitoring\n$/);
  expect(calls.map(({ path }) => path)).toEqual(
    Array(3).fill(["/api/models/house-price/predict/batch", "/api/outcomes"]).flat(),
  );
  const times = calls.map(({ time }) => Date.parse(time) / 86_400_000);
  expect([times[1]! - times[0]!, times[2]! - times[0]!, times[4]! - times[0]!]).toEqual([0, 1, 2]);
  expect(calls[1]!.body).toMatch(/^receipt,actual\nreceipt-1,[\d.]+\nreceipt-2,[\d.]+\nreceipt-3,[\d.]+\n$/);
  expect(calls.every(({ authorization }) => authorization === "Bearer secret")).toBe(true);
});

test("a server under a path is asked there", async () => {
  const under: Answer = ({ path, ...call }, response) =>
    estimates({ ...call, path: path.replace("/glasshouse", "") }, response);
  const { out, code, calls, url } = await run(["--days", "1", "--rows", "2"], under, "/glasshouse");
  expect([code, out]).toEqual([0, `sent 2 predictions and 1 outcome; see ${url}/monitoring\n`]);
  const paths = ["/glasshouse/api/models/house-price/predict/batch", "/glasshouse/api/outcomes"];
  expect(calls.map(({ path }) => path)).toEqual(paths);
});

test("a server that is busy is asked again when it says, and a refusal ends the run in its words", async () => {
  let busy = true;
  const { code, calls } = await run(["--days", "1", "--rows", "2"], (call, response) => {
    if (!busy) return estimates(call, response);
    busy = false;
    json(response, 429, { detail: "slow down" }, { "retry-after": "1" });
  });
  expect([code, calls.length]).toEqual([0, 3]);
  const refused = await run(["--days", "1"], (_, response) =>
    json(response, 403, { detail: "simulated time needs SIMULATION=1 where the server runs" }),
  );
  expect([refused.code, refused.calls.length]).toEqual([3, 1]);
  expect(refused.error).toBe(
    "/api/models/house-price/predict/batch answered 403: simulated time needs SIMULATION=1 where the server runs\n",
  );
});

test.each([
  [["--days", "0"], "--days must be a whole number from 1 to 1000\n"],
  [["--drift", "area"], "drift must be a name and a change, such as area:+20% or bedrooms:+1\n"],
])("%j is refused before anything is sent", async (args, message) => {
  const { error, code, calls } = await run(args, estimates);
  expect([error, code, calls.length]).toEqual([message, 2, 0]);
});
