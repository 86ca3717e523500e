import { type Page, expect, test } from "./browser";
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { violations } from "./axe";
import { startServer } from "./own-server";

const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const calls = `/models/house-price/api?${HOUSE}`;
const ESTIMATE = 90242.690714523;

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** The code under an id, be it folded or behind another tab. */
const code = async (page: Page, id: string) => (await page.locator(`#call-${id}`).textContent())!;
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });

/** What a curl would send, read as a shell reads it. */
function readCurl(curl: string): { url: string; body: string } {
  const [, url, body] = /^curl '?([^\s']+)'? [^]*--data '([^]*)'$/.exec(curl)!;
  return { url: url!, body: body! };
}

function canRun(program: string, ...options: string[]): boolean {
  return spawnSync(program, options).status === 0;
}

/** What a program prints; waited for without holding up the test's own browser. */
async function printed(program: string, options: string[], settings: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, ...settings };
  return (await promisify(execFile)(program, options, { env })).stdout.trim();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the calls stand in five languages with the real answer, and only code scrolls sideways", async ({ page }) => {
    await page.goto(calls);
    for (const id of ["curl", "javascript", "typescript", "python", "r"]) {
      await expect(page.locator(`#call-${id}`)).toContainText("/api/models/house-price/predict");
      await expect(page.locator(`#call-${id}`)).toContainText("6000");
      await expect(page.locator(`#call-${id}`)).toBeVisible();
      await expect(page.locator(`a[href="#call-${id}"]`)).toBeVisible();
    }
    await expect(page.getByRole("tab")).toHaveCount(0);
    const answer = JSON.parse(await page.locator("#answer").innerText());
    expect(answer.estimate).toBeCloseTo(ESTIMATE, 8);
    await expect(page.getByRole("main").getByRole("button")).toHaveText(["Download"]);
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
  const section = region(page, "Export as SQL or code");
  await section.getByRole("button", { name: "Show on this page" }).click();
  await expect(section.locator("#exported")).toContainText('FROM "house_price" AS glasshouse_source');
  await section.getByLabel("Language").selectOption("Python");
  await expect(section.locator("#exported")).toHaveCount(0);
  await expect(section.getByLabel("Table")).toBeHidden();
  await section.getByRole("button", { name: "Show on this page" }).click();
  await expect(section.locator("#exported")).toContainText("def predict(*, area: float, bedrooms: int");
});

test("the samples show a typical example where the address has no inputs", async ({ page }) => {
  await page.goto("/models/salary/api");
  await expect(page.getByText("The inputs are a typical example.")).toBeVisible();
  await expect(page.locator("#call-curl")).toContainText('{ "experience": 5, "test_score": 8, "interview_score": 7 }');
});

test("an address at fault says what it needs and leads to the form", async ({ page }) => {
  await page.goto("/models/salary/api?experience=99&test_score=9&interview_score=6");
  await expect(page.getByText("Enter the experience in years, 0 to 50")).toBeVisible();
  await expect(page.locator("#call-curl")).toContainText('"experience": 5');
  await page.getByRole("link", { name: "correct the inputs in the form" }).click();
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
  expect(Number(await printed("python3", ["-c", await code(page, "python")]))).toBeCloseTo(ESTIMATE, 8);
});

test("the call in R runs as it stands", async ({ page }) => {
  test.skip(!canRun("Rscript", "-e", "library(httr2)"), "needs R with httr2");
  await page.goto(calls);
  expect(await printed("Rscript", ["-e", await code(page, "r")])).toBe("[1] 90242.69");
});

