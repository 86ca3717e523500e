import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { filesAs } from "../lib/testing/published";
import { violations } from "./axe";
import { expect, test } from "./browser";
import { startServer } from "./own-server";

const PASSWORDS = { ADMIN_PASSWORD: "correct horse battery", REVIEWER_PASSWORD: "another pair of eyes" };
const PAGE = "/models/houses/versions";

/** One server for both, one after the other. */
test.describe.configure({ mode: "serial" });

let DATA_DIR: string;
let server: ReturnType<typeof startServer>;
let url: string;
test.beforeAll(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-versions-"));
  server = startServer({ PORT: "0", DATA_DIR, RATE_LIMIT: "0", APPROVALS: "1", ...PASSWORDS });
  url = await server.address;
});
test.afterAll(async () => {
  server.server.kill("SIGKILL");
  await rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser of its own, in which somebody has logged in on the versions page. */
async function enter(browser: Browser, password: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await page.goto(url + PAGE);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  return page;
}

/** Publish from the owner's page, as a program of that page would. */
async function publish(page: Page, times: number, alias: string): Promise<{ status: number; version: string }> {
  const sent = { ...(await filesAs("houses", times, "house-price")), alias, note: `trained ${times} times` };
  return page.evaluate(
    async ([path, body]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(path!, { method: "POST", headers, body: body! });
      return { status: response.status, ...((await response.json()) as { version: string }) };
    },
    [`/api${PAGE}`, JSON.stringify(sent)],
  );
}

const answering = async () =>
  ((await (await fetch(`${url}/api/models/houses`)).json()) as { version?: string }).version;

test("the owner proposes, a reviewer confirms, and the owner rolls back, also without JavaScript", async ({
  browser,
}) => {
  test.slow();
  const owner = await enter(browser, PASSWORDS.ADMIN_PASSWORD);
  const reviewer = await enter(browser, PASSWORDS.REVIEWER_PASSWORD, false);
  const confirm = async (why: string) => {
    await reviewer.goto(url + PAGE);
    await reviewer.getByLabel("Reason").fill(why);
    await reviewer.getByRole("button", { name: "Confirm: make it the champion" }).click();
    await expect(reviewer.getByRole("status")).toContainText("is confirmed: it is the champion now");
  };

  // A first version waits too, and has a page before it answers.
  const first = await publish(owner, 0, "champion");
  expect([first.status, await answering()]).toEqual([202, undefined]);
  await confirm("it is what we agreed");
  expect(await answering()).toBe(first.version);

  const second = await publish(owner, 1, "challenger");
  await owner.goto(url + PAGE);
  expect(await violations(owner)).toEqual([]);
  await owner.getByRole("link", { name: `Propose as champion ${second.version}` }).click();
  await expect(
    owner.getByText(`Version ${second.version} would replace ${first.version}. The gate is passed`),
  ).toBeVisible();
  await owner.locator("#decide").getByLabel("Reason").fill("closer on 70 of 109 sales");
  await owner.getByRole("button", { name: "Propose it" }).click();
  await expect(owner.getByRole("status")).toContainText("waits for a second person");
  expect(await owner.getByRole("button", { name: /^Confirm/ }).count()).toBe(0);
  expect(await answering()).toBe(first.version);

  await reviewer.goto(url + PAGE);
  await expect(reviewer.getByText("closer on 70 of 109 sales")).toBeVisible();
  expect(await reviewer.getByRole("link", { name: /^Propose/ }).count()).toBe(0);
  await confirm("agreed");
  expect(await answering()).toBe(second.version);

  await owner.goto(url + PAGE);
  await owner.getByText(`Roll back to ${first.version}`).click();
  await owner.getByLabel("Reason").fill("estimates are off");
  await owner.getByRole("button", { name: "Roll back" }).click();
  await expect(owner.getByRole("status")).toContainText(`Version ${first.version} is the champion again.`);
  expect(await answering()).toBe(first.version);

  await reviewer.goto(`${url}/admin/audit?model=houses`);
  await expect(reviewer.getByRole("listitem").filter({ hasText: second.version })).toContainText([
    `The owner rolled houses back from ${second.version} to ${first.version}: estimates are off`,
    `The reviewer confirmed houses ${second.version}, which the owner proposed, as champion: agreed`,
    `The owner proposed houses ${second.version} as champion: closer on 70 of 109 sales`,
    `The owner published houses ${second.version} as challenger: trained 1 times`,
  ]);
  await owner.goto(`${url}/pipeline`);
  await expect(owner.getByText(`2 versions; champion ${first.version}`)).toBeVisible();
  expect(await violations(owner)).toEqual([]);
  await owner.goto(`${url}${PAGE}?delete=${second.version}#decide`);
  await expect(owner.getByRole("heading", { name: `Delete version ${second.version}` })).toBeVisible();
  expect(await violations(owner)).toEqual([]);
});

test("a decision that rests on another champion, or comes after the session, loses nothing that was typed", async ({
  browser,
}) => {
  const owner = await enter(browser, PASSWORDS.ADMIN_PASSWORD, false);
  const { versions } = await owner.evaluate(
    async (path) => (await fetch(path)).json() as Promise<{ versions: { version: string; alias: string | null }[] }>,
    `${url}/api${PAGE}`,
  );
  const other = versions.find(({ alias }) => alias !== "champion")!;
  const form = `${url}${PAGE}?promote=${other.version}#decide`;
  await owner.goto(form);
  await owner.locator("input[name=expected]").evaluate((field: HTMLInputElement) => (field.value = "000000000000"));
  await owner.getByLabel("Reason").last().fill("it is better");
  await owner.getByRole("button", { name: "Propose it" }).click();
  await expect(owner.getByRole("alert")).toContainText("Nothing was changed: the champion has changed");
  await expect(owner.getByLabel("Reason").last()).toHaveValue("it is better");

  await owner.context().clearCookies({ name: "glasshouse-admin" });
  await owner.getByRole("button", { name: "Propose it" }).click();
  await owner.getByLabel("Password").fill(PASSWORDS.ADMIN_PASSWORD);
  await owner.getByRole("button", { name: "Log in" }).click();
  await expect(owner.locator("#decide").getByLabel("Reason")).toHaveValue("it is better");
});

test("the owner deletes a version that does not answer, then the model, each with a reason, without JavaScript", async ({
  browser,
}) => {
  const owner = await enter(browser, PASSWORDS.ADMIN_PASSWORD, false);
  const champion = await answering();
  await owner.getByRole("link", { name: /^Delete [0-9a-f]{12}$/ }).click();
  await expect(owner.getByRole("heading", { name: /^Delete version/ })).toBeVisible();
  await owner.locator("#decide").getByLabel("Reason").fill("trained on wrong rows");
  await owner.getByRole("button", { name: "Delete the version" }).click();
  await expect(owner.getByRole("status")).toContainText("The version is deleted");
  await expect(owner.getByRole("link", { name: /^Delete [0-9a-f]{12}$/ })).toHaveCount(0);
  expect(await answering()).toBe(champion);

  await owner.getByRole("link", { name: "Delete this model" }).click();
  await owner.locator("#decide").getByLabel("Reason").fill("nobody asks it");
  await owner.getByRole("button", { name: "Delete houses" }).click();
  const entries = owner.getByRole("main").getByRole("listitem");
  await expect(entries.first()).toContainText("owner deleted houses with all its versions: nobody asks it");
  await expect(entries.nth(1)).toContainText(/owner deleted houses \w{12}: trained on wrong rows/);
  expect(await answering()).toBeUndefined();
});
