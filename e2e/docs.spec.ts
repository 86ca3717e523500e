import { violations } from "./axe";
import { expect, test, type Page } from "./browser";
import { problemKinds } from "../lib/api/problem/problem-kinds";

const contents = (page: Page) => page.getByRole("navigation", { name: "Contents" });
const linkNames = (page: Page) => contents(page).getByRole("listitem").allInnerTexts();

test("the documentation explains every kind of problem where its type leads", async ({ page }) => {
  await page.goto("/docs#invalid-input");
  await expect(page.getByRole("heading", { name: "The input is not valid" })).toBeInViewport();
  for (const [kind, { title, remedy }] of Object.entries(problemKinds)) {
    const problem = page.locator(`#${kind}`);
    await expect(problem.getByRole("heading", { level: 3 })).toHaveText(title);
    await expect(problem).toContainText(remedy);
  }
});

test("the documentation names every call, with links that lead somewhere", async ({ page, request }) => {
  const { paths } = await (await request.get("/api/openapi.json")).json();
  await page.goto("/docs");
  for (const [path, item] of Object.entries(paths as Record<string, Record<string, { operationId: string }>>)) {
    for (const [method, { operationId }] of Object.entries(item)) {
      const call = page.getByRole("article").filter({ has: page.locator(`[id="${operationId}"]`) });
      await expect(call).toContainText(`${method.toUpperCase()} ${path}`);
    }
  }
  const broken = await page
    .locator('main a[href^="#"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")!).filter((href) => !document.querySelector(href)),
    );
  expect(broken).toEqual([]);
});

test("the contents have every call, schema and error, and stay in sight beside them", async ({ page, request }) => {
  const { paths } = await (await request.get("/api/openapi.json")).json();
  await page.goto("/docs");
  const calls = Object.values(paths as Record<string, object>).flatMap((item) => Object.keys(item));
  const methods = (await linkNames(page)).filter((name) => /^(GET|POST|PATCH|DELETE)\b/.test(name));
  expect(methods).toHaveLength(calls.length);
  await contents(page).getByRole("link", { name: "422 The input is not valid" }).click();
  await expect(page.getByRole("heading", { name: "The input is not valid" })).toBeInViewport();
  await expect(page.getByRole("searchbox", { name: "Search the reference" })).toBeInViewport();
});

test("the search keeps what has every word, says how much that is, and Enter leads to the first", async ({ page }) => {
  // Axe takes its time for a long page.
  test.slow();
  await page.goto("/docs");
  const search = page.getByRole("searchbox", { name: "Search the reference" });
  const status = contents(page).getByRole("status");
  await search.fill("salary batch");
  await expect(status).toHaveText("1 match");
  await expect(contents(page).getByRole("listitem")).toContainText(["/api/models/salary/predict/batch"]);
  await search.fill("reportoutcome");
  await expect(contents(page).getByRole("link", { name: "Report an outcome" })).toBeVisible();
  await search.press("Enter");
  await expect(page).toHaveURL(/#reportOutcome$/);
  await expect(page.getByRole("heading", { name: "Report an outcome" })).toBeInViewport();
  await search.fill("nothing of this kind");
  await expect(status).toHaveText("No matches");
  expect(await violations(page)).toEqual([]);
  await search.fill("");
  await expect(status).toHaveText("");
  expect((await linkNames(page)).length).toBeGreaterThan(50);
});

test("the contents are folded on a phone, with and without a script", async ({ browser, baseURL }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.newPage({ baseURL, javaScriptEnabled, viewport: { width: 320, height: 700 } });
    await page.goto("/docs");
    const link = contents(page).getByRole("link", { name: "Report an outcome" });
    await expect(link).toBeHidden();
    await contents(page).getByText("All calls, schemas and errors").click();
    await expect(link).toBeVisible();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    await page.close();
  }
});

test("the first request is sent from the documentation", async ({ page }) => {
  await page.goto("/docs");
  const begin = page.getByRole("region", { name: "Begin here" });
  await begin.getByRole("button", { name: "Send the request" }).click();
  await expect(begin.getByRole("status").filter({ hasText: "Status" })).toHaveText(/^Status 200, after \d+ ms\.$/);
  expect(JSON.parse((await page.locator("#answer").textContent())!)).toMatchObject({ model: "house-price" });
});

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("holds an example after it is copied", async ({ page }) => {
    await page.goto("/docs");
    const example = page.getByRole("group", { name: "Example request: actual" });
    await page.locator("details", { has: example }).getByRole("button", { name: "Copy" }).click();
    await expect(page.getByText("Copied")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await example.textContent());
    expect(JSON.parse(copied)).toHaveProperty("actual");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the documentation is whole, and nothing of it scrolls sideways", async ({ page }) => {
    await page.goto("/docs");
    for (const id of ["curl", "javascript", "typescript", "python", "r"]) {
      await expect(page.locator(`#call-${id}`)).toBeVisible();
    }
    await expect(page.getByRole("searchbox")).toBeHidden();
    await expect(contents(page).getByRole("link", { name: "Report an outcome" })).toBeVisible();
    await page.getByText("Example response: estimate", { exact: true }).first().click();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});
