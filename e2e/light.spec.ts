import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { expect, test } from "./browser";
import { doors } from "./doors";

const RESULT =
  "/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";

test("the way back from a result to the form and forth loads neither again", async () => {
  test.setTimeout(60_000);
  // Playwright turns the cache off, as it keeps pages that a test has left.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: ["--no-first-run"],
  });
  try {
    const page = await browser.newPage({ baseURL: doors.server });
    await page.goto(RESULT);
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => (document.title = persisted ? "kept" : "loaded again"));
    });
    await page.goto("/models/house-price/card");
    // Its own `goBack` waits for a page that loads.
    const protocol = await browser.newBrowserCDPSession();
    await page.evaluate(() => void setTimeout(() => history.back(), 100));
    const titles = async () => (await protocol.send("Target.getTargets")).targetInfos.map(({ title }) => title);
    await expect.poll(titles).toContain("kept");
  } finally {
    await browser.close();
  }
});

/** The scripts of a page, in bytes as they are sent. */
async function scriptBytes(request: { get(url: string): Promise<{ body(): Promise<Buffer> }> }, path: string) {
  const html = String(await (await request.get(path)).body());
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const addresses = [...new Set(tags.map(([, address]) => address!))];
  const bodies = await Promise.all(addresses.map(async (address) => (await request.get(address)).body()));
  return bodies.reduce((total, body) => total + gzipSync(body).length, 0);
}

test("pages without behaviour send little more script than a page of Next without any of ours", async ({ request }) => {
  const least = await scriptBytes(request, "/there-is-no-such-page");
  expect(least).toBeGreaterThan(50_000);
  for (const path of ["/models/house-price/card", "/docs", "/pipeline", "/monitoring", "/admin/keys"]) {
    expect((await scriptBytes(request, path)) - least, path).toBeLessThan(8_000);
  }
});

test("a line shows that a page is on its way over a slow line, and goes when the page is there", async ({ page }) => {
  await page.goto("/models/house-price");
  const line = page.getByRole("progressbar", { name: "Loading the page" });
  await expect(line).toBeHidden();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/models\/house-price\/card/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "Accuracy" }).click();
  await expect(line).toBeVisible();
  await expect(page).toHaveURL(/\/models\/house-price$/);
  release();
  await expect(page).toHaveURL(/\/card$/);
  await expect(line).toBeHidden();
});
