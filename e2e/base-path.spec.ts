import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { writeModelFolder } from "../lib/testing/model-folders";
import { BASE_PATH as PATH, buildForPath, standalone } from "../scripts/build-for-path.mjs";
import { expect, test } from "./browser";
import { crawl } from "./crawl";
import { startServer } from "./own-server";
import { startProxy, type Manner } from "./path-proxy";

const PASSWORD = "correct horse battery";
const HOUSE = "area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1";
const execute = promisify(execFile);

// One build, one server and two proxies for all of it.
test.describe.configure({ mode: "default", timeout: 120_000 });

let folder: string;
let own: ReturnType<typeof startServer>;
let server: string;
let proxies: Record<Manner, Awaited<ReturnType<typeof startProxy>>>;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  expect(await buildForPath()).toBe(0);
  folder = await mkdtemp(join(tmpdir(), "glasshouse-path-"));
  const models = join(folder, "models");
  await writeModelFolder(models, "untrained");
  for (const name of await readdir("model")) await symlink(resolve("model", name), join(models, name));
  const settings = { PORT: "0", MODEL_DIR: models, DATA_DIR: folder, ADMIN_PASSWORD: PASSWORD, RATE_LIMIT: "0" };
  own = startServer(settings, standalone);
  server = new URL(await own.address).origin;
  const { port } = new URL(server);
  proxies = {
    "passes the path on": await startProxy(port, PATH, "passes the path on"),
    "takes the path off": await startProxy(port, PATH, "takes the path off"),
  };
});

