import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { env } from "../lib/env";
import { readContext } from "../e2e/dockerfile";
import { exitCodes } from "../lib/cli/exit-codes";

const project = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string) => readFileSync(join(project, name), "utf8");
const server = "node .next/standalone/glasshouse.mjs";

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
  const [pod] = parse(read("deploy/kubernetes/deployment.yaml")).spec.template.spec.containers;
  const { app } = parse(read("deploy/compose.yaml")).services;
  const unit = /^Environment=(.+)$/m.exec(read("deploy/glasshouse.service"))![1]!;
  const told = [
    ...pod.env.map(({ name }: { name: string }) => name),
    ...Object.keys(JSON.parse(read("app.json")).env),
    ...Object.keys(parse(read("app.yaml")).env_variables),
    ...unit.split(" ").map((setting) => setting.split("=")[0]),
  ];
  expect(known).toEqual(expect.arrayContaining(told));
  const passed = app.environment.map((setting: string) => setting.split("=")[0]);
  expect(passed.sort()).toEqual(known.filter((name) => !/^(HOST|PORT|MODEL_DIR)$/.test(name)).sort());
});
