import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startProcess, stopApp } from "../testing/app";
import { makeModelFolder, trainModelFolder, writeModelFolder } from "../testing/model-folders";
import type { News } from "./news";

let directory: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  directory = await mkdtemp(join(tmpdir(), "glasshouse-models-"));
});
afterEach(async () => {
  vi.doUnmock("./folder-source");
  vi.useRealTimers();
  stopApp();
  await rm(directory, { recursive: true, force: true });
});

/** The registry as a process has it in which nobody has asked for a model yet, and what it tells. */
async function start(MODEL_DIR = directory) {
  startProcess({ MODEL_DIR });
  const news: News[] = [];
  const { hearNews } = await import("./news");
  hearNews((each) => news.push(each));
  return { ...(await import("./registry")), news, messages: () => news.map(({ message }) => message) };
}

/** As if nobody had asked for a model in two seconds. */
const pass = () => vi.advanceTimersByTime(2_000);

describe("findModel(id)", () => {
  it("gives a model to every copy of the module, which is loaded once", async () => {
    await makeModelFolder(directory, "good");
    const { findModel, listModels, loadedModel, messages } = await start();
    const [model, [listed]] = await Promise.all([findModel("good"), listModels()]);
    vi.resetModules();
    const copy = await import("./registry");
    expect(copy.findModel).not.toBe(findModel);
    expect(model).toMatchObject({ spec: { id: "good" } });
    for (const same of [listed, loadedModel("good"), copy.loadedModel("good"), await copy.findModel("good")]) {
      expect(same).toBe(model);
    }
    pass();
    expect(await copy.findModel("good")).toBe(model);
    expect(messages()).toEqual([`model good is loaded in version ${model!.version}`]);
  });

  it("gives the model of the folder that MODEL_DIR names now", async () => {
    const other = join(directory, "other");
    await makeModelFolder(directory, "good");
    await makeModelFolder(other, "better");
    expect((await (await start()).listModels()).map(({ spec }) => spec.id)).toEqual(["good"]);
    vi.stubEnv("MODEL_DIR", other);
    vi.resetModules();
    const { listModels } = await import("./registry");
    expect((await listModels()).map(({ spec }) => spec.id)).toEqual(["better"]);
  });

  it("gives nothing for a version that is not the one that is served", async () => {
    await makeModelFolder(directory, "good");
    const { findModel } = await start();
    const model = (await findModel("good"))!;
    expect(await findModel("good", model.version)).toBe(model);
    expect(await findModel("good", "000000000000")).toBeUndefined();
    expect(await findModel("nowhere")).toBeUndefined();
  });

  it("finds a folder that is new, changed or gone two seconds later, and leaves the other models as they are", async () => {
    await makeModelFolder(directory, "good");
    const { findModel, listModels } = await start();
    const good = await findModel("good");
    const fresh = await makeModelFolder(directory, "fresh");
    pass();
    const first = await findModel("fresh");
    expect((await listModels()).map(({ spec }) => spec.id)).toEqual(["fresh", "good"]);
    await writeModelFolder(directory, "fresh", { terms: ["area ^ 2", "city"] });
    await trainModelFolder(fresh);
    pass();
    const second = await findModel("fresh");
    expect(second!.version).not.toBe(first!.version);
    await rm(fresh, { recursive: true });
    pass();
    expect(await findModel("fresh")).toBeUndefined();
    expect(await listModels()).toEqual([good]);
    expect((await listModels())[0]).toBe(good);
  });

  it("looks no more than once a second, and meanwhile answers from what it knows", async () => {
    await makeModelFolder(directory, "good");
    const { findModel } = await start();
    await findModel("good");
    await makeModelFolder(directory, "fresh");
    vi.advanceTimersByTime(999);
    expect(await findModel("fresh")).toBeUndefined();
    // Due, and not so old that this question has to wait.
    vi.advanceTimersByTime(1);
    expect(await findModel("fresh")).toBeUndefined();
    await vi.waitUntil(() => findModel("fresh"), { timeout: 20_000 });
  });

  it("goes on with the last good model while its folder cannot be read, says so once, and takes it over when mended", async () => {
    const folder = await makeModelFolder(directory, "good");
    const { findModel, findUnavailable, listNotServed, messages } = await start();
    const model = (await findModel("good"))!;
    await writeFile(join(folder, "model.json"), "{");
    for (let times = 0; times < 3; times++) {
      pass();
      expect(await findModel("good")).toBe(model);
    }
    expect(await listNotServed()).toMatchObject([
      { name: "good", reason: expect.stringContaining("model.json is not JSON"), answering: model.version },
    ]);
    expect(await findUnavailable("good")).toBeUndefined();
    const told = messages().filter((message) => message.includes("goes on answering"));
    expect(told).toEqual([expect.stringContaining(`model good goes on answering in version ${model.version}: `)]);
    await writeModelFolder(directory, "good");
    pass();
    expect(await findModel("good")).toMatchObject({ version: model.version });
    expect(await listNotServed()).toEqual([]);
  });

  it("goes on with what is loaded while MODEL_DIR is away, and says so once", async () => {
    await makeModelFolder(directory, "good");
    const { findModel, listModels, messages } = await start();
    const model = await findModel("good");
    await rename(directory, `${directory}-away`);
    for (let times = 0; times < 3; times++) {
      pass();
      expect(await findModel("good")).toBe(model);
    }
    const fault = `MODEL_DIR must be a folder with a folder for each model; ${directory} is not there`;
    expect(messages().filter((message) => message === fault)).toHaveLength(1);
    await rename(`${directory}-away`, directory);
    await makeModelFolder(directory, "fresh");
    pass();
    expect((await listModels()).map(({ spec }) => spec.id)).toEqual(["fresh", "good"]);
  });

  it("goes on with what is loaded while a source does not answer", async () => {
    await makeModelFolder(directory, "good");
    vi.doMock("./folder-source", async (original) => {
      const { folderSource } = await original<typeof import("./folder-source")>();
      return {
        folderSource(path: string) {
          const source = folderSource(path);
          let looks = 0;
          return { ...source, revision: () => (looks++ === 0 ? source.revision() : new Promise(() => undefined)) };
        },
      };
    });
    const { findModel, loadedModel } = await start();
    const model = await findModel("good");
    expect(model).toBeDefined();
    pass();
    expect(await Promise.all([findModel("good"), findModel("good")])).toEqual([model, model]);
    expect(await findModel("good")).toBe(model);
    expect(loadedModel("good")).toBeUndefined();
  });
});

