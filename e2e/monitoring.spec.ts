import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Page, expect, test } from "./browser";
import { startPostgres } from "../lib/testing/postgres";
import { violations } from "./axe";

const PASSWORD = "correct horse battery";
const person = { experience: 2, test_score: 9, interview_score: 6 };

interface Place {
  settings: Record<string, string>;
  remove: () => Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  SQLite: async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-monitoring-"));
    return { settings: { DATA_DIR }, remove: () => rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 }) };
  },
  PostgreSQL: async () => {
    const postgres = await startPostgres();
    return { settings: { DATABASE_URL: postgres.url }, remove: () => postgres.remove() };
  },
};

/** The built server, with settings of its own on a free port. */
async function start(settings: Record<string, string>) {
  const env = { ...process.env, MODEL_DIR: "", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", ...settings };
  const server = spawn(process.execPath, ["glasshouse.mjs"], { cwd: ".next/standalone", env });
  const url = await new Promise<string>((resolve, reject) => {
    server.once("exit", () => reject(new Error("the server has stopped")));
    server.stdout.on("data", (line) => {
      const [found] = /http:\S+/.exec(String(line)) ?? [];
      if (found) resolve(found.replace("localhost", "127.0.0.1"));
    });
  });
  const stop = async () => {
    const stopped = once(server, "exit");
    server.kill("SIGKILL");
    await stopped;
  };
  return { url, stop };
}

async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Password")).toBeHidden();
}

/** What the API answers the owner who has logged in. */
async function reportOf(page: Page, url: string, model: string) {
  const response = await page.request.get(`${url}/api/models/${model}/monitoring`);
  expect(response.status()).toBe(200);
  return response.json();
}

