import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { folder as packed, layOut } from "../scripts/pack.mjs";
import { test } from "./own-server";

const project = fileURLToPath(new URL("..", import.meta.url));
const MEGABYTE = 1_000_000;

/** An empty folder in which the package is installed, with its dependencies and nothing else of the project beside it. */
let folder: string;
let installed: string;
let archive: { filename: string; size: number; unpackedSize: number; files: { path: string }[] };

// They share the folder that the package is laid out in.
test.describe.configure({ mode: "default", timeout: 120_000 });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
  layOut();
  const options = { cwd: folder, encoding: "utf8" } as const;
  [archive] = JSON.parse(execFileSync("npm", ["pack", packed, "--json", "--pack-destination", folder], options));
  installed = join(folder, "node_modules/glasshouse");
  await mkdir(installed, { recursive: true });
  execFileSync("tar", ["-xzf", archive.filename, "--strip-components=1", "-C", installed], options);
  const { dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(project, "node_modules", name), place);
  }
  for (const name of ["model.json", "training.csv"]) {
    await cp(join(project, "model/salary", name), join(folder, "model/salary", name));
  }
});
test.afterAll(() => rm(folder, { recursive: true }));

test("the package holds the build and no package, model, test, map, store or path of this machine", async () => {
  const paths = archive.files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["glasshouse.mjs", "LICENSE", "README.md", "glasshouse/server.mjs"]));
  const strangers = /(^|\/)(node_modules|model|lib|e2e|\.data|\.env[^/]*)(\/|$)|\.(test\.\w+|map|db|nft\.json|node)$/;
  // Pages and routes keep the names of their addresses.
  expect(paths.filter((path) => strangers.test(path) && !path.startsWith(".next/server/app/"))).toEqual([]);
  expect(await readFile(join(installed, ".next/required-server-files.json"), "utf8")).not.toContain(dirname(project));
  expect(archive.size).toBeLessThan(12 * MEGABYTE);
  expect(archive.unpackedSize).toBeLessThan(60 * MEGABYTE);
});

test("its dependencies are the six that the build does not hold, in the versions that it was made with", async () => {
  const { dependencies, devDependencies, bin } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  expect([Object.keys(dependencies), devDependencies, bin]).toEqual([
    ["libsql", "next", "pg", "pino", "react", "react-dom"],
    undefined,
    { glasshouse: "glasshouse.mjs" },
  ]);
  for (const [name, version] of Object.entries(dependencies)) {
    const own = JSON.parse(await readFile(join(project, "node_modules", name, "package.json"), "utf8"));
    expect(version, name).toBe(own.version);
  }
});

test("the command trains a folder and serves it: pages, style, API and what is remembered", async ({ start }) => {
  const command = join(installed, "glasshouse.mjs");
  const options = { cwd: folder, encoding: "utf8" } as const;
  expect(execFileSync(process.execPath, [command, "train", "model/salary"], options)).toContain("8 rows");
  expect(execFileSync(process.execPath, [command, "--help"], options)).toMatch(/^Usage: glasshouse /);

  const settings = { PORT: "0", DATA_DIR: join(folder, "data"), DATABASE_URL: "" };
  const { address, server, stopped } = start(settings, installed, ["serve", join(folder, "model")]);
  const page = await (await fetch(`${await address}/models/salary`)).text();
  expect(page).toContain("<form");
  const style = /\/_next\/static\/[^"]+\.css/.exec(page)![0];
  for (const path of [style, "/", "/models/salary/card", "/monitoring/salary", "/api/health/ready", "/icon.svg"]) {
    expect((await fetch((await address) + path)).status, path).toBe(200);
  }
  const answer = await fetch(`${await address}/api/models/salary/predict`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ experience: 2, test_score: 9, interview_score: 6 }),
  });
  expect(await answer.json()).toMatchObject({ model: "salary", receipt: expect.any(String) });
  server.kill("SIGTERM");
  expect((await stopped).code).toBe(0);
});
