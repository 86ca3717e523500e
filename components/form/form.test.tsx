import { LocaleProvider } from "#locale";
import type { Locale } from "@/lib/language/locale";
import { modelIn } from "@/lib/model/translate";
import { makeSpec, publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { parseSpec, type Derived } from "@/lib/model/spec";
import { derivedInWords } from "@/components/words";
import { expect, test, vi } from "vitest";
import { ErrorSummary } from "./error-summary";
import { EstimateForm } from "./estimate-form";
import { startForm } from "./start-form";
import { TypedMark } from "./typed-mark";

let query = "";
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined }),
  useSearchParams: () => new URLSearchParams(query),
}));

const house = await publishedModel("house-price");

function formIn(locale: Locale, search = "") {
  query = search;
  const model = modelIn(house, locale);
  return (
    <LocaleProvider locale={locale}>
      <EstimateForm spec={model.spec} faults={[]} start={startForm(model)} />
    </LocaleProvider>
  );
}

test("EstimateForm in German asks, helps and calculates in German", () => {
  const text = textOf(formIn("de"));
  expect(text).toContain("Typische Werte sind eingetragen. Ersetzen Sie sie durch Ihre eigenen.");
  expect(text).toContain("Grundstücksfläche Das ganze Grundstück, nicht die Wohnfläche.");
  expect(text).toContain(
    "Typisch: 4.600. In den Trainingsdaten: 1.650 bis 16.200 Quadratfuß. Zulässig: 500 bis 50.000 Quadratfuß.",
  );
  expect(text).toContain("Kaufpreis schätzen");
  expect(text).toContain("Bäder je Schlafzimmer 0,33");
  expect(renderPart(formIn("de"))).toContain('aria-label="Schlafzimmer erhöhen"');
});

test("EstimateForm says which values are typical, which are in the training data, and which are accepted", () => {
  expect(textOf(formIn("en"))).toContain(
    "Bedrooms Typical: 3. In the training data: 1 to 6. Accepted: 1 to 10. − + Full bathrooms",
  );
  const { spec } = house;
  expect(startForm({ ...house, evidence: null }).seen).toEqual({});
  expect(textOf(<EstimateForm spec={spec} faults={[]} start={startForm({ ...house, evidence: null })} />)).toContain(
    "Bedrooms Typical: 3. Accepted: 1 to 10. − + Full bathrooms",
  );
});

test("EstimateForm passes the level of its address on, where it is a probability", () => {
  expect(renderPart(formIn("en", "area=1250.5&level=0.95"))).toContain(
    '<input type="hidden" name="level" value="0.95"/>',
  );
  for (const level of ["0.8", "95", "often", ""]) {
    expect(renderPart(formIn("en", `area=1250.5&level=${level}`))).not.toContain('name="level"');
  }
});

test("EstimateForm in German shows the numbers of an address with a comma, and says how its own are typed", () => {
  const markup = renderPart(formIn("de", "area=1250.5&bedrooms=3"));
  expect(markup).toMatch(/<input[^>]*id="area"[^>]*value="1250,5"/);
  expect(markup).toContain('<input type="hidden" name="typed" value="de"/>');
  const english = renderPart(formIn("en", "area=1250.5&bedrooms=3"));
  expect(english).toMatch(/<input[^>]*id="area"[^>]*value="1250.5"/);
  expect(english).not.toContain('type="hidden"');
});

test("startForm(model) fills in what is typical as the reader types it", () => {
  const inputs = [{ name: "size", label: "Size", kind: "number" as const, typical: 1250.5 }];
  const spec = parseSpec(makeSpec({ inputs, derived: [], terms: ["size"] }));
  const typicalIn = (locale: Locale) => startForm(modelIn({ ...house, spec, evidence: null }, locale)).typical.size;
  expect([typicalIn("en"), typicalIn("de")]).toEqual(["1250.5", "1250,5"]);
});

test("ErrorSummary counts the problems", () => {
  const summary = (locale: Locale, count: number) =>
    textOf(
      <LocaleProvider locale={locale}>
        <ErrorSummary faults={Array.from({ length: count }, (_, index) => ({ name: `x${index}`, detail: "fix it" }))} />
      </LocaleProvider>,
    );
  expect(summary("en", 1)).toBe("There is 1 problem Fix it.");
  expect(summary("en", 2)).toContain("There are 2 problems");
  expect(summary("de", 1)).toContain("Bitte prüfen Sie 1 Angabe ");
  expect(summary("de", 2)).toContain("Bitte prüfen Sie 2 Angaben");
});

test("TypedMark is nothing in English, which addresses are read in", () => {
  expect(renderPart(<TypedMark inputs={modelIn(house, "en").spec.inputs} />)).toBe("");
  expect(renderPart(<TypedMark inputs={[]} />)).toBe("");
});

test("derivedInWords(derived, value) has two decimals at most, and two digits below 1", () => {
  const ratio: Derived = { name: "ratio", label: "Ratio", formula: "a / b" };
  const values = [2 / 3, 4 / 3, 0.001234, 12.345, 1533.33, 0, -0.6667];
  expect(values.map((value) => derivedInWords(ratio, value))).toEqual([
    ...["0.67", "1.33", "0.0012", "12.35"],
    ...["1,533", "0", "−0.67"],
  ]);
  expect(derivedInWords({ ...ratio, unit: "m²", locale: "de" }, 4 / 3)).toBe("1,33 m²");
});

test("EstimateForm offers a category without an answer one choice for that, and says which it is", () => {
  const spec = parseSpec(
    makeSpec({
      inputs: [
        { name: "a", label: "A", kind: "number" },
        {
          name: "alley",
          label: "Alley",
          kind: "category",
          levels: ["paved", "gravel", "not stated"],
          missing: { value: "not stated" },
        },
        { name: "roof", label: "Roof", kind: "category", levels: ["flat", "hip"], missing: { value: "hip" } },
      ],
      derived: [],
      terms: ["a", "alley", "roof"],
    }),
  );
  query = "a=1&alley=not+stated&roof=hip";
  const html = renderPart(<EstimateForm spec={spec} faults={[]} start={{ typical: {}, folded: [], seen: {} }} />);
  const optionsOf = (name: string) => {
    const [, select = ""] = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`).exec(html) ?? [];
    return [...select.matchAll(/<option[^>]*>(.*?)<\/option>/g)].map(([, text]) => text);
  };
  expect(optionsOf("alley")).toEqual(["I don’t know", "paved", "gravel"]);
  expect(optionsOf("roof")).toEqual(["I don’t know", "flat", "hip"]);
  expect(html).toMatch(/<option value="" selected="">I don’t know/);
  expect(html).toContain("Choose “I don’t know” if you do not know.");
  expect(html).not.toContain("Leave it blank");
});
