import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeModelFolder, trainModelFolder, writeModelFolder } from "../testing/model-folders";
import { ModelDirError } from "./faults";
import { folderSource } from "./folder-source";
import type { Published, Unavailable } from "./source";

let directory: string;
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), "glasshouse-models-"))));
afterEach(() => rm(directory, { recursive: true }));

const isPublished = (entry: Published | Unavailable): entry is Published => "read" in entry;
const list = () => folderSource(directory).list();

/** The one entry that is not published. */
async function unavailable(): Promise<Unavailable> {
  const entries = (await list()).filter((entry): entry is Unavailable => !isPublished(entry));
  expect(entries).toHaveLength(1);
  return entries[0]!;
}

describe("list()", () => {
  it("publishes a folder with a trained model, also where it is a symbolic link", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "glasshouse-elsewhere-"));
    await makeModelFolder(directory, "beta");
    await makeModelFolder(elsewhere, "alpha");
    await symlink(join(elsewhere, "alpha"), join(directory, "alpha"));
    const entries = await list();
    expect(entries).toMatchObject([
      { id: "alpha", version: expect.stringMatching(/^[0-9a-f]{12}$/), origin: "folder", challenger: null },
      { id: "beta", origin: "folder" },
    ]);
    const model = await (entries[0] as Published).read();
    expect(model).toMatchObject({ spec: { id: "alpha" }, version: (entries[0] as Published).version });
    await rm(elsewhere, { recursive: true });
  });

  it("passes over names with a leading dot, folders without model.json, files and links that lead nowhere", async () => {
    await makeModelFolder(directory, "hidden", { folder: join(directory, ".hidden") });
    await mkdir(join(directory, ".ipynb_checkpoints"));
    await mkdir(join(directory, "notes"));
    await mkdir(join(directory, "lost+found"), { mode: 0 });
    await writeFile(join(directory, "README.md"), "Our models.");
    await symlink(join(directory, "nowhere"), join(directory, "lost"));
    expect(await list()).toEqual([]);
  });

  it.each<[string, (folder: string) => Promise<void>, RegExp]>([
    ["is not trained", (folder) => rm(join(folder, "artifact.json")), /^it is not trained: artifact\.json is missing$/],
    [
      "has an artifact that is no JSON",
      (folder) => writeFile(join(folder, "artifact.json"), '{"format": 1'),
      /^artifact\.json is not JSON: /,
    ],
    ["has an artifact of nothing", (folder) => writeFile(join(folder, "artifact.json"), "{}"), /^artifact\.json: /],
    [
      "has a description that is no JSON",
      (folder) => writeFile(join(folder, "model.json"), "{"),
      /^model\.json is not/,
    ],
    [
      "has a description with faults",
      (folder) => writeFile(join(folder, "model.json"), '{"id": "broken", "terms": 3}'),
      /^model\.json: .*; terms: /,
    ],
    [
      "was changed since it was trained",
      (folder) => writeModelFolder(folder, "broken", { folder, terms: ["area ^ 2", "city"] }).then(),
      /^artifact\.json: .*train/,
    ],
    [
      "has a folder in the place of a file",
      async (folder) => {
        await rm(join(folder, "artifact.json"));
        await mkdir(join(folder, "artifact.json"));
      },
      /^artifact\.json cannot be read \(EISDIR\)$/,
    ],
  ])("names a model that %s beside one that answers, in words without paths", async (_, spoil, reason) => {
    await makeModelFolder(directory, "good");
    await spoil(await makeModelFolder(directory, "broken"));
    expect((await list()).filter(isPublished)).toMatchObject([{ id: "good" }]);
    const entry = await unavailable();
    expect(entry).toMatchObject({ name: "broken", command: `npm run train -- ${join(directory, "broken")}` });
    expect(entry.reason).toMatch(reason);
    expect(entry.reason).not.toContain(directory);
    expect(entry.fault).toBeUndefined();
  });

  it("refuses a folder that is not called as its model is, and gives the command that renames it", async () => {
    await makeModelFolder(directory, "model", { folder: join(directory, "My model") });
    expect(await unavailable()).toEqual({
      name: "My model",
      reason: "the folder is called My model and the id in its model.json is model; they must be the same",
      command: `mv '${join(directory, "My model")}' ${join(directory, "model")}`,
    });
  });

  it("names both folders where two have the same id, and publishes the one that is called so", async () => {
    const original = await makeModelFolder(directory, "model");
    await writeModelFolder(directory, "model", { folder: join(directory, "copy") });
    expect((await list()).filter(isPublished)).toMatchObject([{ id: "model" }]);
    expect(await unavailable()).toEqual({
      name: "copy",
      reason:
        "the folder is called copy and the id in its model.json is model; they must be the same, and the folder model has that id too: give this one the id copy",
      command: `npm run train -- ${join(directory, "copy")}`,
    });
    await rename(original, join(directory, "other"));
    const entries = (await list()) as Unavailable[];
    expect(entries.map(({ name }) => name)).toEqual(["copy", "other"]);
    expect(entries[0]!.reason).toContain("the folder other has that id too");
    expect(entries[1]!.reason).toContain("the folder copy has that id too");
  });

  it("reads a folder anew only where its files have changed", async () => {
    await makeModelFolder(directory, "alpha");
    const beta = await makeModelFolder(directory, "beta");
    const source = folderSource(directory);
    const read = async () =>
      Promise.all((await source.list()).map((entry) => ("read" in entry ? entry.read() : undefined)));
    const before = await read();
    const again = await read();
    expect(again.map((model, index) => model === before[index])).toEqual([true, true]);
    await writeModelFolder(directory, "beta", { terms: ["area ^ 2", "city"] });
    await trainModelFolder(beta);
    const after = await read();
    expect(after.map((model, index) => model === before[index])).toEqual([true, false]);
    expect(after[1]!.version).not.toBe(before[1]!.version);
  });

  it("takes a model that loses its description for one that is being edited, and not one that never had one", async () => {
    const folder = await makeModelFolder(directory, "good");
    const source = folderSource(directory);
    await source.list();
    await rm(join(folder, "model.json"));
    expect(await source.list()).toMatchObject([{ name: "good", reason: "model.json is missing" }]);
    expect(await list()).toEqual([]);
    await rm(folder, { recursive: true });
    expect(await source.list()).toEqual([]);
  });

  it.each([
    ["nowhere", "is not there"],
    ["file", "is not a folder"],
  ])("throws what is wrong with the folder of all models: %s %s", async (name, fault) => {
    await writeFile(join(directory, "file"), "");
    const path = join(directory, name);
    for (const call of ["list", "revision"] as const) {
      const error: unknown = await folderSource(path)
        [call]()
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ModelDirError);
      expect((error as Error).message).toBe(
        `MODEL_DIR must be a folder with a folder for each model; ${path} ${fault}`,
      );
    }
  });
});

describe("revision()", () => {
  it("is another whenever a model has come, changed or gone, and the same for what is not a model's", async () => {
    const source = folderSource(directory);
    const seen = [await source.revision()];
    const differs = async () => {
      const revision = await source.revision();
      expect(seen).not.toContain(revision);
      seen.push(revision);
    };
    const folder = await writeModelFolder(directory, "model");
    await differs();
    await trainModelFolder(folder);
    await differs();
    // The same bytes in another file, as an editor or a deployment puts them there.
    const text = await readFile(join(folder, "model.json"), "utf8");
    await writeFile(join(folder, "new.json"), text);
    await rename(join(folder, "new.json"), join(folder, "model.json"));
    await differs();
    await writeFile(join(folder, "training.csv"), "area,city,price\n");
    await mkdir(join(directory, "notes"));
    expect(await source.revision()).toBe(seen.at(-1));
    await rm(join(folder, "artifact.json"));
    await differs();
  });
});
