import { publishedModel } from "@/lib/testing/models";
import { renderPart } from "@/lib/testing/rendered";
import { beforeEach, expect, test, vi } from "vitest";
import { MODEL_CONTENT, PAGE_CONTENT } from "./anchors";
import { ModelLayout } from "./model-layout";
import { ModelNavigation } from "./model-navigation";
import { OwnerMenu } from "./owner-menu";
import { SkipLink } from "./skip-link";

const address = vi.hoisted(() => ({ path: "/", query: "" }));
vi.mock("next/navigation", () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.query),
}));

vi.mock("@/components/language/read-model", () => ({
  readModel: async (id: string) => (id === "salary" ? publishedModel("salary") : undefined),
}));
vi.mock("@/components/admin/session", () => ({ READERS: [], readAccess: async () => "out" }));

beforeEach(() => Object.assign(address, { path: "/", query: "" }));

/** The links of a navigation: where each leads, and how it is marked. */
function linksOf(markup: string) {
  return [...markup.matchAll(/<a([^>]*)>(.*?)<\/a>/g)].map(([, attributes, inside]) => ({
    text: inside!.replace(/<[^>]*>/g, ""),
    href: /href="([^"]*)"/.exec(attributes!)![1]!.replaceAll("&amp;", "&"),
    current: /aria-current="([^"]*)"/.exec(attributes!)?.[1],
  }));
}

const ofHouse = (inside = true) =>
  linksOf(
    renderPart(<ModelNavigation id="house-price" title="House price" inputs={["area", "parking"]} inside={inside} />),
  );
const currentOf = (links: ReturnType<typeof linksOf>) =>
  links.filter(({ current }) => current).map(({ text, current }) => [text, current]);

test.each([
  ["/models/house-price", "Estimate"],
  ["/models/house-price/estimate", "Estimate"],
  ["/models/house-price/card", "Accuracy"],
  ["/models/house-price/batch", "From a CSV file"],
  ["/models/house-price/api", "API"],
  ["/monitoring/house-price", "Monitoring"],
  ["/models/house-price/versions", "Versions"],
])("ModelNavigation at %s marks %s alone", (path, text) => {
  address.path = path;
  expect(currentOf(ofHouse())).toEqual([[text, "page"]]);
});

test("ModelNavigation takes what was entered to the form and to the samples, and nothing else of the address", () => {
  address.path = "/models/house-price/estimate";
  address.query = "area=6000&parking=1&outcome=stored&receipt=x&utm_source=mail";
  expect(ofHouse().map(({ href }) => href)).toEqual([
    "/models/house-price?area=6000&parking=1",
    "/models/house-price/card",
    "/models/house-price/batch",
    "/models/house-price/api?area=6000&parking=1",
    "/monitoring/house-price",
    "/models/house-price/versions",
  ]);
});

test("ModelNavigation leads to monitoring and versions for the owner and a reviewer alone", () => {
  expect(ofHouse(false).map(({ text }) => text)).toEqual(["Estimate", "Accuracy", "From a CSV file", "API"]);
  expect(
    ofHouse()
      .map(({ text }) => text)
      .slice(4),
  ).toEqual(["Monitoring", "Versions"]);
});

test.each([
  ["/studio", [["Studio", "page"]]],
  ["/studio/d1", [["Studio", "true"]]],
  ["/monitoring", [["Monitoring", "page"]]],
  ["/monitoring/salary", [["Monitoring", "true"]]],
  ["/pipeline", [["Pipeline", "page"]]],
  ["/admin/keys", [["Keys", "page"]]],
  ["/admin/audit", [["Pipeline", "true"]]],
  ["/models/salary", []],
])("OwnerMenu at %s marks the page, or the part that the page is in", (path, marked) => {
  address.path = path;
  expect(currentOf(linksOf(renderPart(<OwnerMenu role="owner" token="t" />)))).toEqual(marked);
});

test("ModelLayout has the content in a part named after the model, behind the navigation, where the skip link leads", async () => {
  const at = (model: string) => ModelLayout({ params: Promise.resolve({ model }), children: <h1>Pay</h1> });
  const markup = renderPart(await at("salary"));
  expect(markup).toMatch(new RegExp(`</nav><div id="${MODEL_CONTENT}" role="group" aria-label="Salary"[^>]*><h1>Pay`));
  expect(renderPart(await at("nothing"))).toBe("<h1>Pay</h1>");
  expect(renderPart(<SkipLink>Skip to the content</SkipLink>)).toContain(`href="#${PAGE_CONTENT}"`);
});
