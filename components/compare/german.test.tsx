import type { Model } from "@/lib/model/model";
import { englishLeft } from "@/lib/testing/german";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { textOf } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { Comparison } from "./comparison";
import { inquire } from "./inquiry";
import { findQuestions, listedIn, questionIn, whyAlone } from "./question";
import { QuestionList } from "./question-list";

const [house, hedonic] = [await publishedModel("house-price"), await publishedModel("house-price-hedonic")];
const [bareHouse, bareHedonic] = [await bareModel("house-price"), await bareModel("house-price-hedonic")];

const inGerman = (part: ReactNode) => <LocaleProvider locale="de">{part}</LocaleProvider>;

/** The texts of the owners, who write in one language. */
const ownOf = (models: Model[]) =>
  models.flatMap(({ spec: { title, target, inputs, derived } }) => [
    ...[title, target.label, target.help ?? "", target.phrase ?? ""],
    ...inputs.flatMap((input) => [
      ...[input.label, input.help ?? "", ("unit" in input && input.unit) || ""],
      ...("levels" in input ? input.levels : []),
    ]),
    ...derived.map(({ label }) => label),
  ]);

const FAR =
  "area=40000&bedrooms=3&bathrooms=1&stories=2&guest_rooms=no&basement=no&parking=1&driveway=yes&gas_heating=no&air_conditioning=no&preferred_area=no";
const other = { ...house, spec: { ...house.spec, id: "other", title: "Other", translations: undefined } };

test.each<[string, Model[], string, RegExp]>([
  ["two models", [house, hedonic], "", /Insgesamt ist .* genauer\./],
  ["answers outside the data", [house, hedonic], FAR, /Vorsicht mit dieser Schätzung/],
  ["mistakes", [house, hedonic], "area=abc", /Ihre Angaben/],
  ["two models of which one has no rows", [bareHouse, hedonic], "", /Welches Modell genauer ist, ist nicht bekannt/],
  ["models without rows", [bareHouse, bareHedonic], "", /Die Genauigkeit ist nicht bekannt/],
  ["three models", [house, hedonic, other], "", /Alle 3 Modelle vergleichen/],
  ["equal models", [house, other], "", /Die Schätzungen sind gleich/],
])("Comparison(props) of %s has no English of ours for a German reader", (_, models, query, says) => {
  const question = questionIn(findQuestions(models)[0]!, "de");
  const inquiry = inquire(question, new URLSearchParams(query));
  for (const shown of [true, false]) {
    const page = inGerman(<Comparison shown={shown} question={question} inquiry={inquiry} path="/compare" />);
    expect(englishLeft(page, ownOf(models))).toEqual([]);
    expect(textOf(page)).toMatch(says);
  }
});

test("Comparison(props) in German has titles in quotation marks and no colon behind a colon", () => {
  const question = questionIn(findQuestions([house, hedonic])[0]!, "de");
  const inquiry = inquire(question, new URLSearchParams());
  const text = textOf(inGerman(<Comparison shown question={question} inquiry={inquiry} path="/compare" />));
  expect(text).toContain("Insgesamt ist „Ausführlicher Hauspreis“ genauer. Die Hälfte der Schätzungen von");
  expect(text).toContain("Bei „Hauspreis“ weicht die Hälfte um höchstens 15 % ab.");
  expect(text).toContain("Das Beispiel hat typische Angaben. Grundstücksfläche: 4.600 Quadratfuß, Schlafzimmer: 3,");
  expect(text).toContain("(In diesem Fall; über alle Fälle ist dieses Modell genauer.)");
  expect(text).toContain("„Kaufpreis“ ist eine Summe aus 9 Termen.");
  expect(text).toContain("„Kaufpreis“ ist ein Produkt aus 11 Faktoren.");
  expect(text).toMatch(/„Hauspreis“ und „Ausführlicher Hauspreis“ erfüllen die Norm in 3 von 4 Kennzahlen nicht \(/);
  expect(text).toContain("Bevorzugte Wohngegend log(Grundstücksfläche) log(Schlafzimmer) log(Bäder)");
});

test("QuestionList(props) is German for a German reader", () => {
  const questions = findQuestions([house, hedonic]).map((question) => listedIn(question, "de"));
  const alone = { title: house.spec.title, reasons: whyAlone("de", house, [house, hedonic]) };
  for (const list of [
    <QuestionList key="several" questions={questions} />,
    <QuestionList key="none" questions={[]} />,
    <QuestionList key="alone" questions={[]} alone={alone} />,
  ]) {
    expect(englishLeft(inGerman(list), ownOf([house, hedonic]))).toEqual([]);
  }
});
