import { startAppWithStore } from "@/lib/testing/api-store";
import { filesAs } from "@/lib/testing/published";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const reader = vi.hoisted(() => ({ locale: "en" }));
vi.mock("@/components/language/read-locale", () => ({ readLocale: async () => reader.locale }));

let app: Awaited<ReturnType<typeof startAppWithStore>>;
beforeEach(async () => {
  app = await startAppWithStore();
});
afterEach(() => app.stop());

/** Publishes a model whose description has a German title and a German unit of the target. */
async function publish(alias: "champion" | "challenger") {
  const { spec, bundle } = await filesAs("houses", 0, "house-price");
  const target = { ...(spec.target as object), unit: "bags" };
  const translations = { de: { title: "Häuser", target: { unit: "Säcke" } } };
  const { publishVersion } = await import("@/lib/service/publishing");
  const files = { spec: { ...spec, target, translations }, bundle };
  const done = await publishVersion({ ...files, note: "first", alias, actor: "owner", origin: "files" });
  expect(done).not.toHaveProperty("refused");
}

test.each([
  ["en", "champion", "Model houses", "bags"],
  ["de", "champion", "Häuser", "Säcke"],
  ["de", "challenger", "Häuser", "Säcke"],
] as const)("readVersions(id) in %s of a %s has the texts of that language", async (locale, alias, title, unit) => {
  reader.locale = locale;
  await publish(alias);
  const { readVersions } = await import("./state");
  const state = (await readVersions("houses"))!;
  expect(state.title).toBe(title);
  expect(state.versions.map(({ target }) => target.unit)).toEqual([unit]);
});

test.each(["en", "de"])(
  "readVersions(id) in %s reads a description that leaves out what has a default, as the studio stores it",
  async (locale) => {
    reader.locale = locale;
    const files = await filesAs("pay", 0, "salary");
    expect(files.spec).not.toHaveProperty("derived");
    const { publishVersion } = await import("@/lib/service/publishing");
    for (const [times, alias] of ["champion", "challenger"].entries()) {
      const { spec, bundle } = await filesAs("pay", times, "salary");
      const version = { spec, bundle, alias: alias as "champion" | "challenger", note: "first", actor: "owner" };
      expect(await publishVersion({ ...version, origin: "studio" })).not.toHaveProperty("refused");
    }
    const { readGate, readVersions } = await import("./state");
    const state = (await readVersions("pay"))!;
    expect(state.versions.map(({ target }) => target.tolerance)).toEqual(Array(2).fill({ relative: 0.1 }));
    const { version } = state.versions.find(({ alias }) => alias === "challenger")!;
    expect(await readGate(state, version)).not.toHaveLength(0);
  },
);
