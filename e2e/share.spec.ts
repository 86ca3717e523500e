import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeModelFolder } from "../lib/testing/model-folders";
import { expect, test } from "./browser";
import { doors } from "./doors";
import { send } from "./send";
import { startServer } from "./own-server";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const TOO_FAR = "area=500&bedrooms=10&bathrooms=1&stories=1&guest_rooms=no&basement=no&parking=0";
const result = `/models/house-price/estimate?${HOUSE}`;
const image = `/models/house-price/estimate/image?${HOUSE}`;

/** The size of a PNG, in pixels. */
async function sizeOf(response: Response): Promise<[number, number]> {
  const png = Buffer.from(await response.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What the head of a page says, by the name or the property of each meta element. */
async function readHead(address: string, headers: Record<string, string> = {}) {
  const text = await (await fetch(address, { headers })).text();
  const plain = (content: string) => content.replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
  const metas = [...text.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  return {
    ...Object.fromEntries(metas.map(([, name, content]) => [name, plain(content!)])),
    canonical: plain(/<link rel="canonical" href="([^"]*)"/.exec(text)?.[1] ?? ""),
  } as Record<string, string>;
}

for (const [door, origin] of Object.entries(doors)) {
  test.describe(`at the door ${door}`, () => {
    for (const [what, path] of Object.entries({
      "a model": "/models/house-price/image",
      "a model in German": "/models/salary/image?language=de",
      "a result": image,
      "a refusal": `/models/house-price/estimate/image?${TOO_FAR}`,
      "an extrapolation": image.replace("6000", "20000"),
    })) {
      test(`the image of ${what} is a PNG of 1200 × 630 that may be kept for a day`, async () => {
        const response = await fetch(origin + path);
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("image/png");
        expect(response.headers.get("cache-control")).toBe("public, max-age=86400");
        expect(response.headers.get("set-cookie")).toBeNull();
        expect(await sizeOf(response)).toEqual([1200, 630]);
      });
    }

    test("an image that a client has is not sent again, and HEAD sends none", async () => {
      const head = await fetch(origin + image, { method: "HEAD" });
      expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "image/png", ""]);
      const etag = head.headers.get("etag")!;
      const again = await fetch(origin + image, { headers: { "if-none-match": etag } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    });

    test("an address without an answer has no image", async () => {
      const statusOf = async (path: string) => (await fetch(origin + path)).status;
      expect(await statusOf("/models/house-price/estimate/image")).toBe(400);
      expect(await statusOf(image.replace("6000", "abc"))).toBe(400);
      expect(await statusOf("/models/nothing/image")).toBe(404);
    });

    test("a result names its image, its address and its range, whatever a tracker appends", async () => {
      const head = await readHead(`${origin}${result.replace("6000", "6%2C000")}&utm_source=mail`);
      expect(head).toMatchObject({
        "og:site_name": "Glasshouse",
        "og:locale": "en_US",
        "og:image": origin + image,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "$90,200. House price, Glasshouse",
        "twitter:card": "summary_large_image",
        canonical: origin + result,
      });
      // The address and the image are written once.
      expect(Object.keys(head).filter((name) => /^og:url$|^twitter:image/.test(name))).toEqual([]);
      expect(head["og:title"]).toContain("$90,200");
      expect(head["og:description"]).toContain("$61,900");
    });
  });
}

test("a page in German names the German image", async () => {
  const head = await readHead(doors.server + result, { cookie: "glasshouse-language=de" });
  expect(head["og:locale"]).toBe("de_DE");
  expect(head["og:image"]).toBe(`${doors.server}${image}&language=de`);
  expect(head["og:title"]).toContain("90.200");
  expect((await fetch(head["og:image"]!)).status).toBe(200);
});

test("the level of a range belongs to the address, the image and the range in it", async () => {
  const head = await readHead(`${doors.server}${result}&level=0.9`);
  expect(head.canonical).toBe(`${doors.server}${result}&level=0.9`);
  expect(head["og:image"]).toBe(`${doors.server}${image}&level=0.9`);
});

for (const [path, own, picture] of [
  ["/", "/", "/share.png"],
  ["/docs?utm_source=mail", "/docs", "/share.png"],
  ["/models/house-price?area=6000", "/models/house-price", "/models/house-price/image"],
  ["/models/house-price/card?a=b", "/models/house-price/card", "/models/house-price/image"],
  ["/models/house-price/estimate?area=abc", "/models/house-price", "/models/house-price/image"],
] as const) {
  test(`${path} names ${own} as its address, and an image`, async () => {
    const head = await readHead(doors.server + path);
    expect(head.canonical).toBe(doors.server + own);
    expect(head["og:image"]).toBe(doors.server + picture);
    expect(head.description!.length).toBeGreaterThan(20);
    expect(await sizeOf(await fetch(head["og:image"]!))).toEqual([1200, 630]);
  });
}

test("addresses go by the host and the protocol that a proxy says", async () => {
  const own = startServer({ PORT: "0", DATA_DIR: "none", TRUST_PROXY: "1", RATE_LIMIT: "0" });
  try {
    const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "models.example" };
    const head = await readHead(new URL("/models/salary/card", await own.address).href, headers);
    expect(head.canonical).toBe("https://models.example/models/salary/card");
    expect(head["og:image"]).toBe("https://models.example/models/salary/image");
  } finally {
    own.server.kill("SIGKILL");
  }
});

test("images count as pages, are made one at a time, and past a short queue a client is sent away for a while", async () => {
  const own = startServer({ PORT: "0", DATA_DIR: "none", RATE_LIMIT: "40", LOG_LEVEL: "silent" });
  try {
    const { origin } = new URL(await own.address);
    const path = (area: number) => `/models/house-price/estimate/image?${HOUSE.replace("6000", String(area))}`;
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => send(origin + path(5_000 + index))));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const away = answers.find(({ status }) => status === 503)!;
    expect(away.headers["retry-after"]).toBe("5");
    expect(away.headers["cache-control"]).toBe("no-store");
    // The first of them is kept: it needs no place in the queue.
    expect((await send(origin + path(5_000))).status).toBe(200);
    const more = await Promise.all(Array.from({ length: 10 }, () => send(origin + path(5_000))));
    expect(more.at(-1)!.status).toBe(429);
    // Nothing of this was a prediction.
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(metrics).not.toMatch(/predictions_total\{[^}]*model="house-price"[^}]*\} [1-9]/);
  } finally {
    own.server.kill("SIGKILL");
  }
});

