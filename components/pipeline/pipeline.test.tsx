import { bareModel, publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { Pipeline } from "./pipeline";

test("Pipeline says of each model what is known of its table and its accuracy", async () => {
  const models = [await bareModel("house-price"), await publishedModel("house-price-hedonic")];
  const text = textOf(<Pipeline state={{ models, notServed: [], access: "out", inside: undefined }} />);
  expect(text).toContain("House price no rows came with it House price, detailed 546 rows");
  expect(text).toContain("House price accuracy not known House price, detailed median error 13%");
  for (const { version } of models) expect(text).toContain(version);
  expect(text).toContain("2 models loaded and answering.");
});
