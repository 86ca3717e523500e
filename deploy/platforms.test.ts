import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { expect, test, vi } from "vitest";
import { env } from "../lib/env";
import { readContext } from "../e2e/dockerfile";
import { exitCodes } from "../lib/cli/exit-codes";

const project = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string) => readFileSync(join(project, name), "utf8");
/** What the driver of PostgreSQL reads by itself, and what Elastic Beanstalk does. */
const [OF_PG, OF_BEANSTALK] = ["PGSSLMODE", "NPM_USE_PRODUCTION"];
const server = "node scripts/start.mjs";

test("the Dockerfile has no mistake that a linter knows", () => {
  expect(validate(read("Dockerfile"))).toEqual([]);
  expect(validate("FROM node:26\nCOPY . .\nHEALTHCHECK --intervall=30s CMD true")).not.toEqual([]);
});

test("everything that the build reads is let into the image's build, and nothing that is not there", async () => {
  const context = await readContext(project);
  const inputs = /const inputs = \[([^\]]+)\]/.exec(read("scripts/build.mjs"))![1]!.match(/[\w./-]+/g)!;
  expect(context).toEqual(expect.arrayContaining(inputs.map((path) => path.split("/")[0])));
  for (const name of context) expect(existsSync(join(project, name)), name).toBe(true);
  // A model that changes is copied, and nothing is built for it.
  expect(inputs).not.toContain("model");
});

test("the path for everything reaches the build of an image, by Docker and by Compose", () => {
  expect(read("Dockerfile")).toMatch(/^ARG BASE_PATH\nRUN npm run build$/m);
  expect(parse(read("deploy/compose.yaml")).services.app.build).toEqual({ context: "..", args: ["BASE_PATH"] });
});

test("every platform starts the server that npm start starts, without npm, which would leave before it", () => {
  const { scripts } = JSON.parse(read("package.json"));
  expect(scripts.start).toBe(server);
  expect(read("Procfile")).toBe(`release: ${server} migrate\nweb: ${server}\n`);
  expect(parse(read("app.yaml")).entrypoint).toBe(server);
  expect(read("deploy/README.md")).toContain(`--startup-file "${server}"`);
});