test("names in other scripts, emoji and currencies without a sign in the font need nothing from elsewhere", async () => {
  const models = await mkdtemp(join(tmpdir(), "glasshouse-share-"));
  await makeModelFolder(models, "rent", {
    title: "家賃 🏠",
    summary: "الإيجار",
    target: { name: "price", label: "価格", unit: "KRW" },
    inputs: [
      { name: "area", label: "面積", kind: "number", unit: "坪" },
      { name: "city", label: "都市", kind: "category", levels: ["A", "B"] },
    ],
    card: { intendedUse: "A test.", limits: ["ทดสอบ"], source: "Made up." },
  });
  const own = startServer({ PORT: "0", DATA_DIR: "none", MODEL_DIR: models, RATE_LIMIT: "0" });
  try {
    const { origin } = new URL(await own.address);
    for (const path of ["/models/rent/image", "/models/rent/estimate/image?area=100&city=A&language=de"]) {
      expect(await sizeOf(await fetch(origin + path))).toEqual([1200, 630]);
    }
  } finally {
    own.server.kill("SIGTERM");
    // The renderer writes down what it could not load from the network.
    expect((await own.stopped).output).not.toMatch(/dynamic font|could not be drawn|fetch/i);
    await rm(models, { recursive: true });
  }
});

test("icons, the manifest and the theme colours are there for browsers and telephones", async ({ page }) => {
  await page.goto("/");
  const links = await page
    .locator("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]")
    .evaluateAll((found) => found.map((link) => [link.getAttribute("rel"), link.getAttribute("href")!.split("?")[0]]));
  expect(links).toEqual(
    expect.arrayContaining([
      ["icon", "/favicon.ico"],
      ["icon", "/icon.svg"],
      ["apple-touch-icon", "/apple-touch-icon.png"],
      ["manifest", "/manifest.webmanifest"],
    ]),
  );
  const types: Record<string, string> = {};
  for (const [, path] of links) types[path!] = (await page.request.get(path!)).headers()["content-type"]!;
  expect(types).toMatchObject({
    "/favicon.ico": "image/x-icon",
    "/icon.svg": "image/svg+xml",
    "/apple-touch-icon.png": "image/png",
    "/manifest.webmanifest": "application/manifest+json",
  });
  const manifest = await (await page.request.get("/manifest.webmanifest")).json();
  for (const { src } of manifest.icons) expect((await page.request.get(`/${src}`)).status()).toBe(200);
  expect(
    await page
      .locator("meta[name=theme-color]")
      .evaluateAll((metas) => metas.map((meta) => meta.getAttribute("media"))),
  ).toEqual(["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]);
});

test("the favicon holds 16, 32 and 48 pixels", async () => {
  const ico = Buffer.from(await (await fetch(`${doors.server}/favicon.ico`)).arrayBuffer());
  const count = ico.readUInt16LE(4);
  expect(Array.from({ length: count }, (_, index) => ico.readUInt8(6 + 16 * index))).toEqual([16, 32, 48]);
});
