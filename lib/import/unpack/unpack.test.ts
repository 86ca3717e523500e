import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { importFixture, namesInFixtures } from "../../testing/import-fixtures";
import { bytes } from "../../testing/pickles";
import { ImportError } from "../import-error";
import { Budget } from "../pickle/limits";
import { unpack } from "./unpack";

const fixture = (name: string) => importFixture(`packed/${name}`).bytes;
const unpacked = (file: Uint8Array) => Buffer.from(unpack(file, new Budget()));

/** The same bytes as fixtures/make_packed.py writes. */
function numbers(): Buffer {
  const squares = Array.from({ length: 60_000 }, (_, index) => `${(index * index) % 1009} `).join("");
  const every = Buffer.from(Array.from({ length: 256 * 80 }, (_, index) => index % 256));
  return Buffer.concat([Buffer.from(squares), Buffer.alloc(200_000, "a"), every]);
}

describe("unpack(bytes, budget) gives the bytes that Python packed", () => {
  const expected = numbers();
  test.each(namesInFixtures("packed").filter((name) => name.startsWith("numbers")))("%s", (name) => {
    expect(unpacked(fixture(name)).equals(expected)).toBe(true);
  });

  test("in frames of zlib and gzip, of every level, with a name in the frame or none", () => {
    for (const level of [0, 1, 6, 9]) {
      expect(unpacked(new Uint8Array(deflateSync(expected, { level }))).equals(expected)).toBe(true);
      expect(unpacked(new Uint8Array(gzipSync(expected, { level }))).equals(expected)).toBe(true);
    }
    const plain = new Uint8Array(gzipSync("a model"));
    const named = bytes(plain.subarray(0, 3), [8], plain.subarray(4, 10), "model.pkl\0", plain.subarray(10));
    expect(unpacked(named).toString()).toBe("a model");
  });

  test("and what is not packed as it is", () => {
    const plain = bytes("\x80\x04N.");
    expect(unpack(plain, new Budget())).toBe(plain);
  });
});

describe("unpack(bytes, budget) refuses", () => {
  function outcome(file: Uint8Array, budget = new Budget()): Uint8Array | string {
    try {
      return unpack(file, budget);
    } catch (error) {
      if (error instanceof ImportError) return error.message;
      throw error;
    }
  }

  function refusal(file: Uint8Array, budget?: Budget): string {
    const found = outcome(file, budget);
    if (typeof found === "string") return found;
    throw new Error("the file is not refused");
  }

  const packed = ["bz2", "gzip", "lzma", "xz", "zlib"].map((kind) => `small-${kind}.joblib`);

  test.each([...packed, "ZF.pkl"])("%s cut off at every byte, and with any byte changed", (name) => {
    const whole = fixture(name);
    const expected = unpack(whole, new Budget());
    // What only describes a file, such as a time in the frame of gzip, changes nothing.
    let same = 0;
    for (let at = 6; at < whole.length; at++) {
      expect(refusal(whole.subarray(0, at))).toMatch(/damaged|cut off/);
      const changed = Uint8Array.from(whole);
      changed[at]! ^= 1 << (at % 8);
      const found = outcome(changed);
      if (found instanceof Uint8Array) same++;
      // LZMA alone has no checksum.
      if (found instanceof Uint8Array && !name.includes("lzma")) expect(Buffer.from(found).equals(expected)).toBe(true);
    }
    if (!name.includes("lzma")) expect(same).toBeLessThan(20);
  });

  test.each([
    ["zeros.bz2", /more than 4 MB/],
    ["zeros.lzma", /more than 4 MB/],
  ])("%s, before it keeps more than such a file may have", (name, words) => {
    expect(refusal(fixture(name))).toMatch(words);
  });

  test("a bomb of deflate, whatever size it says it has", () => {
    const zeros = Buffer.alloc(40_000_000);
    expect(refusal(new Uint8Array(deflateSync(zeros)))).toMatch(/more than 8 MB/);
    const gzip = new Uint8Array(gzipSync(zeros));
    expect(refusal(gzip)).toMatch(/more than 8 MB/);
    gzip.set([1, 0, 0, 0], gzip.length - 4);
    expect(refusal(gzip)).toMatch(/more than 8 MB/);
    const early = bytes("ZF", "0xffffffffffffffff ", new Uint8Array(deflateSync("a")));
    expect(refusal(early)).toMatch(/more than 8 MB/);
  });

  test("several files that together have more than one may", () => {
    const budget = new Budget();
    const part = new Uint8Array(deflateSync(Buffer.alloc(8_000_000)));
    for (let count = 0; count < 4; count++) unpack(part, budget);
    expect(refusal(part, budget)).toMatch(/more than 1 MB/);
  });

  test("a file in a file in a file", () => {
    const thrice = [1, 2, 3].reduce((inner) => gzipSync(inner), Buffer.from("a model"));
    expect(refusal(new Uint8Array(thrice))).toMatch(/compressed again and again/);
  });

  test("a filter of xz, and a checksum of zlib that is another", () => {
    expect(refusal(fixture("filtered.xz"))).toMatch(/filters/);
    expect(refusal(bytes([0x78, 0x9c], new Uint8Array(deflateRawSync("a model")), [0, 0, 0, 0]))).toMatch(/damaged/);
  });
});