for (const [dialect, openPlace] of Object.entries(places)) {
  test.describe(`with ${dialect}`, () => {
    test.describe.configure({ mode: "default" });
    let place: Place;
    let server: Awaited<ReturnType<typeof start>>;

    test.beforeAll(async () => {
      test.setTimeout(120_000);
      place = await openPlace();
      server = await start({ ...place.settings, SIMULATION: "1", ADMIN_PASSWORD: PASSWORD, RATE_LIMIT: "0" });
    });
    test.afterAll(async () => {
      await server?.stop();
      await place?.remove();
    });

    test("90 simulated days in which lots grow from day 60 on show drift, and an open alert", async ({ page }) => {
      test.setTimeout(240_000);
      const command = ["scripts/cli.mjs", "simulate", "house-price", "--url", server.url];
      await promisify(execFile)(process.execPath, [...command, "--drift", "area:+20%", "--from", "60"]);
      await logIn(page, `${server.url}/monitoring`);
      // The window begins with a day, so that it holds 20 predictions of each of 30 days and some of another.
      await expect
        .poll(async () => (await reportOf(page, server.url, "house-price")).volume.predictions)
        .toBeGreaterThanOrEqual(600);

      const { drift, performance } = await reportOf(page, server.url, "house-price");
      const drifted = drift.features.filter(({ verdict }: { verdict: string }) => verdict === "drift");
      expect(drifted.map(({ name }: { name: string }) => name)).toContain("area");
      expect(performance.verdict).not.toBe("too few to tell");

      await page.goto(`${server.url}/monitoring`);
      await expect(page.locator("main")).toContainText("Input drift: recent values of lot area");
      // Alerts are seen to once a minute at most, which a slow machine may have just done.
      await expect
        .poll(
          async () => {
            await page.goto(`${server.url}/monitoring/house-price`);
            return page.locator("#alerts").textContent();
          },
          { timeout: 75_000, intervals: [1_000, 5_000] },
        )
        .toContain("1 open alert: input drift");
      // The alert is the first thing on both pages, with what it means and where to go next.
      for (const path of ["/monitoring/house-price", "/monitoring"]) {
        await page.goto(server.url + path);
        await expect(page.locator("main h2").first()).toHaveText(/Open alert.*: input drift, opened/);
        const steps = page.getByRole("region", { name: /Open alert/ }).getByRole("listitem");
        await expect(steps).toHaveCount(3);
        await expect(steps.last()).toContainText("etrain the model with the reported outcomes");
        await steps.first().getByRole("link", { name: "lot area" }).click();
        await expect(page).toHaveURL(/\/monitoring\/house-price\?days=30#drift-area$/);
        await expect(page.locator("#drift-area").getByRole("list")).toBeInViewport();
      }
      await page.goto(`${server.url}/pipeline`);
      await expect(page.locator("main")).toContainText("1 open alert. The last one: input drift of house price");
    });

    test("an estimate and its outcome, reported on the page, are counted", async ({ page }) => {
      await logIn(page, `${server.url}/monitoring/salary`);
      await expect(page.locator("main")).toContainText("No requests in the last 30 days");
      const query = new URLSearchParams(Object.entries(person).map(([name, value]) => [name, String(value)]));
      await page.goto(`${server.url}/models/salary/estimate?${query}`);
      await page.getByRole("textbox", { name: "The actual" }).fill("50,000");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expect(page.locator("#outcome").getByRole("status")).toContainText("is saved and will count");
      await expect.poll(async () => (await reportOf(page, server.url, "salary")).volume.predictions).toBeGreaterThan(0);
      await page.goto(`${server.url}/monitoring/salary`);
      await expect(page.locator("main")).toContainText("1 reported outcome in the last 30 days");
      await expect(page.locator("main")).toContainText("It is too early to judge the accuracy");
    });

    test("looking at a page has no effect: only the first visit of a day counts", async ({ page }) => {
      await logIn(page, `${server.url}/monitoring/salary`);
      const count = async () => (await reportOf(page, server.url, "salary")).volume.predictions;
      const before = await count();
      const addressOf = (score: number) =>
        `${server.url}/models/salary/estimate?experience=3&test_score=8&interview_score=${score}`;
      const address = addressOf(7);
      const browser = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
      expect((await page.request.head(address, { headers: browser })).status()).toBe(200);
      for (const headers of [
        { ...browser, "sec-purpose": "prefetch;prerender" },
        { ...browser, rsc: "1", "next-router-prefetch": "1" },
        { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
      ]) {
        expect((await page.request.get(address, { headers })).status()).toBe(200);
      }
      // Another page is logged after those, so that they would be there by then.
      await page.request.get(addressOf(6), { headers: browser });
      await expect.poll(count).toBe(before + 1);
      for (let visit = 0; visit < 3; visit++) await page.request.get(address, { headers: browser });
      await expect.poll(count).toBe(before + 2);
    });

    test("an outcome that the API has acknowledged outlives the server", async ({ page }) => {
      const { url } = server;
      const { receipt } = await (await page.request.post(`${url}/api/models/salary/predict`, { data: person })).json();
      const report = { receipt, actual: 50000 };
      const status = async (to: string) => (await (await page.request.post(to, { data: report })).json()).status;
      expect(await status(`${url}/api/outcomes`)).toBe("stored");
      await server.stop();
      server = await start({ ...place.settings, SIMULATION: "1", ADMIN_PASSWORD: PASSWORD, RATE_LIMIT: "0" });
      expect(await status(`${server.url}/api/outcomes`)).toBe("known");
      await logIn(page, `${server.url}/monitoring/salary`);
      expect((await reportOf(page, server.url, "salary")).volume.outcomes).toBe(2);
    });

    test("what the owner sees breaks no rule of accessibility, in light and dark, on a phone and a desk", async ({
      page,
    }) => {
      test.skip(dialect !== "SQLite", "the pages are the same");
      test.setTimeout(120_000);
      await logIn(page, `${server.url}/monitoring`);
      for (const width of [320, 390, 1280]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.setViewportSize({ width, height: 844 });
          await page.emulateMedia({ colorScheme });
          for (const path of ["/monitoring", "/monitoring/house-price?days=90", "/pipeline"]) {
            await page.goto(server.url + path);
            expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
            if (width > 320) expect(await violations(page), path).toEqual([]);
          }
        }
      }
    });

    test("who is not the owner is shown nothing of it", async ({ page }) => {
      for (const path of ["/monitoring", "/monitoring/house-price"]) {
        await page.goto(server.url + path);
        await expect(page.getByLabel("Password")).toBeVisible();
        await expect(page.locator("main")).not.toContainText("estimates");
      }
      await page.goto(`${server.url}/pipeline`);
      await expect(page.locator("main")).not.toContainText("today");
      expect((await page.request.get(`${server.url}/api/models/house-price/monitoring`)).status()).toBe(401);
    });
  });
}

test("without a password or a store the pages say which variable to set", async ({ page }) => {
  test.slow();
  const SECRET_KEY = "0123456789abcdef0123456789abcdef";
  const closed = await start({ DATA_DIR: "none", SECRET_KEY });
  const forgetful = await start({ DATA_DIR: "none", SECRET_KEY, ADMIN_PASSWORD: PASSWORD });
  try {
    await page.goto(`${closed.url}/monitoring`);
    await expect(page.locator("main")).toContainText("Set ADMIN_PASSWORD");
    await logIn(page, `${forgetful.url}/monitoring`);
    await expect(page.locator("main")).toContainText("Set DATABASE_URL");
    await page.goto(`${forgetful.url}/pipeline`);
    await expect(page.locator("main")).toContainText("Set DATABASE_URL");
  } finally {
    await Promise.all([closed.stop(), forgetful.stop()]);
  }
});
