import { publishedModel } from "@/lib/testing/models";
import { expect, test, vi } from "vitest";
import { linkMetadata } from "./link-metadata";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ host: "models.example" }) }));
vi.mock("@/components/language/read-locale", () => ({ readLocale: async () => "en" }));

test("linkMetadata(path, about) writes the address and the image of a result once each", async () => {
  const { spec } = await publishedModel("salary");
  const path = "/models/salary/estimate?experience=2";
  const metadata = await linkMetadata(path, { spec, path, headline: "$52,100" });
  const written = JSON.stringify(metadata);
  expect(written.match(/experience=2/g)).toHaveLength(2);
  expect(metadata.alternates).toEqual({ canonical: `http://models.example${path}` });
  expect(metadata.openGraph!.images).toMatchObject([
    { url: "http://models.example/models/salary/estimate/image?experience=2", alt: "$52,100. Salary, Glasshouse" },
  ]);
  // Next would write the image again for X where there is no list.
  expect(metadata.twitter).toEqual({ card: "summary_large_image", images: [] });
});
