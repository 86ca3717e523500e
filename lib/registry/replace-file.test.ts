import { mkdir, mkdtemp, open, readdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceFile } from "./replace-file";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "glasshouse-"))));
afterEach(() => rm(folder, { recursive: true }));

test("replaceFile(path, text) writes another file in its place: who has it open goes on reading the old one", async () => {
  const path = join(folder, "artifact.json");
  await writeFile(path, "old");
  const reader = await open(path);
  await replaceFile(path, "new and longer");
  expect(await reader.readFile("utf8")).toBe("old");
  await reader.close();
  expect(await readFile(path, "utf8")).toBe("new and longer");
  expect(await readdir(folder)).toEqual(["artifact.json"]);
});

test("replaceFile(path, text) makes a file where there is none", async () => {
  await replaceFile(join(folder, "artifact.json"), "new");
  expect(await readFile(join(folder, "artifact.json"), "utf8")).toBe("new");
});

test("replaceFile(path, text) leaves a symbolic link, and replaces what it leads to", async () => {
  const [link, file] = [join(folder, "artifact.json"), join(folder, "shared.json")];
  await writeFile(file, "old");
  await symlink(file, link);
  await replaceFile(link, "new");
  expect(await readlink(link)).toBe(file);
  expect(await readFile(file, "utf8")).toBe("new");
});

test("replaceFile(path, text) leaves nothing behind where it cannot replace", async () => {
  const path = join(folder, "artifact.json");
  await mkdir(join(path, "full"), { recursive: true });
  await expect(replaceFile(path, "new")).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["artifact.json"]);
});
