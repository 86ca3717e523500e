import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { afterAll, mustArriveFirst, NoRoomError } from "./spool";

afterEach(() => vi.unstubAllEnvs());

/** So many megabytes, each of another byte, and whether the last was taken. */
function megabytes(count: number) {
  const state = { taken: 0 };
  async function* bytes() {
    for (; state.taken < count; state.taken++) yield new Uint8Array(2 ** 20).fill(state.taken % 251);
  }
  return { state, bytes: bytes() };
}

const read = async (bytes: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
};

test.each([1, 2, 40])("afterAll(bytes) gives %i MB as they were, the first when the last has come", async (count) => {
  const { state, bytes } = megabytes(count);
  const spooled = afterAll(bytes);
  const first = await spooled.next();
  expect(state.taken).toBe(count);
  const rest = await read(spooled);
  const whole = Buffer.concat([first.value as Uint8Array, rest]);
  expect(whole.equals(await read(megabytes(count).bytes))).toBe(true);
});

test("afterAll(bytes) leaves no file, whether its bytes are taken or not", async () => {
  const files = async () => (await readdir(tmpdir())).filter((name) => /^glasshouse-[\da-f]{8}-[\da-f]{4}-/.test(name));
  const before = await files();
  const spooled = afterAll(megabytes(8).bytes);
  await spooled.next();
  expect(await files()).toEqual(before);
  await spooled.return(undefined);
  expect(await files()).toEqual(before);
});

test("afterAll(bytes) keeps 16 MB in memory where no file can be written, and refuses more", async () => {
  vi.stubEnv("TMPDIR", "/nowhere");
  expect((await read(afterAll(megabytes(16).bytes))).length).toBe(2 ** 24);
  await expect(read(afterAll(megabytes(17).bytes))).rejects.toThrow(NoRoomError);
});

test("mustArriveFirst(request) is for HTTP/1.0 and for what a proxy hands on", () => {
  const incoming = (httpVersion: string, headers: Record<string, string> = {}) => ({ httpVersion, headers }) as never;
  expect(mustArriveFirst(undefined)).toBe(false);
  expect(mustArriveFirst(incoming("1.1"))).toBe(false);
  expect(mustArriveFirst(incoming("1.0"))).toBe(true);
  expect(mustArriveFirst(incoming("1.1", { "x-forwarded-for": "192.0.2.1" }))).toBe(true);
  expect(mustArriveFirst(incoming("1.1", { via: "1.1 proxy" }))).toBe(true);
});