test.afterAll(async () => {
  for (const { stop } of Object.values(proxies ?? {})) stop();
  own?.server.kill("SIGKILL");
  await own?.stopped;
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("the server says its address with the path, and that another path takes another build", async () => {
  expect(await own.address).toBe(server + PATH);
  const other = startServer({ PORT: "0", DATA_DIR: "none", BASE_PATH: "/other" }, standalone);
  expect(new URL(await other.address).pathname).toBe(PATH);
  other.server.kill("SIGKILL");
  expect((await other.stopped).output).toContain("BASE_PATH is /other, but this build is for /glasshouse");
});

for (const path of ["/api/health/live", "/api/health/ready", "/health", "/ping", "/metrics", "/v2/health/ready", "/"]) {
  test(`${path} answers a probe that knows nothing of the path`, async () => {
    expect((await fetch(server + path)).status).toBe(200);
    expect((await fetch(server + PATH + path)).status).toBe(200);
  });
}

/** The owner's cookie, as a browser would send it to the pages. */
async function logIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}${PATH}/admin/login`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ password: PASSWORD }),
    redirect: "manual",
  });
  expect(response.headers.get("location")).toBe(`${PATH}/admin/keys`);
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toContain(`; Path=${PATH};`);
  return cookie!.split(";")[0]!;
}

for (const manner of ["passes the path on", "takes the path off"] as const) {
  test.describe(`behind a proxy that ${manner}`, () => {
    let origin: string;
    test.beforeAll(() => {
      origin = proxies[manner].origin;
    });
    test.afterEach(() => {
      expect(proxies[manner].strays.splice(0)).toEqual([]);
    });

    test("everything that pages lead to is under the path, and is there", async () => {
      const starts = ["/", "/admin/keys", "/monitoring", "/robots.txt", `/models/house-price/estimate?${HOUSE}`];
      const { paths, broken, strays } = await crawl(origin, PATH, starts, await logIn(origin));
      expect(broken).toEqual([]);
      expect(strays).toEqual([]);
      const pages = ["", "/estimate", "/card", "/batch", "/api"].map((page) => `/models/house-price${page}`);
      const others = ["/docs", "/compare", "/pipeline", "/monitoring/salary", "/icon.svg", "/api/openapi.json"].concat([
        "/favicon.ico",
        "/apple-touch-icon.png",
        "/manifest.webmanifest",
        "/saved",
      ]);
      expect([...paths]).toEqual(expect.arrayContaining([...pages, ...others]));
      for (const kind of [/\.css$/, /\.js$/, /\.woff2$/]) expect([...paths].some((path) => kind.test(path))).toBe(true);
    });

    test("a result names its image and itself by addresses under the path", async () => {
      const text = await (await fetch(`${origin}${PATH}/models/house-price/estimate?${HOUSE}`)).text();
      const image = /property="og:image" content="([^"]*)"/.exec(text)![1]!.replaceAll("&amp;", "&");
      expect(image.startsWith(`${origin}${PATH}/models/house-price/estimate/image?`)).toBe(true);
      expect((await fetch(image)).headers.get("content-type")).toBe("image/png");
      expect(text).toContain(`<link rel="canonical" href="${origin}${PATH}/models/house-price/estimate?`);
    });

    test("the page in the place of one that is not to be had leads on", async () => {
      for (const [path, status] of Object.entries({ "/models/untrained": 503, "/models/nowhere": 404 })) {
        const response = await fetch(`${origin}${PATH}${path}`);
        expect(response.status, path).toBe(status);
        const links = (await response.text()).match(/ href="(?!#)[^"]*/g)!;
        expect(links.length, path).toBeGreaterThan(1);
        expect(links.filter((link) => !link.startsWith(` href="${PATH}`))).toEqual([]);
      }
    });

    test("every call of the OpenAPI document is answered at the address of its server", async () => {
      const { servers, paths } = await (await fetch(`${origin}${PATH}/api/openapi.json`)).json();
      expect(servers.map(({ url }: { url: string }) => url)).toEqual([PATH]);
      const { models } = await (await fetch(`${origin}${PATH}/api/models`)).json();
      const { version } = models.find(({ id }: { id: string }) => id === "salary");
      for (const [template, methods] of Object.entries<Record<string, Operation>>(paths)) {
        const path = template.replace("{model}", "salary").replace("{version}", version);
        for (const [method, { requestBody }] of Object.entries(methods)) {
          const [[type, { examples = {} }] = ["text/plain", {}]] = Object.entries(requestBody?.content ?? {});
          const [example] = Object.values(examples).map(({ value }) => value);
          const response = await fetch(origin + servers[0].url + path, {
            // fetch writes every method in capitals but this one.
            method: method.toUpperCase(),
            ...(requestBody && { headers: { "content-type": type }, body: JSON.stringify(example) }),
          });
          expect.soft(response.headers.get("x-request-id"), path).toBeTruthy();
          expect.soft([404, 405, 500], `${method} ${path}`).not.toContain(response.status);
        }
      }
    });

    test("what the API links to is there", async () => {
      const { models } = await (await fetch(`${origin}${PATH}/api/models`)).json();
      for (const { links } of models) {
        for (const link of [links.self, links.page]) expect((await fetch(origin + link)).status, link).toBe(200);
      }
      const problem = await (await fetch(`${origin}${models[0].links.predict}`, { method: "POST" })).json();
      const [page, kind] = problem.type.split("#");
      expect(await (await fetch(origin + page)).text()).toContain(`id="${kind}"`);
    });

    test("the code for programs runs as it stands", async ({ page }) => {
      await page.goto(`${origin}${PATH}/models/house-price/api?${HOUSE}`);
      const code = (id: string) => page.locator(`#call-${id}`).evaluate(({ textContent }) => textContent);
      for (const id of ["curl", "batch", "open-inference", "mlflow"]) {
        const { stdout } = await execute("sh", ["-c", await code(id)]);
        expect(stdout, id).toContain("90242.69");
      }
      const program = await code("javascript");
      expect(await page.evaluate(`(async () => { ${program} return estimate; })()`)).toBeCloseTo(90242.690714523, 8);
      for (const id of ["typescript", "python", "r"]) {
        expect(await code(id)).toContain(`"${origin}${PATH}/api/models/house-price/predict"`);
      }
      await page.getByRole("button", { name: "Send the request" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Status" })).toContainText("Status 200");
      await page.getByRole("button", { name: "Show on this page" }).click();
      await expect(page.locator("#exported")).toContainText("SELECT");
    });

    test("a person goes from page to page, estimates, and reports an outcome", async ({ page }) => {
      await page.goto(`${origin}${PATH}`);
      await page.getByRole("link", { name: "API", exact: true }).click();
      await expect(page).toHaveURL(`${origin}${PATH}/models/house-price-hedonic/api`);
      await page.getByRole("navigation", { name: "More" }).getByRole("link", { name: "API reference" }).click();
      await expect(page).toHaveURL(`${origin}${PATH}/docs`);
      await page.getByRole("link", { name: "Glasshouse", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${PATH}/?$`));
      await page.goto(`${origin}${PATH}/models/salary`);
      for (const [name, value] of Object.entries({ Experience: "2", "Test score": "9", "Interview score": "6" })) {
        await page.getByRole("textbox", { name }).fill(value);
      }
      await page.getByRole("button", { name: /^Estimate the/ }).click();
      await expect(page).toHaveURL(/\/glasshouse\/models\/salary\/estimate\?experience=2/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We estimate$52,100");
      await page.goBack();
      await expect(page).toHaveURL(/\/glasshouse\/models\/salary\?experience=2/);

      await page.goto(`${origin}${PATH}/models/house-price/estimate?${HOUSE}`);
      const live = page.waitForResponse(`${origin}${PATH}/api/models/house-price/predict`);
      await page.locator("input[type=range]:enabled").first().press("ArrowRight");
      expect((await live).status()).toBe(200);
      await page
        .getByRole("textbox", { name: "The actual sale price" })
        .fill(manner === "passes the path on" ? "95000" : "96000");
      await page.locator("#outcome").getByRole("button", { name: "Send" }).click();
      await expect(page.locator("#outcome").getByRole("status")).toContainText("is saved and will count");
      await expect(page).toHaveURL(/\/glasshouse\/models\/house-price\/estimate\?/);

      await page.goto(`${origin}${PATH}/compare`);
      await page.getByRole("button", { name: /^Compare both models/ }).click();
      await expect(page).toHaveURL(/\/glasshouse\/compare\?/);
    });

    test("a table is estimated by the worker of its page", async ({ page }) => {
      await page.goto(`${origin}${PATH}/models/salary/batch`);
      const buffer = Buffer.from("experience,test_score,interview_score\n5,8,7\n2,9,6\n");
      await page.locator("input[type=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
      const worker = page.waitForEvent("worker");
      await page.getByRole("button", { name: "Estimate all rows" }).click();
      expect((await worker).url()).toContain(`${origin}${PATH}/_next/`);
      await expect(page.getByRole("heading", { name: "All 2 rows have an estimate." })).toBeVisible({
        timeout: 15_000,
      });
    });

    test("the owner logs in, makes a key and logs out", async ({ page, context }) => {
      await page.goto(`${origin}${PATH}/admin/login`);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByLabel("Name").fill("a script");
      await page.getByLabel("Get estimates, score tables, export models").uncheck();
      await page.getByLabel("Erase estimates, read monitoring").check();
      await page.getByRole("button", { name: "Create key" }).click();
      await expect(page.getByRole("status").first()).toContainText(/gh_[\w-]{32}/);
      const paths = (await context.cookies()).map(({ path }) => path);
      expect([...new Set(paths)].sort()).toEqual([PATH, `${PATH}/admin/keys`]);
      await page.getByRole("link", { name: "Revoke a script" }).first().click();
      await page.getByRole("button", { name: "Revoke the key" }).click();
      await page.getByRole("button", { name: "Log out" }).click();
      await expect(page.getByLabel("Password")).toBeVisible();
    });
  });
}

interface Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
}
