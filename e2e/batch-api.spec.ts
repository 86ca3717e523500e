import { once } from "node:events";
import { request as send, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { BATCH, house } from "../lib/testing/api";
import { doors } from "./doors";

const HEADER = "area,bedrooms,bathrooms,stories,guest_rooms,basement,parking\n";
const ROW = "6000,3,2,2,no,yes,1\n";

function open(door: string, type: string, path = BATCH) {
  const request = send(door + path, { method: "POST", headers: { "content-type": type } });
  const response = once(request, "response").then(([answer]) => answer as IncomingMessage);
  return { request, response };
}

for (const [name, door] of Object.entries(doors)) {
  test.describe(`a batch through the door ${name}`, () => {
    test("is answered while it comes in, and every row has its place", async () => {
      const { request, response } = open(door, "text/csv");
      const half = ROW.repeat(50_000);
      request.write(HEADER + half);
      const answer = await response;
      expect(answer.statusCode).toBe(200);
      answer.setEncoding("utf8");
      let received = "";
      answer.on("data", (part: string) => (received += part));
      await expect.poll(() => received.split("\n").length).toBeGreaterThan(1_000);
      request.end(half + "0,3,2,2,no,yes,1\n");
      await once(answer, "end");
      const lines = received.trimEnd().split("\n");
      expect(lines).toHaveLength(100_002);
      expect(lines[0]).toBe(`${HEADER.trim()},estimate,low,high,within_10,warnings,error`);
      expect(new Set(lines.slice(1, -1)).size).toBe(1);
      expect(lines.at(-1)).toContain("lot area must be between 500 and 50,000 sq ft");
      if (name === "server") {
        expect(answer.trailers).toEqual({
          rows: "100001",
          "rows-scored": "100000",
          "rows-refused": "0",
          "rows-bad": "1",
        });
      }
    });

    test("of JSON lines is answered line by line", async () => {
      const { request, response } = open(door, "application/x-ndjson");
      request.write(`${JSON.stringify(house)}\n`);
      const answer = await response;
      const [first] = (await once(answer, "data")) as [Buffer];
      expect(JSON.parse(first.toString()).estimate).toBeCloseTo(90242.690714523, 6);
      request.end(`${JSON.stringify({ ...house, area: "large" })}\n`);
      const lines = (await text(answer)).trimEnd().split("\n");
      expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(["estimate", "summary"]);
    });

    test("is taken and given with gzip", async () => {
      const headers = { "content-type": "text/csv", "content-encoding": "gzip", "accept-encoding": "gzip" };
      const request = send(door + BATCH, { method: "POST", headers });
      request.end(gzipSync(HEADER + ROW.repeat(10)));
      const [answer] = (await once(request, "response")) as [IncomingMessage];
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      if (name === "server") expect(answer.headers["content-encoding"]).toBe("gzip");
      const text = answer.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
      expect(text.toString().trimEnd().split("\n")).toHaveLength(11);
    });

    test("is refused before any row where a column is missing", async () => {
      const { request, response } = open(door, "text/csv");
      request.end(`area\n6000\n`);
      const answer = await response;
      expect(answer.statusCode).toBe(422);
      expect(await text(answer)).toContain("there must be a column bedrooms for bedrooms");
    });

    test("of a client that goes away holds nothing up", async () => {
      const { request, response } = open(door, "text/csv");
      request.on("error", () => undefined);
      request.write(HEADER + ROW.repeat(50_000));
      (await response).on("error", () => undefined);
      request.destroy();
      const next = await fetch(`${door}/api/health/live`);
      expect(await next.json()).toEqual({ status: "live" });
    });
  });
}

test("the same batch and the same SELECT have the same bytes through both doors", async () => {
  const asked = Object.values(doors).map(async (door) => {
    const headers = { "content-type": "text/csv" };
    const areas = Array.from({ length: 500 }, (_, index) => `${600 + 31 * index}${ROW.slice(4)}`);
    const batch = await fetch(door + BATCH, { method: "POST", headers, body: HEADER + areas.join("") });
    const sql = await fetch(`${door}/api/models/house-price/export?format=sql&dialect=postgres&table=t&level=0.9`);
    return [batch.status, await batch.text(), sql.status, await sql.text()];
  });
  const [server, next] = await Promise.all(asked);
  expect(server![0]).toBe(200);
  expect(server![2]).toBe(200);
  expect(next).toEqual(server);
});
