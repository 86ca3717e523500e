import { exampleInputs } from "@/lib/model/inputs/example";
import { estimateStep } from "@/lib/model/format";
import { predict } from "@/lib/model/answer/predict";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { bareModel, publishedModel } from "@/lib/testing/models";
import type { Locale } from "@/lib/language/locale";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LocaleProvider } from "#locale";
import { OutcomeSection } from "./outcome-section";
import type { State } from "./kept-outcome";

const houses = await publishedModel("house-price");
const bare = await bareModel("house-price");

function section(model: Model, state?: State, locale: Locale = "en"): string {
  const prediction = predict(model, exampleInputs(model));
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  const kept = state && { state, receipt: "token", actual: "12" };
  return renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <OutcomeSection
        step={estimateStep(prediction.estimate, prediction.interval)}
        spec={model.spec}
        prediction={prediction}
        receipt="token"
        kept={kept}
        token=""
      />
    </LocaleProvider>,
  );
}

test("OutcomeSection(props) says the unit of the actual value in words, where the model has them", () => {
  expect(section(houses)).toMatch(/The actual sale price<span[^>]*>Canadian dollars of 1987\.<\/span><\/label>/);
  expect(section(modelIn(houses, "de"), undefined, "de")).toContain(">In kanadischen Dollar von 1987.<");
  const { help: _, ...target } = houses.spec.target;
  expect(section({ ...houses, spec: { ...houses.spec, target } })).toMatch(/The actual sale price<\/label>/);
});

test("OutcomeSection(props) takes an outcome of a model with a range and of one without", () => {
  for (const html of [section(houses), section(bare)]) {
    expect(html).toContain("The actual sale price");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test("OutcomeSection(props) says that no range was given where none was", () => {
  const sentence = "The estimate came without a range, so only its error counts.";
  expect(section(bare, "stored")).toContain(sentence);
  expect(section(bare, "corrected")).toContain(sentence);
  expect(section(houses, "stored")).not.toContain("without a range");
  expect(section(bare, "opinion")).not.toContain("without a range");
});

test("OutcomeSection(props) names an estimate by its range, or else in three significant digits", () => {
  expect(section(bare, "unlikely")).toContain("$12 is very far from the estimate of $61,600.");
  expect(section(houses, "unlikely")).toContain("$12 is very far from the estimate of $61,600.");
});

test("OutcomeSection(props) says at once what became of the form: the message or the faulty field has the focus", () => {
  expect(section(houses, "stored")).toMatch(/role="status"[^>]*autofocus=""/);
  expect(section(houses, "faulty")).toMatch(/<input id="actual"[^>]*autofocus=""/i);
  expect(section(houses)).not.toMatch(/autofocus/i);
});

test("OutcomeSection(props) is written in German, with the label as it is and numbers in German", () => {
  const html = section(houses, "unlikely", "de");
  expect(html).toContain("12\u00a0CA$ ist sehr weit von der Schätzung 61.600\u00a0CA$ entfernt. Stimmt das?");
  expect(html).toContain("Tatsächlicher Wert für „Sale price“");
  expect(html).toMatch(/value="too low"\/>zu niedrig/);
  expect(section(houses, "stored", "de")).toContain("Ihr Wert ist gespeichert und zählt");
});
