import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReceipt } from "../service/receipt";
import { deriveKey } from "../service/signing-key";
import { runCommand, startCommand } from "../testing/command";
import { modelFolder } from "../testing/models";

const header = "area,bedrooms,bathrooms,stories,guest_rooms,basement,parking";
const good = "6000,3,2,2,no,yes,1";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "glasshouse-"))));
afterAll(() => rm(folder, { recursive: true }));

async function score(parameters: string[], input = "", close = false) {
  const child = startCommand(["score", ...parameters]);
  const out: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => {
    out.push(bytes);
    if (close) child.stdout.destroy();
  });
  child.stderr.on("data", (bytes: Buffer) => complaints.push(bytes));
  // Whoever cannot run does not read to the end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number];
  return { code, out: Buffer.concat(out).toString(), complaints: Buffer.concat(complaints).toString() };
}

describe("score", () => {
  test("scores standard input to standard output and leaves with 0", async () => {
    const { code, out, complaints } = await score(["house-price"], `${header}\n${good}\n`);
    const [first, row] = out.split("\n");
    expect(first).toBe(`${header},estimate,low,high,within_10,warnings,error`);
    expect(row).toMatch(/^6000,3,2,2,no,yes,1,90242\.6907145235,61882\.08367202993,118603\.29775701708,0\.3461538461/);
    expect({ code, complaints }).toEqual({ code: 0, complaints: expect.stringContaining("1 row: 1 scored") });
  });

  test("keeps thousands of rows in their order, whichever thread scores them", async () => {
    const path = join(folder, "many.csv");
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},${1000 + (index % 9000)}.5,3,2,2,no,yes,1`);
    await writeFile(path, `id,${header}\n${rows.join("\n")}\n`);
    const out = join(folder, "scored.csv");
    const { code } = await score(["house-price", "--in", path, "--out", out, "--level", "0.9"]);
    expect(code).toBe(0);
    const lines = (await readFile(out, "utf8")).trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line.split(",").slice(0, 8).join(","))).toEqual(rows);
  });

  test("adds estimate, low and high alone with --brief, the same as without, and nothing to a bad row", async () => {
    const table = `${header}\n${good}\nx,3,2,2,no,yes,1\n20000,3,2,2,no,yes,1\n`;
    const [whole, brief] = [await score(["house-price"], table), await score(["house-price", "--brief"], table)];
    const fields = header.split(",").length;
    const shortened = whole.out.split("\n").map((line) =>
      line
        .split(",")
        .slice(0, fields + 3)
        .join(","),
    );
    expect(brief.out.split("\n")).toEqual(shortened);
    expect(brief).toMatchObject({ code: 1, complaints: "3 rows: 2 scored, 0 refused, 1 bad\n" });
  });

  test("leaves with 1 where rows are bad", async () => {
    const { code, out, complaints } = await score(["house-price"], `${header}\n${good}\nx\n`);
    expect(out.split("\n")[2]).toContain("the row must have 7 columns");
    expect({ code, complaints }).toEqual({ code: 1, complaints: expect.stringContaining("1 bad") });
  });

  test("gives each estimate a receipt of the service with the same secret where they are wanted", async () => {
    const settings = { SECRET_KEY: "a secret of at least thirty-two characters", DATA_DIR: "none" };
    const many = `${header}\n${`${good}\n`.repeat(20_000)}`;
    const { status, stdout } = runCommand(["score", "house-price", "--receipts"], settings, many);
    expect(status).toBe(0);
    const [first, ...rows] = stdout.trimEnd().split("\n");
    expect(first).toBe(`${header},estimate,low,high,within_10,warnings,error,receipt`);
    const receipts = rows.map((row) => row.split(",").at(-1)!);
    const key = deriveKey(settings.SECRET_KEY, "receipts");
    expect(readReceipt(key, receipts[0]!)).toMatchObject({
      model: "house-price",
      inputs: { area: 6000, basement: true },
    });
    expect(new Set(receipts.map((receipt) => readReceipt(key, receipt)!.jti)).size).toBe(20_000);
  });

  test("leaves with 2 where receipts are wanted and nothing can sign them", () => {
    const { status, stdout, stderr } = runCommand(["score", "house-price", "--receipts"], { DATA_DIR: "none" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("set DATABASE_URL");
  });

  test("takes a folder for a model", async () => {
    expect((await score([modelFolder("salary")], "experience,test_score,interview_score\n5,8,9\n")).code).toBe(0);
  });

  test.each([
    ["no model", [], "missing required argument 'model'"],
    ["an unknown model", ["nowhere"], "there is no model nowhere; the models are house-price"],
    ["an unknown option", ["house-price", "--levle", "0.9"], "unknown option '--levle'\n(Did you mean --level?)"],
    ["a level that is none", ["house-price", "--level", "1"], "--level must be one number between 0.0001 and 0.9981"],
    ["a file that is not there", ["house-price", "--in", "nowhere.csv"], "there is no nowhere.csv\n"],
    ["a folder for a file", ["house-price", "--in", "lib"], "EISDIR"],
    ["a folder that is not there", ["house-price", "--out", "nowhere/out.csv"], "there is no folder nowhere\n"],
  ])("leaves with 2 and says why: %s", async (_, parameters, message) => {
    const { code, out, complaints } = await score(parameters);
    expect({ code, out, complaints }).toEqual({ code: 2, out: "", complaints: expect.stringContaining(message) });
    expect(complaints).not.toContain("    at ");
  });

  test("leaves with 1 and writes nothing where the table cannot be read", async () => {
    expect(await score(["house-price"])).toEqual({
      code: 1,
      out: "",
      complaints: "the file is empty; its first line must name the columns\n",
    });
  });

  test("leaves no file where it is interrupted", async () => {
    const before = await readdir(folder);
    const child = startCommand(["score", "house-price", "--out", join(folder, "cut.csv")]);
    child.stdin.write(`${header}\n${good}\n`);
    await expect.poll(() => readdir(folder), { timeout: 10_000 }).toHaveLength(before.length + 1);
    child.kill("SIGINT");
    const [code] = (await once(child, "close")) as [number];
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual(before);
  });

  test("leaves no file where it cannot run to the end", async () => {
    const before = await readdir(folder);
    const { code, complaints } = await score(["house-price", "--out", join(folder, "none.csv")], "area\n1\n");
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: expect.stringContaining("there must be a column bedrooms for bedrooms"),
    });
    expect(await readdir(folder)).toEqual(before);
  });

  test.skipIf(process.platform === "win32")("writes into a pipe as it is, and puts no file in its place", async () => {
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const [{ code }, text] = await Promise.all([
      score(["house-price", "--out", pipe], `${header}\n${good}\n`),
      readFile(pipe, "utf8"),
    ]);
    expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining("90242.69") });
    expect((await stat(pipe)).isFIFO()).toBe(true);
    await rm(pipe);
  });

  test("stops in silence when nobody reads on", async () => {
    const { code, complaints } = await score(["house-price"], `${header}\n${`${good}\n`.repeat(100_000)}`, true);
    expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
  });
});
