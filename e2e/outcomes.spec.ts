import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { violations } from "./axe";
import { type Page, expect, test } from "./browser";
import { startServer } from "./own-server";

const estimate =
  "/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("a sale price is saved once, known the second time, and can be corrected; the address stays clean", async ({
      page,
    }) => {
      await page.goto(estimate);
      const price = page.getByRole("textbox", { name: "The actual sale price" });
      const send = page.getByRole("button", { name: "Send" });
      for (const [value, answer] of [
        ["95,000", "is saved and will count"],
        ["95000", "was saved before"],
        ["96000", "in place of the one that you sent before"],
      ]) {
        await price.fill(value!);
        await send.click();
        const status = page.locator("#outcome").getByRole("status");
        await expect(status).toContainText(answer!);
        await expect(status).toBeInViewport();
        await expect(page).toHaveURL(estimate);
      }
      await page.reload();
      await expect(page.locator("#outcome").getByRole("status")).toContainText("in place of");
    });

    test("a person who is sent the address after an outcome was sent has a receipt of their own", async ({
      page,
      browser,
      baseURL,
    }) => {
      await page.goto(estimate);
      await page.getByRole("textbox", { name: "The actual sale price" }).fill("95000");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome").getByRole("status")).toBeVisible();
      const receiptOf = (one: Page) => one.locator("input[name=receipt]").getAttribute("value");
      const other = await browser.newPage({ javaScriptEnabled, baseURL });
      await other.goto(page.url());
      await expect(other.getByRole("textbox", { name: "The actual sale price" })).toBeVisible();
      await expect(other.locator("#outcome").getByRole("status")).toHaveCount(0);
      expect(await receiptOf(other)).not.toBe(await receiptOf(page));
      await other.close();
    });

    test("two tabs do not mix up their results", async ({ page, context }) => {
      const other = await context.newPage();
      await page.goto(estimate);
      await other.goto(estimate.replace("parking=1", "parking=2"));
      await page.getByRole("textbox", { name: "The actual sale price" }).fill("95000");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome").getByRole("status")).toBeVisible();
      await other.reload();
      await expect(other.locator("#outcome").getByRole("status")).toHaveCount(0);
      await other.getByRole("textbox", { name: "The actual sale price" }).fill("a lot");
      await other.getByRole("button", { name: "Send" }).click();
      await expect(other.locator("#outcome-error")).toBeVisible();
      await page.reload();
      await expect(page.locator("#outcome-error")).toHaveCount(0);
    });

    test("a price a hundred times off is asked about, and taken when it is sent again", async ({ page }) => {
      await page.goto(estimate);
      await page.getByRole("textbox", { name: "The actual sale price" }).fill("9000000");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome-error")).toContainText("$9,000,000 is very far from the estimate of $90,200");
      if (javaScriptEnabled) {
        // Another unlikely value needs a confirmation of its own.
        await page.getByRole("textbox", { name: "The actual sale price" }).fill("60000");
        await expect(page.locator("#outcome-error")).toHaveCount(0);
        await expect(page.getByRole("button", { name: "Yes, it is right" })).toHaveCount(0);
        await page.getByRole("textbox", { name: "The actual sale price" }).fill("9000000");
      }
      await page.getByRole("button", { name: "Yes, it is right" }).click();
      await expect(page.locator("#outcome").getByRole("status")).toContainText("is saved and will count");
    });

    test("an opinion is enough", async ({ page }) => {
      await page.goto(estimate);
      await page.getByText("too high", { exact: true }).click();
      await page.getByText("Add a comment").click();
      await page.getByLabel("Comment (optional)").fill("needs a new roof");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome").getByRole("status")).toContainText("Your opinion is saved");
    });

    test("what is no price is explained beside what was typed", async ({ page }) => {
      await page.goto(estimate);
      await page.getByRole("textbox", { name: "The actual sale price" }).fill("a lot");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome-error")).toContainText("Enter the sale price as a number greater than 0");
      await expect(page.getByRole("textbox", { name: "The actual sale price" })).toHaveValue("a lot");
      await expect(page.getByRole("textbox", { name: "The actual sale price" })).toBeInViewport();
      await expect(page).toHaveURL(estimate);
    });
  });
}

test.describe("the owner", () => {
  test.use({ javaScriptEnabled: false });

  test("logs in, makes a key that is shown once, and revokes it", async ({ page, isMobile }) => {
    const name = `a script on a ${isMobile ? "phone" : "desk"} ${Date.now()}`;
    await page.goto("/admin/keys");
    await page.getByLabel("Password").fill("correct horse battery");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Get estimates, score tables, export models").uncheck();
    await page.getByLabel("Erase estimates, read monitoring").check();
    await page.getByRole("button", { name: "Create key" }).click();
    await expect(page.getByRole("status").first()).toContainText(/gh_[\w-]{32}/);
    await expect(page.getByRole("group", { name: "A call with the new key" })).toContainText(
      /\/api\/models\/[\w-]+\/monitoring .*authorization: Bearer gh_[\w-]{32}/s,
    );
    await page.getByRole("link", { name: `Revoke ${name}` }).click();
    await expect(page.getByRole("group", { name: `Revoke the key “${name}”?` })).toBeFocused();
    await page.getByRole("button", { name: "Revoke the key" }).click();
    await expect(page.getByRole("row", { name })).toContainText("revoked");
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page.getByLabel("Password")).toBeVisible();
  });
});

test("the owner copies a new key and a call with it, which the API takes, and is asked before the API opens", async ({
  page,
}) => {
  const directory = await mkdtemp(join(tmpdir(), "glasshouse-keys-"));
  const own = startServer({ PORT: "0", DATA_DIR: directory, ADMIN_PASSWORD: "correct horse battery" });
  try {
    const address = await own.address;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(`${address}/admin/keys`);
    await page.getByLabel("Password").fill("correct horse battery");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("Name").fill("a script");
    await page.getByRole("button", { name: "Create key" }).click();
    await page.getByRole("button", { name: "Copy the key" }).click();
    await expect.poll(copied).toMatch(/^gh_[\w-]{32}$/);
    await page.getByRole("button", { name: "Copy the call" }).click();
    await expect.poll(copied).toContain("/predict");
    expect(await violations(page)).toEqual([]);
    const { stdout } = await promisify(execFile)("sh", ["-c", `${await copied()} --silent`]);
    expect(JSON.parse(stdout).estimate).toBeGreaterThan(0);

    await page.getByRole("link", { name: "Open the API to calls without a key" }).click();
    await expect(page.getByRole("group", { name: "Open the API to calls without a key?" })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Keep it closed" }).click();
    await expect(page.locator("main")).toContainText("API and batch calls need a key.");
    await page.getByRole("link", { name: "Open the API to calls without a key" }).click();
    await page.getByRole("button", { name: "Open the API" }).click();
    await expect(page.locator("main")).toContainText("The API is open");
  } finally {
    own.server.kill("SIGKILL");
    await own.stopped;
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("the address of the login leads to the page that has it", async ({ page }) => {
  for (const path of ["/admin/login", "/admin"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin\/keys$/);
  }
});

const forms = ["/admin/login", "/admin/logout", "/admin/keys/change", "/models/house-price/outcome"];
for (const path of forms) {
  test(`the form of ${path} is refused from another site`, async ({ request }) => {
    const strangers: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://there.example" },
      {},
    ];
    for (const headers of strangers) {
      const form = { password: "correct horse battery", name: "x", scope: "admin", receipt: "x", actual: "1" };
      expect((await request.post(path, { headers, form, maxRedirects: 0 })).status()).toBe(403);
    }
  });
}
