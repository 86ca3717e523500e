import { predict } from "@/lib/model/answer/predict";
import { exampleInputs } from "@/lib/model/inputs/example";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderPart } from "@/lib/testing/rendered";
import { modelNamed, withPureError } from "@/lib/testing/sentences";
import { LocaleProvider } from "#locale";
import { describe, expect, test } from "vitest";
import { RefusalReport } from "./refusal-report";
import { Report } from "./report";

/** The result page in German: every sentence of ours, in the models of this repository and in models that need the others. */

/** What a German reader gets for inputs: the report or the refusal. */
function germanPage(model: Model, changes: Inputs): string {
  const inputs = { ...exampleInputs(model), ...changes };
  const answer = predict(model, inputs);
  const page = { origin: "https://example.com", token: "", shown: true };
  return renderPart(
    <LocaleProvider locale="de">
      {answer.refusal ? (
        <RefusalReport model={model} inputs={inputs} refused={answer} />
      ) : (
        <Report {...page} model={model} inputs={inputs} prediction={answer} unread="viel" />
      )}
    </LocaleProvider>,
  );
}

/** The texts that the owner of a model wrote, the longest first. */
function textsOfOwner({ spec }: Model): string[] {
  const { title, summary, target, inputs, derived, card } = spec;
  const described = [...inputs, ...derived].flatMap((part) => [
    part.label,
    "unit" in part ? part.unit : undefined,
    ...("levels" in part ? part.levels : []),
  ]);
  const { label, help, unit, phrase } = target;
  return [title, summary, label, help, unit, phrase, ...described, ...card.limits, card.source, card.disclaimer]
    .filter((text) => text !== undefined)
    .toSorted((a, b) => b.length - a.length);
}

/** Texts and accessible names of a page, without code, addresses and what the owner wrote. */
function ownWords(page: string, model: Model): string {
  const names = [...page.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, name]) => name);
  const text = [page.replace(/<pre.*?<\/pre>/gs, " ").replace(/<[^>]*>/g, " "), ...names]
    .join(" | ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/https:\S+/g, " ");
  return textsOfOwner(model).reduce((rest, own) => rest.replaceAll(own, "…"), text);
}

const ENGLISH =
  /\b(the|of|and|with|is|are|were|this|that|these|for|from|to|not|or|than|it|its|your|you|no|yes|more|estimates?|ranges?|rows?|answers?|others?|values?)\b/gi;

const far = { area: 20_000 };
const tooFar = { area: 50_000, bedrooms: 1, bathrooms: 8 };

/** Each with what it must say. */
const PAGES: [name: string, of: () => Promise<Model>, changes: Inputs, says: RegExp][] = [
  ["house-price", () => publishedModel("house-price"), {}, /8 von 10 /],
  ["house-price-hedonic", () => publishedModel("house-price-hedonic"), {}, /8 von 10 /],
  ["salary", () => publishedModel("salary"), {}, /8 Zeilen sind zu wenige, um die Genauigkeit/],
  ["house-price outside the data", () => publishedModel("house-price"), far, /Wenn sich das Muster fortsetzt/],
  ["a refused house", () => publishedModel("house-price"), tooFar, /Keine Schätzung für diesen Fall/],
  ["house-price without rows", () => bareModel("house-price"), {}, /Es gibt keinen Bereich: Mit diesem Modell/],
  ["a sound model", () => modelNamed("sound"), {}, /der tatsächliche Wert \d+\u00a0\$ bis \d+\u00a0\$/],
  ["a straight line beyond its rows", () => modelNamed("sound"), { a: 13 }, /verlängert eine Gerade/],
  ["a biased model", () => modelNamed("biased"), {}, /typischerweise \d+\u00a0% niedriger als die Schätzung/],
  [
    "a model with unequal errors",
    () => modelNamed("unequal"),
    { a: 1 },
    /Der Bereich ist für 80\u00a0% der Fälle gedacht\./,
  ],
  ["a bent model", () => modelNamed("bent"), {}, /Am meisten würde dieser Term helfen: Quadrat/],
  ["a wavy model", () => modelNamed("wavy"), {}, /Kein einzelnes Quadrat oder Produkt/],
  ["a model of few rows", () => modelNamed("tiny"), { a: 9 }, /Am meisten würden Zeilen mit ähnlichen Werten helfen/],
  ["a model of a logarithm", () => modelNamed("log"), {}, /Wahrscheinlichkeit von \d+\u00a0%/],
  ["a model of many rows", () => modelNamed("large"), {}, /Unter einer Stichprobe von 1\.000 der 20\.500 Fälle/],
  [
    "a model with a faint pattern",
    async () => withPureError({ f: 3, p: 1e-5, robustP: 0.3, share: 0.4 })(await modelNamed("sound")),
    {},
    /Der Rest ist möglicherweise Rauschen/,
  ],
];

describe("the result page in German", () => {
  test.each(PAGES)("of %s has no English words of ours and German numbers", async (_, of, changes, says) => {
    const model = modelIn(await of(), "de");
    const words = ownWords(germanPage(model, changes), model);
    expect(words.replace(/\s+/g, " ").replaceAll("… … ", "… ")).toMatch(/\p{L}/u);
    expect([...new Set(words.match(ENGLISH))]).toEqual([]);
    // "15%", "$90,200" and "4.5" are English.
    expect(words.match(/\d%|\$\d|(?<![\d.,])\d+\.\d{1,2}(?!\d)/g)).toBeNull();
    expect(words.replace(/ +/g, " ")).toMatch(says);
  });
});
