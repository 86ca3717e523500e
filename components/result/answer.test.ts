import EstimatePage, { generateMetadata } from "@/app/models/[model]/estimate/page";
import { predict } from "@/lib/model/answer/predict";
import { bareModel } from "@/lib/testing/models";
import { beforeEach, expect, test, vi } from "vitest";

/** React keeps what `cache` computes by its arguments while a request is rendered by its server build, which this is not. */
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <Result>(compute: (...texts: string[]) => Result) => {
    const kept = new Map<string, Result>();
    return (...texts: string[]) => {
      const key = JSON.stringify(texts);
      if (!kept.has(key)) kept.set(key, compute(...texts));
      return kept.get(key);
    };
  },
}));
vi.mock("@/lib/registry/registry", async (original) => {
  const real = await original<typeof import("@/lib/registry/registry")>();
  return { ...real, findModel: (id: string) => (id === "bare" ? bareModel("house-price") : real.findModel(id)) };
});
const accepted = vi.hoisted(() => ({ language: "en" }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "example.com", "accept-language": accepted.language }),
  cookies: async () => ({ get: () => undefined }),
}));
// What was kept for one request must not answer another.
vi.mock("@/components/language/read-locale", () => ({ readLocale: async () => accepted.language }));
vi.mock("@/lib/model/answer/predict", async (original) => {
  const real = await original<typeof import("@/lib/model/answer/predict")>();
  return { ...real, predict: vi.fn(real.predict) };
});

beforeEach(() => {
  vi.stubEnv("SECRET_KEY", "a key for tests that is long enough");
  vi.mocked(predict).mockClear();
  accepted.language = "en";
});

/** The properties of a page, new for each call as Next makes them. */
const asked = (area: string, more = {}, model = "house-price") => ({
  params: Promise.resolve({ model }),
  searchParams: Promise.resolve({
    ...{ area, bedrooms: "3", bathrooms: "2", stories: "2", guest_rooms: "no", basement: "yes", parking: "1" },
    ...more,
  }),
});

test("generateMetadata(props) and EstimatePage(props) share one prediction of a request", async () => {
  const { title } = await generateMetadata(asked("6000"));
  const page = await EstimatePage(asked("6000"));
  expect(predict).toHaveBeenCalledTimes(1);
  const { prediction } = page.props as { prediction: { estimate: number } };
  expect(prediction).toBe(vi.mocked(predict).mock.results[0]!.value);
  expect(title).toBe("$90,200 · House price");
});

test("EstimatePage(props) predicts once and hands the result to its parts with a receipt", async () => {
  const page = await EstimatePage(asked("6100", { utm_source: "mail" }));
  expect(predict).toHaveBeenCalledTimes(1);
  const { prediction, children } = page.props as { prediction: unknown; children?: { props: object } };
  expect(children?.props).toMatchObject({ prediction, receipt: expect.stringMatching(/^ey.+\..+\..+$/) });
});

test("generateMetadata(props) is in the language of the reader, in any order", async () => {
  const titles: unknown[] = [];
  for (accepted.language of ["en", "de", "en"]) titles.push((await generateMetadata(asked("6500"))).title);
  expect(titles[0]).toMatch(/^\$9\d,\d00 · House price$/);
  expect(titles[1]).toMatch(/^9\d\.\d00\u00a0CA\$ · /);
  expect(titles[2]).toBe(titles[0]);
  accepted.language = "de";
  const { description } = await generateMetadata(asked("6000", {}, "bare"));
  expect(description).toMatch(/^Es gibt keinen Bereich: Mit diesem Modell kamen keine Zeilen/);
  expect((await generateMetadata(asked("", { area: [] }))).title).toMatch(/^Fehler: /);
});

test("EstimatePage(props) predicts nothing where an input is missing", async () => {
  await EstimatePage(asked("", { area: [] }));
  expect(predict).not.toHaveBeenCalled();
});

test("generateMetadata(props) and EstimatePage(props) answer for a model without rows", async () => {
  const { title, description } = await generateMetadata(asked("6000", {}, "bare"));
  expect(title).toBe("$90,200 · House price");
  expect(description).toMatch(/^There is no range: no rows with known outcomes came with this model,/);
  const { children } = (await EstimatePage(asked("6000", {}, "bare"))).props as { children?: { props: object } };
  expect(children?.props).toMatchObject({ receipt: expect.stringMatching(/^ey.+\..+\..+$/) });
});
