import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { standalone, test } from "./own-server";

/** The build, moved to where nothing of development is above it. */
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
  await cp(standalone, folder, { recursive: true, verbatimSymlinks: true });
});
test.afterAll(() => rm(folder, { recursive: true }));

function run(args: string[], input = "") {
  const env = { ...process.env, MODEL_DIR: "", DATA_DIR: join(folder, "data"), DATABASE_URL: "" };
  const options = { cwd: folder, env, input, encoding: "utf8", timeout: 30_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["glasshouse.mjs", ...args], options);
  return { status, stdout, stderr };
}

const people = "experience,test_score,interview_score\n2,9,6\n";

test("--help lists the commands, and each is called as it is here", () => {
  const { status, stdout, stderr } = run(["--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) [[<]/gm)].map(([, command]) => command!);
  expect(commands).toEqual(
    expect.arrayContaining(["serve", "train", "score", "export", "simulate", "verify", "erase", "backup"]),
  );
  expect(run(["migrate", "--help"]).stdout).toContain("Example:\n  node glasshouse.mjs migrate\n");
});

test("score answers a table in threads", () => {
  const { status, stdout, stderr } = run(["score", "salary"], people);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "1 row: 1 scored, 0 refused, 0 bad, 0 extrapolated\n" });
  expect(stdout).toMatch(/^experience,test_score,interview_score,estimate,.*\n2,9,6,52062\.7611220/);
});

test("train writes the artifact that development writes, and parses a large table in threads", async () => {
  const own = join(folder, "own/salary");
  await mkdir(own, { recursive: true });
  for (const name of ["model.json", "training.csv"]) await cp(join("model/salary", name), join(own, name));
  expect(run(["train", own])).toMatchObject({ status: 0, stderr: "" });
  expect(await readFile(join(own, "artifact.json"), "utf8")).toBe(await readFile("model/salary/artifact.json", "utf8"));

  const [header, ...rows] = (await readFile("model/salary/training.csv", "utf8")).trimEnd().split("\n");
  const repeated = rows.flatMap((row) => Array<string>(50_000).fill(row));
  await writeFile(join(own, "training.csv"), `${[header, ...repeated].join("\n")}\n`);
  expect(run(["train", own])).toMatchObject({ status: 0, stdout: expect.stringContaining(": 400,000 rows, ") });
});

test("migrate, export, verify, erase and backup need nothing but the build", () => {
  expect(run(["migrate"])).toEqual({ status: 0, stdout: "the tables are up to date\n", stderr: "" });
  expect(run(["export", "salary", "--format", "python"])).toMatchObject({ status: 0, stderr: "" });
  expect(run(["verify", "hello"])).toMatchObject({ status: 1, stdout: expect.stringMatching(/^not genuine: /) });
  expect(run(["erase", "hello"])).toMatchObject({ status: 1, stdout: "" });
  expect(run(["backup", "copy.db"])).toEqual({ status: 0, stdout: "wrote copy.db\n", stderr: "" });
});

test("a command that is misspelt leaves with 2, says what was probably meant and serves nothing", () => {
  const { status, stdout, stderr } = run(["sevre"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("unknown command 'sevre'\n(Did you mean serve?)\n");
});

test("serve listens at the port of the option", async ({ start }) => {
  const { address, server, stopped } = start({ PORT: "1" }, folder, ["serve", "--port", "0"]);
  expect((await fetch(`${await address}/api/health/ready`)).status).toBe(200);
  server.kill("SIGTERM");
  expect((await stopped).code).toBe(0);
});

test("serve takes the folder of models from the call", async ({ start }) => {
  const models = join(folder, "elsewhere");
  await cp("model/salary", join(models, "salary"), { recursive: true });
  const { address } = start({ PORT: "0" }, folder, ["serve", models]);
  const { models: listed } = await (await fetch(`${await address}/api/models`)).json();
  expect(listed.map(({ id }: { id: string }) => id)).toEqual(["salary"]);
});

test("serve refuses a port that is none, by the name of its setting", async ({ start }) => {
  const { stopped } = start({ PORT: "" }, folder, ["serve", "--port", "http"]);
  expect(await stopped).toEqual({ code: 2, output: 'PORT must be a whole number from 0 to 65535; it is "http"\n' });
});
