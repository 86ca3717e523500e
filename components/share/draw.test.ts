import { afterEach, expect, test, vi } from "vitest";
import { drawPng } from "./draw";
import type { Picture } from "./picture";

const LONG = "A title that nobody would write but that a form accepts ".repeat(20);
const PICTURE: Picture = {
  title: ["House price", "house-price"],
  lead: "Estimate: sale price",
  headline: "$90,200",
  isFigure: true,
  bar: { low: 0.2, high: 0.7, estimate: 0.4 },
  warning: null,
  text: "Houses like this one sold for $61,900 to $118,600.",
  facts: [],
  reasons: [{ amount: "+$9,600", raises: true, label: ["Full bathrooms", "bathrooms"], value: "2", bare: "2" }],
  limit: "It knows one city in one summer.",
  hasDisclaimer: false,
};
const CASES: Record<string, Picture> = {
  "a result": PICTURE,
  "texts that have no end": {
    ...{ ...PICTURE, title: LONG, lead: LONG, headline: LONG, warning: LONG, text: LONG, limit: "W".repeat(3_000) },
    facts: [LONG, LONG],
    reasons: Array.from({ length: 3 }, () => ({ amount: LONG, raises: false, label: LONG, value: LONG, bare: LONG })),
  },
  "other scripts": {
    ...{
      ...PICTURE,
      title: ["家賃 🏠", "rent"],
      lead: "ราคา",
      headline: "₩1.2 × 10⁻⁹",
      text: "الإيجار",
      limit: "दिल्ली",
    },
    reasons: [{ amount: "−₫1,000", raises: false, label: ["面積", "area"], value: "東京 1️⃣", bare: "東京" }],
  },
  "no text at all": { ...PICTURE, title: null, lead: null, headline: "", text: "", reasons: [], limit: "", bar: null },
};

afterEach(() => vi.unstubAllGlobals());

test.each(Object.entries(CASES))(
  "drawPng(picture) of %s is a PNG of 1200 × 630, without the network",
  async (_, picture) => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (address: unknown) => {
      // The renderer carries its own code in an address of this kind.
      if (!String(address).startsWith("data:")) asked.push(String(address));
      throw new Error("there is no network");
    });
    const png = Buffer.from(await drawPng(picture, process.cwd()));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(asked).toEqual([]);
  },
);

test("drawPng(picture) fails where the fonts are not to be had, and works when they are", async () => {
  await expect(drawPng(PICTURE, "/nowhere")).rejects.toThrow("ENOENT");
  expect((await drawPng(PICTURE, process.cwd())).length).toBeGreaterThan(1_000);
});
