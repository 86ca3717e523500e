import { expect, test } from "./browser";
import { problemKinds } from "../lib/api/problem/problem-kinds";

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

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the documentation is whole, and nothing of it scrolls sideways", async ({ page }) => {
    await page.goto("/docs");
    await expect(page.getByText("curl http").first()).toBeVisible();
    await page.getByText("Example of an answer: estimate", { exact: true }).first().click();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});