test("where there is neither a build nor its tools, the start says in one line what to run", () => {
  const folder = mkdtempSync(join(tmpdir(), "glasshouse-"));
  for (const name of ["start.mjs", "project.mjs"]) {
    cpSync(join(project, "scripts", name), join(folder, "scripts", name));
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect({ status, stdout, stderr }).toEqual({
    status: exitCodes.call,
    stdout: "",
    stderr: "there is no build: run npm ci --include=dev && npm run build\n",
  });
});

test("Heroku's button asks for the password, makes the key and the database, and starts one process", () => {
  const { addons, env: variables } = JSON.parse(read("app.json"));
  expect(addons).toEqual([{ plan: "heroku-postgresql:essential-0" }]);
  expect(variables).toMatchObject({
    ADMIN_PASSWORD: { required: true, description: expect.stringContaining("At least 8 characters") },
    SECRET_KEY: { generator: "secret" },
    PGSSLMODE: { value: "no-verify" },
    WEB_CONCURRENCY: { value: "1" },
  });
});

test("Elastic Beanstalk runs its hooks, and after a change of settings the same", () => {
  const hooks = readdirSync(join(project, ".platform/hooks"), { recursive: true, encoding: "utf8" });
  expect(hooks.filter((name) => name.endsWith(".sh")).length).toBeGreaterThan(1);
  for (const name of hooks.filter((name) => name.endsWith(".sh"))) {
    expect(read(`.platform/confighooks/${name}`)).toMatch(new RegExp(`\nexec .platform/hooks/${name}\n$`));
    for (const kind of ["hooks", "confighooks"]) {
      expect(statSync(join(project, ".platform", kind, name)).mode & 0o111, name).toBe(0o111);
    }
  }
});

test("next.config.js gives the standalone folder everywhere but on Vercel", async () => {
  const outputOf = async (VERCEL: string) => {
    vi.stubEnv("VERCEL", VERCEL);
    vi.resetModules();
    return (await import("../next.config.js")).default.output;
  };
  expect([await outputOf("1"), await outputOf("")]).toEqual([undefined, "standalone"]);
  vi.unstubAllEnvs();
});

test("systemd makes the folder that the server remembers in", () => {
  const unit = read("deploy/glasshouse.service");
  const [, name] = /^StateDirectory=(.+)$/m.exec(unit)!;
  expect(unit).toMatch(new RegExp(`^Environment=.*\\bDATA_DIR=%S/${name}$`, "m"));
});

test("systemd does not start again what leaves with the code of a setting that cannot be used", () => {
  const prevented = /^RestartPreventExitStatus=(.+)$/m.exec(read("deploy/glasshouse.service"))![1];
  expect(prevented).toBe(String(exitCodes.call));
});

test("the composed container can write nothing, has no privilege and is given the time to leave", () => {
  const { app } = parse(read("deploy/compose.yaml")).services;
  expect(app).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
  const rest = Number(/REST_MILLISECONDS = ([\d_]+)/.exec(read("server.ts"))![1]!.replace("_", "")) / 1000;
  const drain = env().DRAIN_SECONDS + rest;
  for (const limit of [app.stop_grace_period, /TimeoutStopSec=(.+)/.exec(read("deploy/glasshouse.service"))![1]]) {
    expect(Number.parseInt(limit)).toBeGreaterThan(drain);
  }
});

test("every platform is told only settings that there are, and Compose passes on all that are not its own", () => {
  const known = [...read("lib/env.ts").matchAll(/^ \* \| `(\w+)`/gm)].map(([, name]) => name!);
  const { app } = parse(read("deploy/compose.yaml")).services;
  const beanstalk = parse(read(".ebextensions/glasshouse.config")).option_settings;
  const unit = /^Environment=(.+)$/m.exec(read("deploy/glasshouse.service"))![1]!;
  const told = [
    ...Object.keys(JSON.parse(read("app.json")).env).filter((name) => name !== OF_PG),
    ...Object.keys(beanstalk["aws:elasticbeanstalk:application:environment"]).filter((name) => name !== OF_BEANSTALK),
    ...Object.keys(parse(read("app.yaml")).env_variables),
    ...unit.split(" ").map((setting) => setting.split("=")[0]),
  ];
  expect(known).toEqual(expect.arrayContaining(told));
  const passed = app.environment.map((setting: string) => setting.split("=")[0]);
  expect(passed.sort()).toEqual(known.filter((name) => !/^(HOST|PORT|MODEL_DIR)$/.test(name)).sort());
});

/** Relative links of a page of Markdown, without what stands behind "#". */
const linksOf = (markdown: string) =>
  [...markdown.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target!);

test("every link between the guides leads to a file that is there, and the index names each guide", () => {
  const guides = readdirSync(join(project, "docs")).map((name) => `docs/${name}`);
  for (const page of ["README.md", "SECURITY.md", "deploy/README.md", ...guides]) {
    const links = linksOf(read(page)).map((target) => join(dirname(page), target));
    for (const target of links) expect(existsSync(join(project, target)), `${page}: ${target}`).toBe(true);
    if (page === "docs/README.md")
      expect(links).toEqual(expect.arrayContaining(guides.filter((name) => name !== page)));
  }
});

test("the workflow tests on every release line of Node from the one that package.json asks for, with few rights", () => {
  const { permissions, jobs } = parse(read(".github/workflows/test.yml"));
  expect(permissions).toEqual({ contents: "read" });
  const { engines } = JSON.parse(read("package.json"));
  const [oldest] = /\d+/.exec(engines.node)!;
  expect(jobs.test.strategy.matrix.node).toEqual([20, 22, 24, 26]);
  expect(Number(oldest)).toBe(20);
  const [, ofImage] = /^FROM node:(\d+)/m.exec(read("Dockerfile"))!;
  expect(jobs.test.strategy.matrix.node).toContain(Number(ofImage));
  for (const job of Object.values<{ "timeout-minutes": number }>(jobs)) expect(job["timeout-minutes"]).toBeLessThan(60);
});

test("the guide to environments names only settings that there are", () => {
  const known = [...read("lib/env.ts").matchAll(/^ \* \| `(\w+)`/gm)].map(([, name]) => name!);
  const named = read("docs/environments.md").match(/(?<=`)[A-Z]+(_[A-Z]+)+(?=[`=])/g)!;
  expect(known).toEqual(expect.arrayContaining(named));
});

test("the guide to settings names every setting once, and no other", () => {
  const known = [...read("lib/env.ts").matchAll(/^ \* \| `(\w+)`/gm)].map(([, name]) => name!);
  const listed = [...read("docs/settings.md").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
  expect(listed.sort()).toEqual(known.sort());
});
