import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { estimateSchema } from "../lib/api/resources/predict/schema";
import { HOUSE, house } from "../lib/testing/api";
import { buildStage, type Stage } from "./dockerfile";

const project = fileURLToPath(new URL("..", import.meta.url));
const execute = promisify(execFile);

/**
 * The stage "build" is this folder: `npm test` has run its steps here. With DOCKERFILE=fresh they run again, in an
 * empty folder with what .dockerignore lets in: that takes minutes, and shows that nothing else is needed.
 */
const fresh = process.env.DOCKERFILE === "fresh";
let folder: string;
let image: Stage;

test.beforeAll(async () => {
  if (fresh) test.setTimeout(900_000);
  folder = await mkdtemp(join(tmpdir(), "glasshouse-image-"));
  const built = fresh
    ? await buildStage(project, "build", join(folder, "build"))
    : { locate: (path: string) => join(project, path.replace(/^\/app\//, "")) };
  image = await buildStage(project, "", join(folder, "image"), { build: built as Stage });
  await mkdir(image.locate("/tmp"));
  await execute("chmod", ["-R", "a-w", image.locate("/")]);
  await execute("chmod", ["-R", "a+rX", image.locate(image.workdir)]);
  // A volume, as a new one is: with the owner and the rights that the image has there.
  await execute("chmod", ["u+w", image.locate("/data")]);
  await execute("chmod", ["a+x", folder]);
});

test.afterAll(async () => {
  await execute("chmod", ["-R", "u+w", folder]);
  await rm(folder, { recursive: true });
});

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return String(port);
}

/** Start one of the image's commands as the image's user; whoever is not root here is unprivileged already. */
function start([program, ...options]: string[], settings: Record<string, string>) {
  expect(program).toBe("node");
  const child = spawn(process.execPath, options, {
    cwd: image.locate(image.workdir),
    env: {
      NODE_ENV: "production",
      HOME: image.locate("/tmp"),
      TMPDIR: image.locate("/tmp"),
      ...image.environment,
      ...settings,
    },
    ...(process.getuid?.() === 0 ? image.user : {}),
  });
  child.stdout.resume();
  return child;
}

async function exitCode(child: ReturnType<typeof start>): Promise<number> {
  const [code] = await once(child, "exit");
  return code as number;
}

/** Every file of the image with its size and time. */
async function list(): Promise<string[]> {
  const names = await readdir(image.locate("/"), { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs } = await stat(image.locate(name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}

test("the image runs as a user without privileges on files that nobody can change, and leaves when told to", async () => {
  expect(image.user.uid).toBeGreaterThan(0);
  const before = await list();
  const settings = { HOST: "127.0.0.1", PORT: await freePort() };
  const address = `http://127.0.0.1:${settings.PORT}`;
  const server = start(image.entrypoint, settings);
  const stopped = exitCode(server);
  const complaints = text(server.stderr);
  try {
    await expect(async () => expect(await exitCode(start(image.healthcheck, settings))).toBe(0)).toPass({
      timeout: 20_000,
    });

    const answer = await fetch(address + HOUSE, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(house),
    });
    const { estimate } = estimateSchema.parse(await answer.json());
    expect(estimate).toBeCloseTo(90242.690714523, 8);

    const page = await (await fetch(`${address}/models/house-price`)).text();
    expect(page).toContain("<form");
    const style = /\/_next\/static\/[^"]+\.css/.exec(page)?.[0];
    for (const path of ["/", "/icon.svg", style, "/nowhere"]) {
      expect((await fetch(address + path)).status, path).toBe(path === "/nowhere" ? 404 : 200);
    }
  } finally {
    server.kill("SIGTERM");
  }
  expect(await stopped).toBe(0);
  expect(await complaints).toBe("");
  expect(await exitCode(start(image.healthcheck, settings))).toBe(1);
  expect(await list()).toEqual(before);
});

test("the image's user may write to a volume at /data, and nobody else may read what is there", async () => {
  const migrate = start([...image.entrypoint, "migrate"], { DATA_DIR: image.locate("/data") });
  const [code, complaints] = await Promise.all([exitCode(migrate), text(migrate.stderr)]);
  expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
  expect(await readdir(image.locate("/data"))).toContain("glasshouse.db");
  expect((await stat(image.locate("/data"))).mode & 0o077).toBe(0);
});

test("a command after the image's name runs in place of the server", async () => {
  const migrate = start([...image.entrypoint, "migrate"], { DATABASE_URL: "postgres://127.0.0.1:1/none" });
  const [code, complaints] = await Promise.all([exitCode(migrate), text(migrate.stderr)]);
  expect({ code, complaints }).toEqual({
    code: 3,
    complaints: "the store cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n",
  });
});