test.describe("where keys are needed", () => {
  const KEY = "gh_of_a_test";
  let own: ReturnType<typeof startServer>;
  let address: string;
  test.beforeAll(async () => {
    const API_KEYS = createHash("sha256").update(KEY).digest("hex");
    own = startServer({ PORT: "0", DATA_DIR: "none", API_KEYS, ADMIN_PASSWORD: "correct horse battery" });
    address = await own.address;
  });
  test.afterAll(async () => {
    own?.server.kill("SIGKILL");
    await own?.stopped;
  });

  test("the calls as they are printed are answered with the key of the environment, and refused without", async ({
    page,
  }) => {
    test.slow();
    await page.goto(address + calls);
    await expect(page.getByText("Calls need a key. The owner of this server creates it at /admin/keys.")).toBeVisible();
    const status = " --silent --output /dev/null --write-out '%{http_code}'";
    for (const id of ["curl", "batch", "open-inference", "mlflow"]) {
      const command = ["-c", (await code(page, id)) + status];
      expect(await printed("sh", command, { GLASSHOUSE_KEY: KEY }), id).toBe("200");
      expect(await printed("sh", command, { GLASSHOUSE_KEY: "" }), id).toBe("401");
    }
    // As text, which no terminal colours.
    const show = "; console.log(`${response.status} ${estimate}`)";
    const script = ["--input-type=module", "-e", (await code(page, "javascript")) + show];
    expect(await printed(process.execPath, script, { GLASSHOUSE_KEY: KEY })).toMatch(/^200 90242\.69/);
    if (canRun("python3", "-c", "import requests")) {
      const program = ["-c", await code(page, "python")];
      expect(Number(await printed("python3", program, { GLASSHOUSE_KEY: KEY }))).toBeCloseTo(ESTIMATE, 8);
    }
    if (canRun("Rscript", "-e", "library(httr2)")) {
      const program = ["-e", await code(page, "r")];
      expect(await printed("Rscript", program, { GLASSHOUSE_KEY: KEY })).toBe("[1] 90242.69");
    }
  });

  test("the page itself sends the request without a key, and breaks no rule of accessibility", async ({ page }) => {
    test.slow();
    for (const path of [calls, "/docs"]) {
      await page.goto(address + path);
      await page.getByRole("button", { name: "Send the request" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Status" })).toHaveText(/^Status 200,/);
    }
    await page.goto(address + calls);
    await expect(page.locator("#export-call")).toContainText('--header "authorization: Bearer $GLASSHOUSE_KEY"');
    expect(await violations(page)).toEqual([]);
  });
});

test.describe("the languages", () => {
  test("are tabs by the keyboard: arrows go round, Home and End lead to the ends, Tab to the code", async ({
    page,
  }) => {
    await page.goto(calls);
    await expect(tab(page, "curl")).toHaveAttribute("aria-selected", "true");
    await tab(page, "curl").focus();
    for (const [key, name, id] of [
      ["ArrowRight", "JavaScript", "javascript"],
      ["End", "R", "r"],
      ["ArrowRight", "curl", "curl"],
      ["ArrowLeft", "R", "r"],
      ["Home", "curl", "curl"],
      ["ArrowRight", "JavaScript", "javascript"],
    ]) {
      await page.keyboard.press(key!);
      await expect(tab(page, name!)).toBeFocused();
      await expect(tab(page, name!)).toHaveAttribute("aria-selected", "true");
      await expect(page.getByRole("tabpanel")).toHaveCount(1);
      await expect(page.locator(`#call-${id}`)).toBeVisible();
    }
    await page.keyboard.press("Tab");
    await expect(region(page, "Request").getByRole("button", { name: "Copy the request" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("#call-javascript")).toBeFocused();
  });

  test("stay as chosen after a reload, for another model and in the reference", async ({ page }) => {
    await page.goto(calls);
    await tab(page, "Python").click();
    for (const path of [calls, "/models/salary/api", "/docs"]) {
      await page.goto(path);
      await expect(tab(page, "Python")).toHaveAttribute("aria-selected", "true");
      await expect(page.locator("#call-python")).toBeVisible();
      await expect(page.locator("#call-curl")).toBeHidden();
    }
  });

  test("are chosen by the end of the address too", async ({ page }) => {
    await page.goto(`${calls}#call-r`);
    await expect(tab(page, "R")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("#call-r")).toBeInViewport();
  });

  test("can be chosen where the browser keeps nothing", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await page.goto(calls);
    await tab(page, "TypeScript").click();
    await expect(page.locator("#call-typescript")).toBeVisible();
    await expect(page.getByText("For typed TypeScript clients, use openapi-typescript")).toBeVisible();
  });
});

test("sending it shows the status and what the server answers", async ({ page }) => {
  await page.goto(calls);
  const answer = region(page, "Response");
  const status = answer.getByRole("status").first();
  const written = withoutReceipt(JSON.parse(await page.locator("#answer").innerText()));
  await answer.getByRole("button", { name: "Send the request" }).click();
  await expect(status).toHaveText(/^Status 200, after \d+ ms\.$/);
  expect(withoutReceipt(JSON.parse(await page.locator("#answer").innerText()))).toEqual(written);

  const problem = { type: "/docs#needs-key", title: "a key is needed", status: 401 };
  await page.route("**/predict", (route) => route.fulfill({ status: 401, json: problem }));
  await answer.getByRole("button", { name: "Send the request" }).click();
  await expect(status).toHaveText(/^Status 401,/);
  expect(JSON.parse(await page.locator("#answer").innerText())).toEqual(problem);

  await page.route("**/predict", (route) => route.abort());
  await answer.getByRole("button", { name: "Send the request" }).click();
  await expect(status).toHaveText("The server did not answer. Send the request again.");
});

test("the problem that is shown is the one that the API answers", async ({ page, request }) => {
  await page.goto(calls);
  const { url, body } = readCurl(await code(page, "curl"));
  const response = await request.post(url, { data: { ...JSON.parse(body), area: "6000" } });
  expect(JSON.parse(await page.locator("#problem").innerText())).toEqual(await response.json());
  await region(page, "Errors").getByRole("link", { name: "every kind of error" }).click();
  await expect(page.getByRole("heading", { name: "The input is not valid" })).toBeInViewport();
});

test("the result leads to the calls that ask the same", async ({ page }) => {
  await page.goto(`/models/house-price/estimate?${HOUSE}`);
  await page.getByRole("heading", { name: "Get this from code" }).click();
  await page.getByRole("link", { name: "In JavaScript, TypeScript, Python and R" }).click();
  await expect(page).toHaveURL(calls);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API of House price");
});

test.describe("the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("holds the code after it is copied", async ({ page }) => {
    await page.goto(calls);
    await tab(page, "Python").click();
    await region(page, "Request").getByRole("button", { name: "Copy the request" }).click();
    await expect(page.getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page, "python"));
  });
});
