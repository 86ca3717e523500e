import { foldUnit } from "../../csv/cell-evidence";
import { catalogue, LOCALES, type Locale } from "../../language/locale";

/** The units that a page spells out inside a sentence, by the way in which they stand behind a number. */
const SPELLED = catalogue<Readonly<Record<string, string>>>({
  en: {
    "sq ft": "square feet",
    "m²": "square metres",
    ft: "feet",
    m: "metres",
    cm: "centimetres",
    km: "kilometres",
    mi: "miles",
    in: "inches",
    kg: "kilograms",
    lb: "pounds",
    ha: "hectares",
    "%": "per cent",
    "°": "degrees",
  },
  de: {
    "sq ft": "Quadratfuß",
    "m²": "Quadratmeter",
    ft: "Fuß",
    m: "Meter",
    cm: "Zentimeter",
    km: "Kilometer",
    mi: "Meilen",
    in: "Zoll",
    kg: "Kilogramm",
    lb: "Pfund",
    ha: "Hektar",
    acres: "Acres",
    years: "Jahre",
    months: "Monate",
    weeks: "Wochen",
    days: "Tage",
    hours: "Stunden",
    minutes: "Minuten",
    "%": "Prozent",
    "°": "Grad",
  },
});

/** Other ways to write them. */
const OTHERS: Readonly<Record<string, string>> = {
  sqm: "m²",
  qm: "m²",
  "m^2": "m²",
  sqft: "sq ft",
  ft2: "sq ft",
  "ft^2": "sq ft",
  sqfeet: "sq ft",
  acre: "acres",
  mile: "mi",
  kilometers: "km",
  kmh: "km/h",
  lbs: "lb",
  inch: "in",
  meters: "m",
  squaremeters: "m²",
};

/** By every way to write a unit, without case and spaces, the one that stands behind a number. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ...LOCALES.flatMap((locale) => Object.entries(SPELLED[locale])).map(([key, spelled]) => [foldUnit(spelled), key] as const),
  ...LOCALES.flatMap((locale) => Object.keys(SPELLED[locale])).map((key) => [foldUnit(key), key] as const),
  ...Object.entries(OTHERS),
]);

/** A unit as it stands behind a number, however its description writes it: "sq ft" for "square feet" and "Quadratfuß". */
export function unitKey(unit: string): string {
  return KEYS.get(foldUnit(unit)) ?? unit;
}

/** A unit as it is spelled inside a sentence; one that is not known stays as the description has it. */
export function spelledUnit(unit: string, locale: Locale): string {
  // A capital letter alone, as M for a million, is another unit.
  return (/^\p{Lu}$/u.test(unit) ? undefined : SPELLED[locale][unitKey(unit)]) ?? unit;
}
