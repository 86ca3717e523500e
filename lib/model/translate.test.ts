import { writerOf } from "./format";
import { expect, test } from "vitest";
import { makeSpec, publishedModel } from "../testing/models";
import { predict } from "./answer/predict";
import { LOCALES, localeOf } from "../language/locale";
import { readField } from "./inputs/text";
import { valueInWords } from "./inputs/words";
import { parseSpec, type Spec } from "./spec";
import { modelIn, specIn } from "./translate";

const flat = {
  inputs: [
    { name: "area", label: "Living area", kind: "number", unit: "sq ft" },
    { name: "heating", label: "Heating", kind: "category", levels: ["gas", "none"] },
  ],
  derived: [],
  terms: ["area", "heating"],
  training: undefined,
};
const german = {
  title: "Miete",
  target: { label: "Kaltmiete" },
  inputs: { area: { label: "Wohnfläche", unit: "m²" }, heating: { levels: { none: "keine" } } },
};

test("specIn(spec, locale) has the texts of that language, and the description's own where it has none", () => {
  const spec = parseSpec(makeSpec({ ...flat, translations: { de: german } }));
  const { title, summary, target, inputs, ...rest } = specIn(spec, "de");
  expect([title, summary, target.label, inputs[0]!.label]).toEqual(["Miete", spec.summary, "Kaltmiete", "Wohnfläche"]);
  expect(inputs.map(({ name }) => name)).toEqual(["area", "heating"]);
  expect(rest).not.toHaveProperty("translations");
  expect(specIn(spec, "en").inputs[0]!.label).toBe("Living area");
});

test("specIn(spec, locale) marks inputs and derived features of other languages than English, which needs no mark", async () => {
  const { spec } = await publishedModel("house-price");
  for (const locale of LOCALES) {
    const { inputs, derived, ...whole } = specIn(spec, locale);
    expect(whole.locale).toBe(locale);
    expect(new Set([...inputs, ...derived].map(localeOf))).toEqual(new Set([locale]));
  }
  expect(JSON.stringify(specIn(spec, "en")).match(/"locale"/g)).toHaveLength(1);
});

test("specIn(spec, locale) gives the same object again", () => {
  const spec = parseSpec(makeSpec());
  expect(specIn(spec, "de")).toBe(specIn(spec, "de"));
});

test("specIn(spec, locale) leaves a description alone that is written in that language", () => {
  const spec = parseSpec(makeSpec({ language: "de", title: "Hauspreis", translations: { en: { title: "House price" } } }));
  expect([specIn(spec, "de").title, specIn(spec, "en").title]).toEqual(["Hauspreis", "House price"]);
});

test("valueInWords(input, value) calls a level and writes a number as the reader's language does", () => {
  const { inputs } = specIn(parseSpec(makeSpec({ ...flat, translations: { de: german } })), "de");
  expect(valueInWords(inputs[0]!, 1250.5)).toBe("1.250,5 m²");
  expect(valueInWords(inputs[1]!, "none")).toBe("keine");
  expect(valueInWords(inputs[1]!, "gas")).toBe("gas");
});

test("specIn(spec, locale) takes a unit in every language of the description, and knows a year by its own label", () => {
  const built = { name: "built", label: "Year built", kind: "integer" };
  const inputs = { ...german.inputs, built: { label: "Baujahr" } };
  const spec = parseSpec(
    makeSpec({ ...flat, inputs: [...flat.inputs, built], terms: [...flat.terms, "built"], translations: { de: { ...german, inputs } } }),
  );
  for (const locale of LOCALES) {
    const [area, , year] = specIn(spec, locale).inputs;
    expect([readField(area!, "80 sq ft"), readField(area!, "80 m²"), readField(area!, "80 ha")]).toEqual([80, 80, "80 ha"]);
    expect(valueInWords(year!, 1987)).toBe("1987");
  }
});

test("modelIn(model, locale) answers the same", async () => {
  const model = await publishedModel("salary");
  const inputs = { experience: 4, test_score: 8, interview_score: 7 };
  expect(predict(modelIn(model, "de"), inputs)).toMatchObject({ estimate: predict(model, inputs).estimate });
});

test.each([
  [{ inputs: { aera: { label: "Fläche" } } }, "translations.de.inputs.aera: is no input"],
  [{ derived: { rooms: { label: "Zimmer" } } }, "translations.de.derived.rooms: is no derived feature"],
  [
    { inputs: { heating: { levels: { oil: "Öl" } } } },
    "translations.de.inputs.heating.levels.oil: is no level of heating",
  ],
])("parseSpec(json) refuses a translation of what is not there: %j", (de, message) => {
  expect(() => parseSpec(makeSpec({ ...flat, translations: { de } }))).toThrow(message);
});

test("specIn(spec, locale) has the phrase of the target in its own language alone, since it is a part of a sentence", () => {
  const target = { name: "y", label: "Price", phrase: "houses like this sold for" };
  const phraseIn = (more: object, locale: "en" | "de") =>
    specIn(parseSpec(makeSpec({ target, ...more })), locale).target.phrase;
  expect([phraseIn({}, "en"), phraseIn({}, "de"), phraseIn({ language: "de" }, "de")]).toEqual([
    target.phrase,
    undefined,
    target.phrase,
  ]);
  const german = { target: { phrase: "Häusern wie diesem kosteten" } };
  expect(phraseIn({ translations: { de: german } }, "de")).toBe("Häusern wie diesem kosteten");
});

test.each(["house-price", "house-price-hedonic", "salary"])(
  "specIn(spec, locale) has every text of %s in German",
  async (id) => {
    const { spec } = await publishedModel(id);
    const german = specIn(spec, "de");
    /** Every text that a person reads, by where it is. */
    const textsOf = ({ title, summary, question, target, inputs, derived, card }: Spec) => {
      const texts = {
        ...{ title, summary, question, label: target.label, targetHelp: target.help, phrase: target.phrase },
        ...Object.fromEntries(
          [...inputs, ...derived].flatMap((part) => [
            [`${part.name}.label`, part.label],
            [`${part.name}.help`, part.help],
            [`${part.name}.unit`, "unit" in part ? part.unit : undefined],
            [`${part.name}.instruction`, "instruction" in part ? part.instruction : undefined],
          ]),
        ),
        ...{ disclaimer: card.disclaimer, intendedUse: card.intendedUse, source: card.source },
        ...Object.fromEntries(card.limits.map((limit, index) => [`limit ${index}`, limit])),
      };
      return Object.entries(texts).filter(([, text]) => text !== undefined);
    };
    const own = Object.fromEntries(textsOf(spec));
    const translated = textsOf(german);
    expect(translated.map(([where]) => where)).toEqual(Object.keys(own));
    for (const [where, text] of translated) expect(text, where).not.toBe(own[where]);
  },
);

test("specIn(spec, en) of a German description leaves labels without a translation as they are written", () => {
  const german = parseSpec({ ...JSON.parse(JSON.stringify(makeSpec())), language: "de", translations: undefined });
  const [input] = specIn(german, "en").inputs;
  const { inSentence } = writerOf("en");
  expect(inSentence({ ...input!, label: "Zimmer" })).toBe("Zimmer");
  expect(inSentence(german.target)).toBe(german.target.label);
  expect(inSentence({ label: "Rooms" })).toBe("rooms");
});
