import { expect, test } from "vitest";
import { readHeader as readCsvHeader } from "../../csv/header";
import { guessBounds, guessYears } from "./bounds";
import { readDate, readQuantity } from "./cell";
import { isMissingMark } from "../../model/inputs/missing";
import { dialectOf } from "./dialect";
import { idOf, isPlain, Names, readHeader } from "./names";

test.each([
  ["1248 CC", { value: 1248, unit: "CC" }],
  ["2BHK", { value: 2, unit: "BHK" }],
  ["34.46Sq. Meter", { value: 34.46, unit: "Sq. Meter" }],
  ["$1,200", { value: 1200, unit: "USD" }],
  ["₹ 12.5", { value: 12.5, unit: "INR" }],
  ["5 %", { value: 5, unit: "%" }],
  ["60 m²", { value: 60, unit: "m²" }],
  ["-3.5 °C", { value: -3.5, unit: "°C" }],
  ["1e3", { value: 1000, unit: "" }],
  ["2100 - 2850", undefined],
  ["190Nm@ 2000rpm", undefined],
  ["No. 5", undefined],
  ["5 rooms with a balcony", undefined],
  ["2020-01-31", undefined],
])("readQuantity(%j) is %j", (text, quantity) => {
  expect(readQuantity(text, false)).toEqual(quantity);
});

test.each(["", "NA", "n/a", "#N/A", "NaN", "NULL", "?", "-"])("isMissingMark(%j) is true", (text) => {
  expect(isMissingMark(text)).toBe(true);
});

test.each(["none", "0", "--", "no"])("isMissingMark(%j) is false", (text) => expect(isMissingMark(text)).toBe(false));

test.each([
  ["2014-10-13", { day: "2014-10-13" }],
  ["20141013T000000", { day: "2014-10-13" }],
  ["2016-03-14 17:24:55", { day: "2016-03-14", time: "17:24:55" }],
  ["2016-03-14T17:24Z", { day: "2016-03-14", time: "17:24" }],
  ["3/14/2016 5:24 pm", { day: "2016-03-14", time: "17:24" }],
  ["13.10.2014", { day: "2014-10-13" }],
  ["13 Oct 2014", { day: "2014-10-13" }],
  ["03/04/2015", undefined],
  ["2015-02-29", undefined],
  ["20141013", undefined],
])("readDate(%j) is %j", (text, date) => {
  expect(readDate(text)).toEqual(date);
});

test.each([
  ["sale_price", "sale_price", "Sale price", undefined],
  ["SalePrice", "sale_price", "Sale price", undefined],
  ["MSSubClass", "ms_sub_class", "MSSubClass", undefined],
  ["MSZoning", "ms_zoning", "MSZoning", undefined],
  ["GrLivArea", "gr_liv_area", "Gr liv area", undefined],
  ["Year Built", "year_built", "Year built", undefined],
  ["Lot Area in SqFt", "lot_area_in_sq_ft", "Lot Area in SqFt", undefined],
  ["Preis pro Quadratmeter", "preis_pro_quadratmeter", "Preis pro Quadratmeter", undefined],
  ["Sepal.Length", "sepal_length", "Sepal length", undefined],
  ["Größe der Küche", "groesse_der_kueche", "Größe der Küche", undefined],
  ["Größe".normalize("NFD"), "groesse", "Größe".normalize("NFD"), undefined],
  ["ÜBUNGSFLÄCHE", "uebungsflaeche", "ÜBUNGSFLÄCHE", undefined],
  ["Âge du café", "age_du_cafe", "Âge du café", undefined],
  ["wohnflaeche_qm", "wohnflaeche_qm", "Wohnflaeche", "m²"],
  ["1stFlrSF", "x1st_flr_sf", "1st flr SF", undefined],
  ["area (sqft)", "area_sqft", "Area", "sq ft"],
  ["Height [cm]", "height_cm", "Height", "cm"],
  ["price_usd", "price_usd", "Price", "USD"],
  ["Kaltmiete in EUR", "kaltmiete_in_eur", "Kaltmiete", "EUR"],
  ["Kaltmiete in €", "kaltmiete", "Kaltmiete", "EUR"],
  ["Kaltmiete (€)", "kaltmiete", "Kaltmiete", "EUR"],
  ["Sale price $", "sale_price", "Sale price", "USD"],
  ["Nähe zur S-Bahn in km", "naehe_zur_s_bahn_in_km", "Nähe zur S-Bahn", "km"],
  ["long-term debt", "long_term_debt", "Long-term debt", undefined],
  ["bore-ratio", "bore_ratio", "Bore ratio", undefined],
  ["weightKg", "weight_kg", "Weight", "kg"],
  ["total_sqft", "total_sqft", "Total sqft", "sq ft"],
  ["weight_kg", "weight_kg", "Weight", "kg"],
  ["km", "km", "Km", undefined],
  ["Wohnfläche (m²)", "wohnflaeche_m2", "Wohnfläche", "m²"],
  ["year", "year_value", "Year", undefined],
  ["log", "log_value", "Log", undefined],
  ["面积", "column_3", "面积", undefined],
  ["Straße", "strasse", "Straße", undefined],
])("Names.give and readHeader of %j are %j, %j and %j", (header, name, label, unit) => {
  expect(new Names().give(header, 2)).toBe(name);
  expect(readHeader(header)).toEqual({ label, unit });
});

