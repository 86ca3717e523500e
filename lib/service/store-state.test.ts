import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { startApp, stopApp } from "../testing/app";
import { postgresRunsHere, startPostgres } from "../testing/postgres";

let folder: string | undefined;
afterEach(async () => {
  stopApp();
  if (folder) await rm(folder, { recursive: true, force: true });
  folder = undefined;
});

async function readyOf(settings: Record<string, string>) {
  const { app, lines } = await startApp(settings);
  const response = await app.request("/api/health/ready");
  return { status: response.status, ready: await response.json(), lines };
}

describe("checkStore()", () => {
  it("says that a store is well, and that there is none", async () => {
    folder = await mkdtemp(join(tmpdir(), "glasshouse-state-"));
    const well = await readyOf({ DATA_DIR: folder });
    expect([well.status, well.ready]).toEqual([200, { status: "ready", models: 3, store: "ok" }]);
    await (await import("../store/store")).closeStore();
    stopApp();
    expect((await readyOf({ DATA_DIR: "none" })).ready).toEqual({ status: "ready", models: 3, store: "none" });
  });

  it("stays ready while the store is damaged, and says so in the log without its place", async () => {
    folder = await mkdtemp(join(tmpdir(), "glasshouse-state-"));
    await writeFile(join(folder, "glasshouse.db"), Buffer.alloc(8_192, 7));
    const { status, ready, lines } = await readyOf({ DATA_DIR: folder, LOG_LEVEL: "warn" });
    const cause = "the file of the store is damaged";
    expect([status, ready]).toEqual([200, { status: "ready", models: 3, store: "away", cause }]);
    const told = () => lines().flatMap(({ level, msg }) => (level === "warn" ? [String(msg)] : []));
    expect(told()).toEqual([expect.stringMatching(/^DATA_DIR: the file of the store is damaged; single predictions/)]);
    expect(JSON.stringify(lines())).not.toContain(folder);
  });
});

describe.skipIf(!postgresRunsHere)("checkStore() of PostgreSQL", () => {
  it("names what the database refuses, without its address", { timeout: 120_000 }, async () => {
    const postgres = await startPostgres();
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(postgres.url);
      change(url);
      return { DATABASE_URL: url.href };
    };
    const causes = [];
    for (const settings of [
      wrong((url) => (url.username = "nobody")),
      wrong((url) => (url.pathname = "/nothing")),
      wrong((url) => url.searchParams.set("sslmode", "require")),
      wrong((url) => (url.port = "1")),
    ]) {
      const { status, ready } = await readyOf(settings);
      expect(status).toBe(200);
      causes.push((ready as { cause: string }).cause);
      const { app } = await startApp(settings);
      const prediction = await app.request("/api/models/salary/predict", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ experience: 2, test_score: 9, interview_score: 6 }),
      });
      expect([prediction.status, await prediction.json()]).toEqual([200, expect.not.objectContaining({ receipt: "" })]);
      stopApp();
    }
    expect(causes).toEqual([
      "the database refuses the user or the password",
      "the server has no database of this name",
      "the database does not support TLS, which the address wants",
      "the server of the database cannot be reached",
    ]);
    await postgres.remove();
  });
});
