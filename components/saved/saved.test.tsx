import { predict, type Estimated } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import { bareModel, publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { LocaleProvider } from "#locale";
import { expect, test } from "vitest";
import { Comparison } from "./comparison";
import { describeSaved } from "./entry";
import { addSaved } from "./list";
import { ModelGroup } from "./model-group";
import { toSave } from "./save-estimate";
import { savedModelOf } from "./saved-model";
import { SavedPage } from "./saved-page";
import { SAVED_WORDS } from "./words";

const house = (await publishedModel("house-price"))!;
const HOUSE = { area: 6000, bedrooms: 3, bathrooms: 2, stories: 2, guest_rooms: false, basement: true, parking: 1 };
const AT = Date.UTC(2025, 10, 26, 12);

function save(inputs: Inputs, { model = house, level = 0.8, step = 100 } = {}) {
  const prediction = predict(model, inputs, { level }) as Estimated;
  return { ...toSave({ model, inputs, prediction, step, level }), savedAt: AT };
}
const inEnglish = (saved: ReturnType<typeof save>, model = savedModelOf(house, "en")) =>
  describeSaved(saved, model, SAVED_WORDS.en, writerOf("en"));
const inGerman = (saved: ReturnType<typeof save>) =>
  describeSaved(saved, savedModelOf(house, "de"), SAVED_WORDS.de, writerOf("de"));

test("toSave(result) keeps what the page shows, and no input that was not given", () => {
  expect(save({ ...HOUSE, area: 6000 })).toEqual({
    model: "house-price",
    title: "House price",
    version: house.version,
    inputs: HOUSE,
    estimate: 90_200,
    range: { low: 61_900, high: 118_600 },
    level: 0.8,
    outside: false,
    savedAt: AT,
  });
  const prediction = predict(house, HOUSE) as Estimated;
  const missing = toSave({ model: house, inputs: { ...HOUSE, parking: null }, prediction, step: 0.1, level: 0.8 });
  expect(missing.inputs).not.toHaveProperty("parking");
  expect(String(missing.estimate)).toMatch(/^\d+(\.\d)?$/);
});

test("describeSaved(saved) writes figures, answers and the day in the language of the reader", () => {
  const { estimate, range, day, answers, path, hasChanged } = inEnglish(save(HOUSE));
  expect({ estimate, range, day, hasChanged }).toEqual({
    estimate: "$90,200",
    range: { line: "80% range: $61,900 to $118,600", cell: "$61,900 to $118,600 (80%)" },
    day: "26 Nov 2025",
    hasChanged: false,
  });
  expect(answers.slice(0, 2)).toEqual([
    { name: "area", label: "Lot area", value: "6,000 sq ft" },
    { name: "bedrooms", label: "Bedrooms", value: "3" },
  ]);
  expect(path).toBe(
    "/models/house-price/estimate?area=6000&bedrooms=3&bathrooms=2&stories=2&guest_rooms=no&basement=yes&parking=1",
  );
  const german = inGerman(save(HOUSE, { level: 0.9 }));
  expect(german.range.line).toMatch(/^Bereich \(90\s%\): [\d.]+\s\S+ bis [\d.]+\s\S+$/);
  expect(german.day).toBe("26. Nov. 2025");
  expect(german.answers.find(({ name }) => name === "basement")!.value).toBe("ja");
});

test("describeSaved(saved) says of an extrapolation what it assumes and no level, and no range where there is none", async () => {
  const outside = save({ ...HOUSE, area: 20_000 });
  expect(inEnglish(outside).range.line).toMatch(
    /^Outside the training data\. If the pattern continues: \$[\d,]+ to \$[\d,]+$/,
  );
  expect(inEnglish(outside).range.cell).toMatch(/^\$[\d,]+ to \$[\d,]+, outside the training data$/);
  expect(inGerman(outside).range.line).toMatch(
    /^Außerhalb der Trainingsdaten\. Wenn sich das Muster fortsetzt: [\d.]+/,
  );
  const bare = await bareModel("house-price");
  expect(inEnglish(save(HOUSE, { model: bare })).range.line).toBe("No range");
  expect(inEnglish({ ...save(HOUSE), range: { low: 0, high: 500 } }).range.line).toBe("80% range: less than $500");
});

test("describeSaved(saved) says that the model has changed since, and knows little of one that is gone", () => {
  expect(inEnglish({ ...save(HOUSE), version: "older" }).hasChanged).toBe(true);
  const gone = describeSaved(save(HOUSE), undefined, SAVED_WORDS.en, writerOf("en"));
  expect(gone).toMatchObject({ estimate: "90,200", hasChanged: false });
  expect(gone.path).toBeUndefined();
  expect(gone.answers[0]).toEqual({ name: "area", label: "area", value: "6,000" });
});

test("describeSaved(saved) keeps an answer that the model no longer has an input for", () => {
  const saved = save(HOUSE);
  const { answers } = inEnglish({ ...saved, inputs: { ...saved.inputs, pool: true } });
  expect(answers.at(-1)).toEqual({ name: "pool", label: "pool", value: "yes" });
});

test("savedModelOf(model) sends no levels, no help and no terms", () => {
  const model = savedModelOf(house, "en");
  expect(Object.keys(model).sort()).toEqual(["estimated", "id", "inputs", "title", "unit", "version"]);
  expect(JSON.stringify(model)).not.toMatch(/"help"/);
});

test("Comparison marks the answers that differ, in each language", () => {
  const compared = addSaved([], [save(HOUSE), save({ ...HOUSE, area: 4000 })])!;
  const text = textOf(<Comparison compared={compared} model={savedModelOf(house, "en")} />);
  expect(text).toContain("≠ marks answers that differ.");
  expect(text).toContain("Lot area ≠ differs");
  expect(text).not.toContain("Bedrooms ≠");
  const german = textOf(
    <LocaleProvider locale="de">
      <Comparison compared={[compared[0]!, { ...compared[0]!, version: "older" }]} model={savedModelOf(house, "de")} />
    </LocaleProvider>,
  );
  expect(german).toContain(
    "Alle Angaben sind gleich. Diese Schätzungen stammen von verschiedenen Versionen des Modells.",
  );
});

test("SavedPage says without JavaScript that it needs it, and nothing of what is saved", () => {
  const text = textOf(<SavedPage models={[savedModelOf(house, "en")]} />);
  expect(text).toContain("This page needs JavaScript");
  expect(text).not.toContain("House price");
});

test("SAVED_WORDS.de builds plurals", () => {
  const { removed, unread, more } = SAVED_WORDS.de;
  expect(removed(writerOf("de"), 1)).toBe("Gelöscht: 1 Schätzung.");
  expect(removed(writerOf("de"), 12)).toBe("Gelöscht: 12 Schätzungen.");
  expect(unread(writerOf("de"), 1)).toMatch(/^1 Eintrag lässt sich/);
  expect(more(writerOf("de"), 3)).toBe("3 weitere Angaben");
});

test("ModelGroup shows how to compare: a button, and what to choose first; no line of answers begins with a dot", () => {
  const several = addSaved([], [save(HOUSE), save({ ...HOUSE, area: 4000 })])!;
  const show = (group: typeof several) => (
    <ModelGroup group={group} model={savedModelOf(house, "en")} onRemove={() => {}} />
  );
  const text = textOf(show(several));
  expect(text).toContain("Select 2 or more estimates, then “Compare”.");
  expect(text).toMatch(/Compare Select 2 or more estimates first\.$/);
  expect(renderPart(show(several))).toMatch(/<button[^>]*aria-describedby="([^"]+)"[^>]*>Compare<\/button><p id="\1"/);
  expect(renderPart(show(several))).toContain("6,000 sq ft\u00a0· Bedrooms");
  expect(renderPart(show(several))).not.toContain(" ·");
  expect(textOf(show(several.slice(1)))).not.toContain("Compare");
  const german = textOf(<LocaleProvider locale="de">{show(several)}</LocaleProvider>);
  expect(german).toMatch(/Vergleichen Wählen Sie zuerst 2 oder mehr Schätzungen aus\.$/);
});