describe("loadedModel(id)", () => {
  it("gives nothing before models were asked for, nor what is too old, and has it looked at", async () => {
    const folder = await makeModelFolder(directory, "good");
    const { findModel, loadedModel } = await start();
    expect(loadedModel("good")).toBeUndefined();
    const model = await findModel("good");
    expect(loadedModel("good")).toBe(model);
    await writeModelFolder(directory, "good", { terms: ["area ^ 2", "city"] });
    await trainModelFolder(folder);
    vi.advanceTimersByTime(1_999);
    expect(loadedModel("good")).toBe(model);
    const isNew = () => ![undefined, model!.version].includes(loadedModel("good")?.version);
    await vi.waitUntil(isNew, { timeout: 20_000 });
    pass();
    expect(loadedModel("good")).toBeUndefined();
  });
});

describe("listModels()", () => {
  it("throws what is wrong with MODEL_DIR where it was never read, each time, to every copy of the module", async () => {
    const { checkSources, listModels } = await start(join(directory, "nowhere"));
    vi.resetModules();
    const { ModelDirError } = await import("./faults");
    await expect(checkSources()).rejects.toBeInstanceOf(ModelDirError);
    for (let times = 0; times < 2; times++) await expect(listModels()).rejects.toBeInstanceOf(ModelDirError);
    await mkdir(join(directory, "nowhere"));
    expect(await listModels()).toEqual([]);
  });
});

describe("describeStart()", () => {
  it("names the models that are not served with what to run, and nothing else", async () => {
    await makeModelFolder(directory, "good");
    await mkdir(join(directory, ".ipynb_checkpoints"));
    const { describeStart, findUnavailable } = await start();
    expect(await describeStart()).toEqual([]);
    const untrained = await writeModelFolder(directory, "untrained");
    pass();
    expect(await describeStart()).toEqual([
      `model untrained is not served: it is not trained: artifact.json is missing; to mend it: npm run train -- ${untrained}`,
    ]);
    expect(await findUnavailable("untrained")).toMatchObject({ name: "untrained" });
    expect(await findUnavailable("nowhere")).toBeUndefined();
  });

  it("says that there is no model, with the command that makes one", async () => {
    const { describeStart } = await start();
    const [line, ...more] = await describeStart();
    expect(more).toEqual([]);
    expect(line).toMatch(/^MODEL_DIR holds no model: /);
    expect(line).toContain(`run npm run train -- ${join(directory, "my-model")}`);
  });
});
