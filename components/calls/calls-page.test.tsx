import { exampleInputs } from "@/lib/model/inputs/example";
import { formatsOf } from "@/lib/export/export";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { englishLeft } from "@/lib/testing/german";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { LocaleProvider } from "#locale";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Calls } from "./calls";
import type { Exports } from "./export-model";
import { readQuestion } from "./question";

const NO_NUMBER = /NaN|undefined|Infinity/;
const houses = await publishedModel("house-price");
const withoutPlan = (model: Model): Model => ({ ...model, predictor: { ...model.predictor, plan: null } });
const hidden = (model: Model): Model => {
  const training = { ...model.spec.training!, showRows: false };
  return { ...model, spec: { ...model.spec, training } };
};

const KEYLESS = { needed: false, created: true };

function page(model: Model, keys = KEYLESS, exports: Exports = "open"): string {
  const question = { inputs: exampleInputs(model), typical: true, faults: [] };
  return renderToStaticMarkup(
    <Calls
      exports={exports}
      keys={keys}
      model={model}
      query={new URLSearchParams()}
      question={question}
      origin="https://example.com"
      token=""
    />,
  );
}

describe("Calls(props)", () => {
  test.each(["house-price", "salary", "house-price-hedonic"])("shows %s, which has everything", async (id) => {
    const html = page(await publishedModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain(
      "JSON in, JSON out: the estimate, its range and the contribution of each input in one request.",
    );
    expect(html).toContain("the same estimate and the same range");
    expect(html).not.toContain("The model gives no range");
    expect(html).toContain("No key is needed here.");
  });

  test.each(["house-price", "salary", "house-price-hedonic"])("says why %s without rows has no range", async (id) => {
    const html = page(await bareModel(id));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("JSON in, JSON out: the estimate in one request.");
    expect(html).toContain("The model gives no range, because no rows with known outcomes came with it.");
    expect(html).toContain("&quot;interval&quot;: null");
    expect(html).toContain("  interval: null;\n");
    expect(html).toContain("Low and high are always NULL, because the model gives no range.");
    expect(html).not.toContain("the same range");
  });

  test("carries the key in every sample where keys are needed, and says where it comes from", () => {
    const html = page(houses, { needed: true, created: true }, "with a key");
    expect(html.match(/--header &quot;authorization: Bearer \$GLASSHOUSE_KEY&quot;/g)).toHaveLength(5);
    expect(html).toContain("os.environ[&#x27;GLASSHOUSE_KEY&#x27;]");
    expect(html).toContain('creates it at <a href="/admin/keys"');
    expect(html).toContain("/api/models/house-price/export?format=sql&amp;dialect=postgres&amp;table=house_price");
    const operated = page(houses, { needed: true, created: false });
    expect(operated).toContain("The operator of this server has it.");
    expect(operated).not.toContain("/admin/keys");
  });

  test("carries no key where none is needed", () => {
    expect(page(houses)).not.toMatch(/GLASSHOUSE_KEY|authorization/i);
  });

  test("keeps every language in the page, below links that lead to each", () => {
    const html = page(houses);
    for (const id of ["curl", "javascript", "typescript", "python", "r"]) {
      expect(html).toContain(`href="#call-${id}"`);
      expect(html).toContain(`<pre id="call-${id}"`);
    }
    expect(html).not.toMatch(/role="tab/);
  });

  test("offers a model without a plan as JSON alone", () => {
    const html = page(withoutPlan(houses));
    expect(html).not.toMatch(NO_NUMBER);
    expect(html).toContain("This model cannot be written as SQL or code.");
    expect(html).toContain("--format json");
    expect(html).not.toMatch(/<option value="(sql|typescript|python)"/);
  });

  test("says that the JSON of a model with private rows cannot explain estimates", () => {
    expect(page(hidden(houses))).toContain("The JSON export comes without them and cannot explain estimates.");
    expect(page(houses)).not.toContain("cannot explain estimates");
  });
});

test.each(["house-price", "salary"])("Calls(props) of %s is German for a German reader, in every state", async (id) => {
  for (const [whole, known] of [[await publishedModel(id), true] as const, [await bareModel(id), false] as const]) {
    for (const model of [whole, withoutPlan(whole), ...(known ? [hidden(whole)] : [])].map((each) =>
      modelIn(each, "de"),
    )) {
      for (const exports of ["open", "with a key"] as const) {
        for (const keys of [KEYLESS, { needed: true, created: true }, { needed: true, created: false }]) {
          const question = { inputs: exampleInputs(model), typical: true, faults: [] };
          const page = (
            <LocaleProvider locale="de">
              <Calls
                {...{ exports, keys, model, question }}
                query={new URLSearchParams()}
                origin="https://example.com"
                token=""
              />
            </LocaleProvider>
          );
          expect(englishLeft(page, [model.spec.title, "Open Inference Protocol"])).toEqual([]);
        }
      }
    }
  }
});

test("Calls(props) tells a German reader how to correct an address, and shows what the API answers in English", () => {
  const model = modelIn(houses, "de");
  const query = new URLSearchParams({ area: "1" });
  const question = readQuestion(model, query);
  const html = renderToStaticMarkup(
    <LocaleProvider locale="de">
      <Calls {...{ exports: "open", keys: KEYLESS, model, query, question }} origin="" token="" />
    </LocaleProvider>,
  );
  expect(html).toMatch(/Die Angaben in dieser Adresse sind nicht gültig\. [^<]*: Bitte 500 bis 50\.000/);
  expect(html).toContain("lot area must be a number");
});

test("formatsOf(model) are all, or JSON alone without a plan", () => {
  expect(formatsOf(houses)).toEqual(["sql", "typescript", "python", "json"]);
  expect(formatsOf(withoutPlan(houses))).toEqual(["json"]);
});
