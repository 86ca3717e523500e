import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { app } from "../../app";
import { startApp, stopApp } from "../../../testing/app";
import { BATCH, HOUSE, house } from "../../../testing/api";

const TYPE = { "content-type": "application/x-ndjson" };

afterEach(stopApp);

function post(body: BodyInit, headers: Record<string, string> = {}, query = "", asked = app, env = {}) {
  const init = { method: "POST", headers: { ...TYPE, ...headers }, body, duplex: "half" };
  return asked.request(BATCH + query, init as RequestInit, env);
}
async function readUntilBroken(response: Response) {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(part);
    return { text, broken: false };
  } catch {
    return { text, broken: true };
  }
}
const toLines = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const fromLines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("each line is answered as predict answers it, in order, with its errors where it is at fault, and summed up", async () => {
  const far = { ...house, area: 50000, bedrooms: 1 };
  const response = await post(`${toLines([house, far])}{"area": "large"}\r\n\nnot JSON\n${JSON.stringify(house)}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  const lines = fromLines(await response.text());
  const alone = (row: unknown) =>
    app.request(HOUSE, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(row) });
  expect(lines[0]).toEqual(await (await alone(house)).json());
  expect(lines[1]).toEqual(await (await alone(far)).json());
  expect(lines[2].errors).toContainEqual({ pointer: "#/area", detail: "lot area must be a number" });
  expect(lines[3]).toEqual({
    estimate: null,
    errors: [{ pointer: "#", detail: "the line must be a JSON object in UTF-8" }],
  });
  expect(lines[4]).toEqual(lines[0]);
  expect(lines[5]).toEqual({
    summary: {
      rows: 5,
      scored: 2,
      refused: 1,
      refusals: { estimate_not_positive: 0, too_far_from_training: 1 },
      bad: 2,
      extrapolated: 0,
    },
  });
});

test("a row is answered before the next one is sent", async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const asked = post(readable);
  const encode = (row: unknown) => new TextEncoder().encode(toLines([row]));
  void writer.write(encode(house));
  const reader = (await asked).body!.pipeThrough(new TextDecoderStream()).getReader();
  expect(JSON.parse((await reader.read()).value!).estimate).toBeGreaterThan(0);
  void writer.write(encode({ ...house, area: 5000 }));
  expect(JSON.parse((await reader.read()).value!).contributions[0].value).toBe(5000);
  void writer.close();
  expect(JSON.parse((await reader.read()).value!).summary.rows).toBe(2);
});

test("a client that leaves ends the reading of what it sends", async () => {
  let pulled = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new TextEncoder().encode(toLines(Array(100).fill(house))));
    },
    cancel() {
      cancelled = true;
    },
  });
  const reader = (await post(body)).body!.getReader();
  await reader.read();
  await reader.cancel();
  await expect.poll(() => cancelled).toBe(true);
  expect(pulled).toBeLessThan(1_000);
});

test("gzip is read and written, and a trailer sums up, where the server itself answers", async () => {
  const body = gzipSync(toLines([house, house]));
  let trailers = {};
  const outgoing = { useChunkedEncodingByDefault: true, addTrailers: (fields: object) => void (trailers = fields) };
  const response = await post(body, { "content-encoding": "gzip", "accept-encoding": "gzip" }, "", app, { outgoing });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  expect(fromLines(text)[2].summary.rows).toBe(2);
  expect(trailers).toEqual({ Rows: "2", "Rows-Scored": "2", "Rows-Refused": "0", "Rows-Bad": "0" });
});

test.each([
  ["another compression", "x", { "content-encoding": "br" }, 415, "the body must be sent as it is or with gzip"],
  [
    "what is not gzip",
    "not gzip",
    { "content-encoding": "gzip" },
    422,
    "the body must be whole and compressed with gzip",
  ],
  [
    "a gzip bomb",
    gzipSync(Buffer.alloc(2 ** 24)),
    { "content-encoding": "gzip" },
    413,
    "the body must not expand to more than 100 times its size",
  ],
  [
    "a bomb of short lines",
    gzipSync(Buffer.alloc(2 ** 24, "\n")),
    { "content-encoding": "gzip" },
    413,
    "the body must not expand to more than 100 times its size",
  ],
  ["a line without end", "x".repeat(2 ** 20 + 2), {}, 413, "each line must be at most 1,048,576 bytes"],
  ["nothing", "", {}, 400, "the body must have the inputs of a row in each line, as a JSON object"],
])("refuses %s", async (_, body, headers, status, detail) => {
  const response = await post(body as BodyInit, headers as Record<string, string>);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ status, detail });
});

test("a table that expands too much has its first rows answered, and a last line that says why no more are", async () => {
  const body = gzipSync(toLines(new Array(100_000).fill(house)));
  const { text, broken } = await readUntilBroken(await post(body, { "content-encoding": "gzip" }));
  expect(broken).toBe(true);
  const lines = fromLines(text);
  expect(lines.length).toBeLessThan(20_000);
  expect(lines[0].estimate).toBeCloseTo(90242.690714523, 8);
  expect(lines.at(-1).errors).toEqual([
    { pointer: "#", detail: "the body must not expand to more than 100 times its size" },
  ]);
});

test("past BATCH_LIMIT the last line says why, the answer breaks off, and a body that says so beforehand is refused", async () => {
  const { app } = await startApp({ BATCH_LIMIT: "100000" });
  const line = new TextEncoder().encode(toLines([house]));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (sent++ < 5_000 ? controller.enqueue(line) : controller.close()),
  });
  const response = await post(body, {}, "", app);
  expect(response.status).toBe(200);
  const { text, broken } = await readUntilBroken(response);
  expect(broken).toBe(true);
  expect(fromLines(text).at(-1)).toEqual({
    estimate: null,
    errors: [{ pointer: "#", detail: "the body must be at most 100,000 bytes" }],
  });
  expect(sent).toBeLessThan(2_000);

  const refused = await post(toLines([house]), { "content-length": "100001" }, "", app);
  expect(refused.status).toBe(413);
});

test("a level that cannot be asked for is refused before anything is read", async () => {
  expect((await post(toLines([house]), {}, "?level=2")).status).toBe(422);
});
