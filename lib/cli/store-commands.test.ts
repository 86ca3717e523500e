import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { predict, type Estimated } from "../model/answer/predict";
import { deriveKey } from "../service/signing-key";
import { writeReceipt } from "../service/receipt";
import { recordOutcomes } from "../store/outcomes";
import { openStore, type Store } from "../store/store";
import { runCommand, startCommand } from "../testing/command";
import { publishedModel } from "../testing/models";
import { report } from "../testing/store-rows";

const SECRET_KEY = "a secret of at least thirty-two characters";
/** Nothing listens there. */
const away = { DATABASE_URL: "postgres://127.0.0.1:1/none" };
const inputs = { experience: 5, test_score: 8, interview_score: 9 };

let DATA_DIR: string;
beforeAll(async () => void (DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-"))));
afterAll(() => rm(DATA_DIR, { recursive: true }));

/** A receipt for the salary model, of an estimate so much higher, and of another artifact if need be. */
async function receiptOf({ more = 0, hash }: { more?: number; hash?: string } = {}): Promise<string> {
  const model = await publishedModel("salary");
  const answer = predict(model, inputs) as Estimated;
  const said = { ...answer, estimate: answer.estimate + more };
  const key = deriveKey(SECRET_KEY, "receipts");
  return writeReceipt(key, { ...model, hash: hash ?? model.hash }, inputs, said, { id: "one", at: 1_700_000_000_000 });
}

async function endOf(child: ReturnType<typeof startCommand>) {
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { status, stdout, stderr };
}

describe("migrate", () => {
  test("makes the tables, and leaves those that are up to date as they are", () => {
    for (let run = 0; run < 2; run++) {
      const { status, stdout, stderr } = runCommand(["migrate"], { DATA_DIR });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "the tables are up to date\n", stderr: "" });
    }
  });

  test.each([
    ["the database cannot be reached", away, 3, "the store cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n"],
    ["there is nowhere to keep anything", { DATA_DIR: "none" }, 2, "set DATABASE_URL to a PostgreSQL database, or"],
    ["a setting cannot be used", { DATABASE_URL: "mysql://x" }, 2, "DATABASE_URL must begin with postgres://\n"],
  ])("says in one line that %s", (_, settings, code, message) => {
    const { status, stdout, stderr } = runCommand(["migrate"], settings);
    expect({ status, stdout }).toEqual({ status: code, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.startsWith(message), stderr).toBe(true);
  });
});

describe("verify", () => {
  const verify = (receipt: string, settings: Record<string, string> = { SECRET_KEY }) => {
    const { status, stdout, stderr } = runCommand(["verify", receipt], settings);
    return { status, stdout, stderr };
  };

  test("leaves with 0 where the receipt is genuine and its estimate can be recomputed", async () => {
    expect(await verify(await receiptOf())).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^genuine: salary, version \S+, estimated \S+ on 2023-11-14T22:13:20.000Z, and estimates the same now\n$/,
      ),
      stderr: "",
    });
  });

  test("leaves with 1 where the text is no receipt, the signature another's, or the estimate another", async () => {
    const unsigned = "not genuine: this service has not signed it, or it has been changed\n";
    expect(verify("hello")).toEqual({ status: 1, stdout: unsigned, stderr: "" });
    const receipt = await receiptOf();
    expect(verify(receipt, { SECRET_KEY: SECRET_KEY.toUpperCase() })).toMatchObject({ status: 1, stdout: unsigned });
    expect(verify(await receiptOf({ more: 1 }))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^not genuine: .* and says otherwise now\n$/),
    });
  });

  test("leaves with 3 where it cannot be known", async () => {
    expect(verify(await receiptOf({ hash: "0" }))).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/^genuine, but not recomputed: .* another version is published here\n$/),
    });
    expect(verify("hello", away)).toEqual({
      status: 3,
      stdout: "",
      stderr: "the store cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n",
    });
  });
});

describe("erase", () => {
  test("leaves with 0 where nothing was kept, and with 1 where the receipt is not genuine", async () => {
    const settings = { SECRET_KEY, DATA_DIR };
    expect(runCommand(["erase", await receiptOf()], settings)).toMatchObject({
      status: 0,
      stdout: "nothing was kept of it\n",
    });
    expect(runCommand(["erase", "hello"], settings)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "the receipt must be one of this service, whole and unchanged\n",
    });
  });

  test("leaves with 3 where the database cannot be reached", async () => {
    expect(runCommand(["erase", await receiptOf()], { SECRET_KEY, ...away })).toMatchObject({ status: 3, stdout: "" });
  });
});

describe("backup", () => {
  /** Store outcomes, one transaction each, until the signal; gives what was acknowledged so far. */
  function writeSteadily(store: Store, signal: AbortSignal) {
    const acknowledged: string[] = [];
    const done = (async () => {
      for (let count = 0; count < 100_000 && !signal.aborted; count++) {
        const receipt = String(count);
        await recordOutcomes(store, [report({ receipt })]);
        acknowledged.push(receipt);
        await setImmediate();
      }
    })();
    return { acknowledged, done };
  }

  test("copies the store while it is written to; the copy, put in its place, opens and holds what was acknowledged", async () => {
    const folder = await mkdtemp(join(tmpdir(), "glasshouse-"));
    const store = await openStore({ DATA_DIR: folder });
    const stop = new AbortController();
    const { acknowledged, done } = writeSteadily(store, stop.signal);
    while (acknowledged.length === 0) await setImmediate();
    const before = [...acknowledged];
    const copy = join(folder, "copy.db");
    const { status, stdout, stderr } = await endOf(startCommand(["backup", copy], { DATA_DIR: folder }));
    stop.abort();
    await done;
    await store.destroy();
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `wrote ${copy}\n`, stderr: "" });
    expect((await stat(copy)).mode & 0o777).toBe(0o600);

    const restored = join(folder, "restored");
    await mkdir(restored);
    await copyFile(copy, join(restored, "glasshouse.db"));
    const again = await openStore({ DATA_DIR: restored });
    const rows = await again.selectFrom("outcome").select("receipt").execute();
    await again.destroy();
    expect(rows.map(({ receipt }) => receipt)).toEqual(expect.arrayContaining(before));
    expect(rows.length).toBeLessThanOrEqual(acknowledged.length + 1);
    await rm(folder, { recursive: true });
  });

  test.each([
    ["the store is a PostgreSQL", away, "DATABASE_URL names a PostgreSQL: back it up with pg_dump\n"],
    ["nothing is remembered", { DATA_DIR: "none" }, "DATA_DIR is none: there is nothing to back up\n"],
    ["there is no store", { DATA_DIR: "/nowhere" }, "there is no /nowhere/glasshouse.db\n"],
  ])("leaves with 2 where %s", (_, settings, stderr) => {
    expect(runCommand(["backup", "/nowhere/copy.db"], settings)).toMatchObject({ status: 2, stdout: "", stderr });
  });

  test("leaves with 2 and changes nothing where the copy would take the place of a file", async () => {
    const file = join(DATA_DIR, "glasshouse.db");
    const before = await stat(file);
    expect(runCommand(["backup", file], { DATA_DIR })).toMatchObject({
      status: 2,
      stderr: `${file} exists already: name a new file\n`,
    });
    expect(await stat(file)).toEqual({ ...before, atime: expect.anything(), atimeMs: expect.anything() });
  });
});
