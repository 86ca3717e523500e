import { type Page, expect, test } from "./browser";
import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const calls = `/models/house-price/api?${HOUSE}`;
const ESTIMATE = 90242.690714523;

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const code = (page: Page, id: string) => page.locator(`#call-${id}`).innerText();

/** What a curl would send, read as a shell reads it. */
function readCurl(curl: string): { url: string; body: string } {
  const [, url, body] = /^curl '?([^\s']+)'? [^]*--data '([^]*)'$/.exec(curl)!;
  return { url: url!, body: body! };
}

function canRun(program: string, ...options: string[]): boolean {
  return spawnSync(program, options).status === 0;
}

/** What a program prints; waited for without holding up the test's own browser. */
async function printed(program: string, ...options: string[]): Promise<string> {
  return (await promisify(execFile)(program, options)).stdout.trim();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the calls stand in five languages with the real answer, and only code scrolls sideways", async ({ page }) => {
    await page.goto(calls);
    for (const id of ["curl", "javascript", "typescript", "python", "r"]) {
      await expect(page.locator(`#call-${id}`)).toContainText("/api/models/house-price/predict");
      await expect(page.locator(`#call-${id}`)).toContainText("6000");
    }
    const answer = JSON.parse(await page.locator("#answer").innerText());
    expect(answer.estimate).toBeCloseTo(ESTIMATE, 8);
    await expect(page.getByRole("button")).toHaveText(["Download"]);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});

test("the model is downloaded without JavaScript, as the API gives it", async ({ browser, baseURL, request }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto("/models/salary/api");
  await page.getByLabel("Database").selectOption("DuckDB");
  await page.getByLabel("Table").fill("main.people");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("salary.sql");
  const answer = await request.get("/api/models/salary/export?format=sql&dialect=duckdb&table=main.people");
  expect(await readFile(await file.path(), "utf8")).toBe(await answer.text());
  await page.close();
});

test("the model can be read on the page before it is taken", async ({ page }) => {
  await page.goto("/models/house-price/api");
  const section = region(page, "The model where your data is");
  await section.getByRole("button", { name: "Show it here" }).click();
  await expect(section.locator("#taken-away")).toContainText('FROM "house_price" AS glasshouse_source');
  await section.getByLabel("Language").selectOption("Python");
  await expect(section.locator("#taken-away")).toHaveCount(0);
  await expect(section.getByLabel("Table")).toBeHidden();
  await section.getByRole("button", { name: "Show it here" }).click();
  await expect(section.locator("#taken-away")).toContainText("def predict(*, area: float, bedrooms: int");
});

test("a typical example is asked where the address asks nothing", async ({ page }) => {
  await page.goto("/models/salary/api");
  await expect(page.getByText("A typical example: experience 5\u00a0years")).toBeVisible();
  await expect(page.locator("#call-curl")).toContainText('{ "experience": 5, "test_score": 8, "interview_score": 7 }');
});

test("an address at fault says what it needs and leads to the form", async ({ page }) => {
  await page.goto("/models/salary/api?experience=99&test_score=9&interview_score=6");
  await expect(page.getByText("experience must be between 0 and 50\u00a0years.")).toBeVisible();
  await expect(page.locator("#call-curl")).toContainText('"experience": 5');
  await page.getByRole("link", { name: "correct your answers in the form" }).click();
  await expect(page.getByRole("textbox", { name: "Experience" })).toHaveValue("99");
});

/** Every answer has a receipt of its own, which the page cannot know before it is asked. */
function withoutReceipt({ receipt, ...answer }: { receipt?: string; [name: string]: unknown }) {
  expect(receipt).toBeTruthy();
  return answer;
}

test("the call in a shell and those of the protocols are answered with the estimate that is shown", async ({
  page,
  request,
}) => {
  await page.goto(calls);
  const send = async (id: string) => {
    const { url, body } = readCurl(await code(page, id));
    const response = await request.post(url, { headers: { "content-type": "application/json" }, data: body });
    expect(response.status(), id).toBe(200);
    return response.json();
  };
  const shown = withoutReceipt(JSON.parse(await page.locator("#answer").innerText()));
  expect(withoutReceipt(await send("curl"))).toEqual(shown);
  expect((await send("batch")).results.map(withoutReceipt)).toEqual([shown]);
  expect((await send("open-inference")).outputs[0]).toMatchObject({ name: "estimate", data: [shown.estimate] });
  expect(await send("mlflow")).toEqual({ predictions: [shown.estimate] });
});

test("the call in JavaScript runs as it stands", async ({ page }) => {
  await page.goto(calls);
  const program = await code(page, "javascript");
  expect(await page.evaluate(`(async () => { ${program} return estimate; })()`)).toBeCloseTo(ESTIMATE, 8);
});

test("the call in Python runs as it stands", async ({ page }) => {
  test.skip(!canRun("python3", "-c", "import requests"), "needs python3 with requests");
  await page.goto(calls);
  expect(Number(await printed("python3", "-c", await code(page, "python")))).toBeCloseTo(ESTIMATE, 8);
});

test("the call in R runs as it stands", async ({ page }) => {
  test.skip(!canRun("Rscript", "-e", "library(httr2)"), "needs R with httr2");
  await page.goto(calls);
  expect(await printed("Rscript", "-e", await code(page, "r"))).toBe("[1] 90242.69");
});

test("sending it shows the status and what the server answers", async ({ page }) => {
  await page.goto(calls);
  const answer = region(page, "The answer");
  const written = withoutReceipt(JSON.parse(await page.locator("#answer").innerText()));
  await answer.getByRole("button", { name: "Send it" }).click();
  await expect(answer.getByRole("status")).toHaveText(/^Status 200, after \d+ ms\.$/);
  expect(withoutReceipt(JSON.parse(await page.locator("#answer").innerText()))).toEqual(written);

  const problem = { type: "/docs#needs-key", title: "a key is needed", status: 401 };
  await page.route("**/predict", (route) => route.fulfill({ status: 401, json: problem }));
  await answer.getByRole("button", { name: "Send it" }).click();
  await expect(answer.getByRole("status")).toHaveText(/^Status 401,/);
  expect(JSON.parse(await page.locator("#answer").innerText())).toEqual(problem);

  await page.route("**/predict", (route) => route.abort());
  await answer.getByRole("button", { name: "Send it" }).click();
  await expect(answer.getByRole("status")).toHaveText("The server did not answer; send it again.");
});

test("the problem that is shown is the one that the API answers", async ({ page, request }) => {
  await page.goto(calls);
  const { url, body } = readCurl(await code(page, "curl"));
  const response = await request.post(url, { data: { ...JSON.parse(body), area: "6000" } });
  expect(JSON.parse(await page.locator("#problem").innerText())).toEqual(await response.json());
  await region(page, "What can go wrong").getByRole("link", { name: "every kind of problem" }).click();
  await expect(page.getByRole("heading", { name: "The input is not valid" })).toBeInViewport();
});

test("the result leads to the calls that ask the same", async ({ page }) => {
  await page.goto(`/models/house-price/estimate?${HOUSE}`);
  await page.getByRole("heading", { name: "Get this from code" }).click();
  await page.getByRole("link", { name: "In JavaScript, TypeScript, Python and R" }).click();
  await expect(page).toHaveURL(calls);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Use it from code");
});

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("holds the code after it is copied", async ({ page }) => {
    await page.goto(calls);
    await region(page, "The call").getByRole("button", { name: "Copy" }).nth(3).click();
    await expect(page.getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page, "python"));
  });
});
