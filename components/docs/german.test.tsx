import { catalogue } from "@/lib/api/catalogue";
import { describeApi } from "@/lib/api/openapi/openapi";
import { listModels } from "@/lib/registry/registry";
import { englishLeft } from "@/lib/testing/german";
import { LocaleProvider } from "#locale";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReferencePage } from "./reference-page";

const models = await listModels();
const document = describeApi(catalogue, models);
const page = (
  <ReferencePage
    {...{ models, document, origin: "https://example.com", token: "" }}
    keys={{ needed: true, created: true }}
  />
);

test("ReferencePage has a German frame, and marks what the OpenAPI document says as English", () => {
  const german = <LocaleProvider locale="de">{page}</LocaleProvider>;
  expect(englishLeft(german, [models[0]!.spec.title])).toEqual([]);
  const html = renderToStaticMarkup(german);
  expect(html).toContain("Die Beschreibungen in der API-Referenz sind auf Englisch.");
  expect(html).toContain(">Rumpf der Anfrage</h4>");
});

test("ReferencePage says nothing about its language to an English reader", () => {
  const html = renderToStaticMarkup(page);
  expect(html).toContain("JSON in, JSON out; errors name the field.");
  expect(html).not.toMatch(/Englisch|in English/);
});
