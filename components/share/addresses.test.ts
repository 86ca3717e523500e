import { estimatePath, imagePath } from "@/components/query";
import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { plainPath, wholeAddress } from "./addresses";

const { spec } = (await publishedModel("house-price"))!;

test.each([
  ["https://a.example", "/", "https://a.example/"],
  ["https://a.example/glasshouse", "/docs", "https://a.example/glasshouse/docs"],
  ["http://[::1]:3000", "/models/a/estimate?x=1", "http://[::1]:3000/models/a/estimate?x=1"],
])("wholeAddress(%j, %j) is %s", (origin, path, address) => {
  expect(wholeAddress(origin, path)).toBe(address);
});

test("wholeAddress(origin, path) is nothing where the host is not known", () => {
  expect(wholeAddress("", "/docs")).toBeUndefined();
  expect(wholeAddress("/glasshouse", "/docs")).toBeUndefined();
});

test.each([
  ["/", "/"],
  ["/docs/", "/docs"],
  ["/models/a/card?utm_source=x#top", "/models/a/card"],
  ["", "/"],
])("plainPath(%j) is %j", (path, plain) => {
  expect(plainPath(path)).toBe(plain);
});

test("imagePath(spec, path, locale) names the language where it is not the usual one, by a name that no input has", () => {
  const path = estimatePath(spec, { area: 6000 }, 0.9);
  expect(imagePath(spec, path, "en")).toBe("/models/house-price/estimate/image?area=6000&level=0.9");
  expect(imagePath(spec, path, "de")).toBe("/models/house-price/estimate/image?area=6000&level=0.9&language=de");
  expect(imagePath(spec, "/models/house-price", "en")).toBe("/models/house-price/image");
  const taken = { inputs: [{ ...spec.inputs[0]!, name: "language" }] };
  expect(imagePath(taken, "/models/a", "de")).toBe("/models/a/image?image_language=de");
});
