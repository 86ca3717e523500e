import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { postgresRunsHere, startPostgres, type Postgres } from "../testing/postgres";
import { startProcess, stopApp } from "../testing/app";
import type { Limiter } from "./limits";

afterEach(stopApp);

/** The limits of a process that has just started, as several instances side by side have them. */
async function startInstance(settings: Record<string, string>) {
  startProcess(settings);
  const { limiterOf } = await import("./limits");
  return limiterOf;
}

describe("limiterOf(name, limit) in one process", () => {
  it("counts at once, each name alone, and as often as it is asked for", async () => {
    const limiterOf = await startInstance({});
    const limit = { points: 2, seconds: 60 };
    expect(limiterOf("rows", limit).take("a")).toMatchObject({ remaining: 1, exceeded: false });
    expect(limiterOf("rows", limit).take("a", 2)).toMatchObject({ remaining: 0, exceeded: true });
    expect(limiterOf("others", limit).take("a")).toMatchObject({ remaining: 1, exceeded: false });
    expect(limiterOf("rows", limit).take("a", 0)).toMatchObject({ exceeded: true });
  });

  it("gives a client all its points back", async () => {
    const limiter = (await startInstance({}))("logins", { points: 1, seconds: 60, strict: true });
    await limiter.take("a", 3);
    await limiter.forget("a");
    expect(await limiter.take("a")).toMatchObject({ remaining: 0, exceeded: false });
  });
});

describe.runIf(postgresRunsHere)("limiterOf(name, limit) of instances that share a database", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 120_000);
  afterAll(async () => {
    await (await import("../store/store")).closeStore();
    await postgres.remove();
  });

  it("hears of the others behind, and lets no request wait for the database", { timeout: 60_000 }, async () => {
    const settings = { DATABASE_URL: postgres.url };
    const limit = { points: 10, seconds: 600 };
    const [one, other] = [await startInstance(settings), await startInstance(settings)].map((limiterOf) =>
      limiterOf("behind", limit),
    );
    expect(one!.take("a", 8)).toMatchObject({ remaining: 2 });
    expect(other!.take("a", 1)).toMatchObject({ remaining: 9 });
    const hears = (limiter: Limiter | undefined, remaining: number) =>
      vi.waitFor(() => expect(limiter!.take("a", 0)).toMatchObject({ remaining }), { timeout: 30_000, interval: 100 });
    await hears(other, 1);
    // Whoever asks again hears what was taken elsewhere since.
    expect(one!.take("a", 1)).toMatchObject({ remaining: 1 });
    await hears(one, 0);
    expect(one!.take("a")).toMatchObject({ exceeded: true });
    expect(other!.take("b")).toMatchObject({ remaining: 9 });
  });

  it("waits for the others where it is strict", { timeout: 60_000 }, async () => {
    const settings = { DATABASE_URL: postgres.url };
    const limit = { points: 3, seconds: 600, strict: true };
    const [one, other] = [await startInstance(settings), await startInstance(settings)].map((limiterOf) =>
      limiterOf("strict", limit),
    );
    const takes = await Promise.all([one, other, one, other, one, other].map(async (limiter) => limiter!.take("a")));
    expect(takes.filter(({ exceeded }) => exceeded).length).toBeGreaterThanOrEqual(3);
    expect(await one!.take("a")).toMatchObject({ exceeded: true });
    await one!.forget("a");
    expect(await one!.take("a")).toMatchObject({ remaining: 2 });
  });

  it("counts alone while the database is away", { timeout: 60_000 }, async () => {
    const limiterOf = await startInstance({ DATABASE_URL: "postgres://nobody@127.0.0.1:4449/nothing" });
    const behind = limiterOf("away", { points: 1, seconds: 60 });
    expect(behind.take("a")).toMatchObject({ exceeded: false });
    expect(behind.take("a")).toMatchObject({ exceeded: true });
    const strict = limiterOf("away strictly", { points: 1, seconds: 60, strict: true });
    expect(await strict.take("a")).toMatchObject({ exceeded: false });
    expect(await strict.take("a")).toMatchObject({ exceeded: true });
  });
});
