import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { estimateSchema } from "../lib/api/resources/predict/schema";
import { HOUSE, house } from "../lib/testing/api";

/**
 * Each platform's command, as its own file has it, started with that platform's environment where that platform starts
 * it: in the checkout, or in the folder of the build. The port is a free one of this machine, and the address this
 * machine's own.
 */
const project = fileURLToPath(new URL("..", import.meta.url));
const standalone = join(project, ".next/standalone");
const read = (path: string) => readFile(join(project, path), "utf8");

type Settings = Record<string, string>;
interface Boot {
  command: string[];
  cwd: string;
  /** What the platform sets of itself and by our files; a port among them is only the one that it would give. */
  settings: Settings;
}

const split = (command: string) => command.split(" ");
const toSettings = (assignments: string[]): Settings =>
  Object.fromEntries(assignments.map((each) => each.split(/=(.*)/s).slice(0, 2)));

/** The command of a line of a Procfile. */
function lineOf(procfile: string, name: string): string[] {
  return split(new RegExp(`^${name}: (.+)$`, "m").exec(procfile)![1]!);
}

/** What the last stage of the Dockerfile says. */
async function image(settings: Settings = {}): Promise<Boot> {
  const stage = (await read("Dockerfile")).split(/^FROM /m).at(-1)!;
  const own = toSettings(split(/^ENV (.+)$/m.exec(stage)![1]!));
  return {
    command: JSON.parse(/^ENTRYPOINT (.+)$/m.exec(stage)![1]!),
    cwd: standalone,
    settings: { ...own, ...settings },
  };
}

/** The words behind an option in the section of a platform of deploy/README.md. */
async function option(section: string, name: string): Promise<string> {
  const sections = (await read("deploy/README.md")).split(/^## /m);
  const own = sections.find((each) => each.startsWith(`${section}\n`))!;
  const [, quoted, bare] = new RegExp(`${name} (?:"([^"]+)"|(\\S+))`).exec(own)!;
  return (quoted ?? bare)!;
}

async function heroku(): Promise<Boot> {
  const { env } = JSON.parse(await read("app.json"));
  const given = Object.entries<{ value?: string; generator?: string; required?: boolean }>(env)
    .filter(([, { required }]) => required !== false)
    .map(([name, { value, generator }]) => [
      name,
      value ?? (generator ? "0123456789abcdef".repeat(4) : "given by hand"),
    ]);
  return {
    command: lineOf(await read("Procfile"), "web"),
    cwd: project,
    settings: { NODE_ENV: "production", DYNO: "web.1", ...Object.fromEntries(given) },
  };
}

/** Elastic Beanstalk's hook has its way with the Procfile first; then every line that is left runs for ever. */
async function beanstalk(): Promise<Boot> {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
  await writeFile(join(folder, "Procfile"), await read("Procfile"));
  execFileSync(join(project, ".platform/hooks/prebuild/procfile.sh"), { cwd: folder });
  const procfile = await readFile(join(folder, "Procfile"), "utf8");
  await rm(folder, { recursive: true });
  expect(procfile.match(/^\w+:/gm)).toEqual(["web:"]);
  const { option_settings } = parse(await read(".ebextensions/glasshouse.config"));
  return {
    command: lineOf(procfile, "web"),
    cwd: project,
    settings: option_settings["aws:elasticbeanstalk:application:environment"],
  };
}

async function appEngine(): Promise<Boot> {
  const { entrypoint, env_variables } = parse(await read("app.yaml"));
  return {
    command: split(entrypoint),
    cwd: project,
    settings: { NODE_ENV: "production", GAE_ENV: "standard", PORT: "8081", ...env_variables },
  };
}

async function azure(): Promise<Boot> {
  const { TRUST_PROXY } = toSettings([await option("Azure Web Apps", "SCM_DO_BUILD_DURING_DEPLOYMENT=true")]);
  return {
    command: split(await option("Azure Web Apps", "--startup-file")),
    cwd: project,
    settings: { NODE_ENV: "production", PORT: "8080", WEBSITE_SITE_NAME: "glasshouse", TRUST_PROXY: TRUST_PROXY! },
  };
}

async function cloudRun(): Promise<Boot> {
  const own = toSettings([await option("Google Cloud Run", "--set-env-vars")]);
  return image({ PORT: "8080", K_SERVICE: "glasshouse", ...own });
}

/** Of the settings that Compose passes on, those that are not set arrive empty, as "NAME" without a value does not. */
async function compose(): Promise<Boot> {
  const { environment } = parse(await read("deploy/compose.yaml")).services.app;
  const set = environment.filter((each: string) => each.includes("=") && !each.startsWith("DATABASE_URL"));
  return image(toSettings(set));
}

async function kubernetes(): Promise<Boot> {
  const folder = "deploy/kubernetes";
  const [base, overlay] = await Promise.all(
    ["base", "overlays/production"].map(async (name) => parse(await read(`${folder}/${name}/kustomization.yaml`))),
  );
  const literals = [base, overlay].flatMap(({ configMapGenerator }) => configMapGenerator[0].literals);
  const [container] = parse(await read(`${folder}/base/deployment.yaml`)).spec.template.spec.containers;
  expect(container.command ?? container.args).toBeUndefined();
  return image({ KUBERNETES_SERVICE_HOST: "10.0.0.1", ...toSettings(literals) });
}

/** The unit's command in its folder; `%S` stands for the folder of the folders that systemd makes. */
async function systemd(): Promise<Boot> {
  const unit = await read("deploy/glasshouse.service");
  const [, command] = /^ExecStart=(.+)$/m.exec(unit)!;
  return {
    command: split(command!.replace(/^\/usr\/bin\/env /, "")),
    cwd: standalone,
    settings: toSettings(split(/^Environment=(.+)$/m.exec(unit)![1]!)),
  };
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return String(port);
}

// One after another: each is a server that loads Next.
test.describe.configure({ mode: "default", timeout: 90_000 });

for (const [platform, describe] of Object.entries({
  Heroku: heroku,
  "Elastic Beanstalk": beanstalk,
  "App Engine": appEngine,
  "Azure Web Apps": azure,
  Docker: image,
  "Cloud Run": cloudRun,
  Compose: compose,
  Kubernetes: kubernetes,
  systemd,
})) {
  test(`${platform}: its command, with its environment, answers, and leaves on SIGTERM`, async () => {
    const { command, cwd, settings } = await describe({});
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-boot-"));
    const own = { HOST: "127.0.0.1", PORT: await freePort(), DATA_DIR, DRAIN_SECONDS: "0" };
    const { PATH = "" } = process.env;
    expect(command[0]).toBe("node");
    const server = spawn(process.execPath, command.slice(1), {
      cwd,
      env: { NODE_ENV: "production", PATH, ...settings, ...own },
    });
    const stopped = once(server, "exit");
    const complaints = text(server.stderr);
    server.stdout.resume();
    try {
      const address = `http://127.0.0.1:${own.PORT}`;
      await expect(async () => expect((await fetch(`${address}/api/health/ready`)).status).toBe(200)).toPass({
        timeout: 60_000,
      });
      const answer = await fetch(address + HOUSE, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(house),
      });
      expect(estimateSchema.parse(await answer.json()).estimate).toBeCloseTo(90242.690714523, 8);
      expect((await fetch(`${address}/models/house-price`)).status).toBe(200);
    } finally {
      server.kill("SIGTERM");
    }
    expect((await stopped)[0]).toBe(0);
    expect(await complaints).toBe("");
    await rm(DATA_DIR, { recursive: true });
  });
}