test.each([
  ["Anzahl Zimmer", "Anzahl Zimmer"],
  ["anzahl_Zimmer", "Anzahl Zimmer"],
  ["GesamtPreis", "GesamtPreis"],
  ["Preis in EUR", "Preis"],
])("readHeader(%j, de) leaves nouns as they are written: %j", (header, label) => {
  expect(readHeader(header, "de").label).toBe(label);
});

test.each(["Area", "Total sqft", "Wohnfläche", "Tür", "Zimmer 2", "2nd floor", "Engine hp", "面积"])(
  "isPlain(%j) is true",
  (label) => expect(isPlain(label)).toBe(true),
);

test.each(["Bldg", "Gr liv area", "SF1", "MSZoning", "GesamtPreis", "1st flr"])("isPlain(%j) is false", (label) =>
  expect(isPlain(label)).toBe(false),
);

test("Names.give gives each column a name of its own, of at most 40 characters", () => {
  const names = new Names();
  expect([names.give("Area", 0), names.give("area", 1), names.give("AREA", 2)]).toEqual(["area", "area_2", "area_3"]);
  expect(names.give("x".repeat(99), 3).length).toBeLessThanOrEqual(40);
});

test.each([
  ["data/Housing_Prices.csv", "housing-prices"],
  ["2019 sales.csv", "sales"],
  ["C:\\tables\\Ames.tsv", "ames"],
  ["Häuser Süd.csv", "haeuser-sued"],
  ["面积.csv", ""],
])("idOf(%j) is %j", (file, id) => expect(idOf(file)).toBe(id));

test.each([
  [{ min: 1650, max: 16_200, whole: true }, [], { min: 0, max: 25_000 }],
  [{ min: 1, max: 6, whole: true }, [], { min: 0, max: 10 }],
  [{ min: 47.16, max: 47.78, whole: false }, ["lat"], { min: 46.8, max: 48.1 }],
  [{ min: -12.5, max: 38, whole: false }, [], { min: -40, max: 70 }],
  [{ min: 0.2, max: 0.97, whole: false }, [], { min: 0, max: 1 }],
  [{ min: 3, max: 97, whole: true, unit: "%" }, [], { min: 0, max: 100 }],
  [{ min: 1, max: 12, whole: true }, ["mo", "sold"], { min: 1, max: 12 }],
  [{ min: 4, max: 10, whole: true }, ["test", "score"], { min: 0, max: 10 }],
  [{ min: 0, max: 1e-6, whole: false }, [], { min: 0, max: 1.5e-6 }],
])("guessBounds(%j, %j) is %j", (tally, words, bounds) => {
  expect(guessBounds({ unit: "", count: 10, ...tally }, words)).toEqual(bounds);
});

test("guessYears gives decades around, and begins with 0 where that stands for never", () => {
  const years = { unit: "", count: 10, whole: true, max: 2015 };
  expect(guessYears({ ...years, min: 1900 })).toEqual({ min: 1890, max: 2020 });
  expect(guessYears({ ...years, min: 0 })).toEqual({ min: 0, max: 2020 });
});

test.each([
  ["a;b\n1,5;2\n", true],
  ["a;b\n1.25;2\n1.5;3\n", false],
  ["a;b\n1;2\n", true],
  ['a,b\n"1,5",2\n', true],
  ['a,b\n"1,250",18.3 kmpl\n', false],
  ['a,b\n"1.250,5",2\n', true],
  ["a,b\n0.125,2\n", false],
])("dialectOf the table %j has a comma before decimals: %j", (csv, comma) => {
  const at = csv.indexOf("\n") + 1;
  const bytes = new TextEncoder().encode(csv);
  expect(dialectOf(readCsvHeader(bytes.slice(0, at))!, bytes.slice(at)).decimalComma).toBe(comma);
});
