import { afterEach, describe, expect, it } from "vitest";
import { startProcess, stopApp } from "../../testing/app";
import { readJson } from "./read-json";

const BODY_LIMIT = 2 ** 20;

const headers = { "content-type": "application/json" };

/** A request whose body arrives in chunks of 64 kB and whose length is not declared; counts what was taken. */
function streamed(bytes: number) {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.bytes >= bytes) return controller.close();
      const chunk = new Uint8Array(Math.min(65_536, bytes - taken.bytes)).fill(32);
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  return {
    taken,
    request: new Request("http://localhost/", { method: "POST", headers, body, duplex: "half" } as RequestInit),
  };
}

const post = (body: string, more?: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", headers: { ...headers, ...more }, body });

describe("readJson", () => {
  it("gives the value", async () => {
    expect(await readJson(post('{"area": 6000}'))).toEqual({ value: { area: 6000 } });
  });

  it("gives the value of a body with a declared length", async () => {
    expect(await readJson(post("[1]", { "content-length": "3" }))).toEqual({ value: [1] });
  });

  it("reads over a byte order mark", async () => {
    expect(await readJson(post("\ufeff[1]"))).toEqual({ value: [1] });
  });

  it("takes a body of exactly the limit", async () => {
    expect(await readJson(post(`${" ".repeat(BODY_LIMIT - 2)}{}`))).toEqual({ value: {} });
  });

  it("refuses a body of one byte more", async () => {
    const result = await readJson(post(`${" ".repeat(BODY_LIMIT - 1)}{}`));
    expect(result).toMatchObject({ problem: { status: 413, detail: "the body must be at most 1,048,576 bytes" } });
  });

  it("reads a body that is too large to its end, so that the sender gets to read the answer", async () => {
    const { request, taken } = streamed(10 * BODY_LIMIT);
    expect(await readJson(request)).toMatchObject({ problem: { status: 413 } });
    expect(taken).toEqual({ bytes: 10 * BODY_LIMIT, cancelled: false });
  });

  it("hangs up on a body without end", async () => {
    const { request, taken } = streamed(Infinity);
    expect(await readJson(request)).toMatchObject({ problem: { status: 413 } });
    expect(taken.cancelled).toBe(true);
    expect(taken.bytes).toBeLessThan(66 * BODY_LIMIT);
  });

  it("refuses a body that declares to be far too large without reading it", async () => {
    const { request, taken } = streamed(Infinity);
    request.headers.set("content-length", String(10 ** 10));
    expect(await readJson(request)).toMatchObject({ problem: { status: 413 } });
    expect(taken.bytes).toBeLessThan(BODY_LIMIT);
  });

  describe("with another limit", () => {
    afterEach(stopApp);

    it("takes no more than BODY_LIMIT bytes", async () => {
      startProcess({ BODY_LIMIT: "4" });
      const { readJson: readLess } = await import("./read-json");
      expect(await readLess(post("[12]", { "content-length": "4" }))).toEqual({ value: [12] });
      expect(await readLess(post("[123]", { "content-length": "5" }))).toMatchObject({ problem: { status: 413 } });
      expect(await readLess(post("[123]"))).toMatchObject({
        problem: { detail: "the body must be at most 4 bytes" },
      });
    });
  });
});