test("ModelGroup lists the answers that differ first, and says which money the figures are in", async () => {
  const detailed = await publishedModel("house-price-hedonic");
  const FEATURES = { driveway: true, gas_heating: false, preferred_area: false };
  const saved = [true, false].map((air_conditioning) =>
    save({ ...HOUSE, ...FEATURES, air_conditioning }, { model: detailed }),
  );
  const text = textOf(
    <ModelGroup group={addSaved([], saved)!} model={savedModelOf(detailed, "en")} onRemove={() => {}} />,
  );
  expect(text.match(/Air conditioning: (yes|no) · Lot area: 6,000 sq ft/g)).toHaveLength(2);
  expect(text).toContain("4 more answers");
  expect(text.split("$")[0]).toContain("Sale price, Canadian dollars of 1987");
});

test("Comparison names the estimate of each cell for a screen without room for columns", () => {
  const compared = addSaved([], [save(HOUSE), save({ ...HOUSE, area: 4000 })])!;
  const markup = renderPart(<Comparison compared={compared} model={savedModelOf(house, "en")} />);
  expect(markup).toMatch(/<td role="cell" data-name="\$90,200"[^>]*>6,000 sq ft<\/td>/);
  expect(markup).not.toMatch(/<(table|thead|tbody|tr|th|td)\b(?! [^>]*role=)/);
});

test("SAVED_WORDS.chosen(count) says what is missing", () => {
  expect([0, 1, 2].map(SAVED_WORDS.en.chosen)).toEqual([
    "Select 2 or more estimates first.",
    "1 selected. Select one more.",
    "2 selected.",
  ]);
  expect([1, 3].map(SAVED_WORDS.de.chosen)).toEqual(["1 ausgewählt. Wählen Sie noch eine aus.", "3 ausgewählt."]);
});
