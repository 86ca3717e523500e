import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "./browser";
import { makeModelFolder, writeModelFolder } from "../lib/testing/model-folders";
import { violations } from "./axe";
import { test as base } from "./own-server";

const PASSWORD = "correct horse battery";

/** Tests with a folder of models, and one of data, of their own. */
const test = base.extend<{ models: string; settings: Record<string, string> }>({
  models: async ({}, provide) => {
    const models = await mkdtemp(join(tmpdir(), "glasshouse-models-"));
    await provide(models);
    await rm(models, { recursive: true });
  },
  settings: async ({ models }, provide) => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-data-"));
    await provide({ PORT: "0", MODEL_DIR: models, DATA_DIR, ADMIN_PASSWORD: PASSWORD, LOG_LEVEL: "debug" });
    await rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
  },
});

// Each starts a server or two and waits for what that finds later.
test.slow();

/** `npm run train -- <folder>`, as the command at the start says it. */
const train = (folder: string) => promisify(execFile)(process.execPath, ["scripts/cli.mjs", "train", folder]);

async function statuses(address: string, paths: string[]): Promise<Record<string, number>> {
  const answers = await Promise.all(paths.map(async (path) => [path, (await fetch(address + path)).status] as const));
  return Object.fromEntries(answers);
}

const predict = (address: string, id: string) =>
  fetch(`${address}/api/models/${id}/predict`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ area: 100, city: "A" }),
  });

/** The pages and the addresses of the API that are about one model. */
const about = (id: string) => [
  `/models/${id}`,
  `/models/${id}/estimate?area=100&city=A`,
  `/models/${id}/card`,
  `/models/${id}/batch`,
  `/models/${id}/api`,
  `/monitoring/${id}`,
  `/api/models/${id}`,
  `/v2/models/${id}`,
];

test("a model that is not trained takes down nothing: it is named at the start, and served once it is trained", async ({
  start,
  models,
  settings,
}) => {
  await makeModelFolder(models, "good");
  const untrained = await writeModelFolder(models, "untrained");
  await mkdir(join(models, ".ipynb_checkpoints"));
  const { server, stopped, address: starting } = start(settings);
  const address = await starting;

  const all = ["/", "/compare", "/docs", "/pipeline", "/monitoring", "/api/models", "/api/health/ready", "/ping"];
  for (const [path, status] of Object.entries(await statuses(address, [...all, ...about("good")]))) {
    expect(status, path).toBe(200);
  }
  expect((await predict(address, "good")).status).toBe(200);
  expect(await (await fetch(address)).text()).not.toContain("untrained");
  for (const [path, status] of Object.entries(await statuses(address, about("untrained")))) {
    expect(status, path).toBe(503);
  }
  expect(await (await predict(address, "untrained")).json()).toMatchObject({ type: "/docs#model-unavailable" });

  await train(untrained);
  await expect.poll(async () => (await predict(address, "untrained")).status).toBe(200);
  for (const [path, status] of Object.entries(await statuses(address, about("untrained")))) {
    expect(status, path).toBe(200);
  }
  expect(await (await fetch(address)).text()).toContain("The untrained model");

  server.kill("SIGTERM");
  const { code, output } = await stopped;
  expect(code).toBe(0);
  const reason = "model untrained is not served: it is not trained: artifact.json is missing";
  const lines = output.split("\n");
  expect(lines).toContain(`${reason}; to mend it: node glasshouse.mjs train ${untrained}`);
  expect(output).not.toContain("ipynb");
  // Pages and API have copies of the modules, and one registry.
  for (const id of ["good", "untrained"]) {
    expect(lines.filter((line) => line.includes(`model ${id} is loaded`))).toHaveLength(1);
  }
});

test("the owner alone sees in the pipeline what is wrong with a model, also while its last good version answers", async ({
  page,
  start,
  models,
  settings,
}) => {
  const good = await makeModelFolder(models, "good");
  await writeModelFolder(models, "untrained");
  const address = await start(settings).address;
  const command = page.getByText(`node glasshouse.mjs train ${good}`);

  await page.goto(`${address}/models/untrained`);
  await expect(page.getByRole("heading", { name: "This model is not available at the moment." })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "See all models" }).click();
  await expect(page).toHaveURL(`${address}/#all-models`);

  await page.goto(`${address}/pipeline`);
  await expect(page.getByText("loaded and available")).toBeVisible();
  await expect(page.getByText("untrained")).toBeHidden();

  await page.goto(`${address}/monitoring`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Password")).toBeHidden();
  await page.goto(`${address}/pipeline`);
  await expect(
    page.getByText("untrained is not available: it is not trained: artifact.json is missing."),
  ).toBeVisible();
  await expect(page.getByText(`node glasshouse.mjs train ${join(models, "untrained")}`)).toBeVisible();
  await expect(command).toBeHidden();
  expect(await violations(page)).toEqual([]);

  await writeFile(join(good, "model.json"), "{");
  await expect(async () => {
    await page.reload();
    await expect(command).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(page.getByText(/^good is still served in version [0-9a-f]{12}: model.json is not JSON/)).toBeVisible();
  expect((await predict(address, "good")).status).toBe(200);
});

test("a folder without a model is said at the start, on the home page and by readiness", async ({
  start,
  settings,
}) => {
  const { server, stopped, address: starting } = start(settings);
  const address = await starting;
  const home = await fetch(address);
  expect(home.status).toBe(200);
  const text = await home.text();
  expect(text).toContain("No model is published yet.");
  expect(text).toContain("npm run train -- model/my-model");
  const ready = await fetch(`${address}/api/health/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ detail: "MODEL_DIR holds no model" });
  for (const [path, status] of Object.entries(await statuses(address, ["/compare", "/docs", "/pipeline"]))) {
    expect(status, path).toBe(200);
  }
  server.kill("SIGTERM");
  const command = `node glasshouse.mjs train ${join(settings.MODEL_DIR!, "my-model")}`;
  expect((await stopped).output).toContain(`with model.json and training.csv in it, and run ${command}`);
});

test("MODEL_DIR that is no folder is said in one line, and nothing is served", async ({ start, models, settings }) => {
  await writeFile(join(models, "file"), "");
  for (const [name, fault] of [
    ["nowhere", "is not there"],
    ["file", "is not a folder"],
  ] as const) {
    const MODEL_DIR = join(models, name);
    expect(await start({ ...settings, MODEL_DIR }).stopped).toEqual({
      code: 2,
      output: `MODEL_DIR must be a folder with a folder for each model; ${MODEL_DIR} ${fault}\n`,
    });
  }
});
