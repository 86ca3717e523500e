import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CsvError } from "../../csv/dialect";
import type { Locale } from "../../language/locale";
import { parseSpec, type Input, type Spec } from "../../model/spec";
import { specIn } from "../../model/translate";
import { readModel } from "../../registry/read-folder";
import { trainModelFolder } from "../../testing/model-folders";
import { ames } from "../../testing/tables/ames";
import { bengaluru } from "../../testing/tables/bengaluru";
import { bikes } from "../../testing/tables/bikes";
import { draw, rowsOf, toCsv } from "../../testing/tables/draw";
import { insurance } from "../../testing/tables/insurance";
import { kingCounty } from "../../testing/tables/king-county";
import { constant, german, leaking, oneColumn } from "../../testing/tables/oddities";
import { salaries } from "../../testing/tables/salaries";
import { taxis } from "../../testing/tables/taxis";
import { usedCars } from "../../testing/tables/used-cars";
import { copyTable } from "./copy-table";
import { draftModel, type Draft } from "./draft";
import { profileTable } from "./profile";
import { inLanguage } from "./sentences";
import { findTarget, TargetError, type DraftError } from "./target";
import { trainDraft } from "./train-draft";

interface Drafted extends Draft {
  model: Spec;
  table: Buffer;
  decimalComma: boolean;
}

const drafts = new Map<string, Promise<Drafted>>();

/** The draft of a table, made once. */
function draft(csv: string, target: string): Promise<Drafted> {
  const made = drafts.get(csv + target) ?? draftAnew(csv, target);
  drafts.set(csv + target, made);
  return made;
}

async function draftAnew(csv: string, target: string, language?: Locale): Promise<Drafted> {
  const bytes = Buffer.from(csv);
  const profile = await profileTable([bytes]);
  const position = findTarget(profile, target);
  if (typeof position === "object") throw new TargetError(position.fault);
  const made = draftModel(profile, { target: position, id: "toy", file: "toy.csv", language });
  const parts: Uint8Array[] = [];
  for await (const part of copyTable([bytes], made.copy, profile.decimalComma)) parts.push(part);
  return {
    ...made,
    model: parseSpec(made.spec),
    table: Buffer.concat(parts),
    decimalComma: profile.decimalComma,
  };
}

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "glasshouse-"));
});
afterAll(() => rm(temporary, { recursive: true }));

/** Train a draft as the command does, and read the model that comes of it. */
async function publish({ spec, table }: Draft & { table: Buffer }) {
  const folder = join(await mkdtemp(join(temporary, "x")), "toy");
  await mkdir(folder);
  await writeFile(join(folder, "training.csv"), table);
  const trained = await trainDraft(spec, async (each) => {
    await writeFile(join(folder, "model.json"), JSON.stringify(each));
    await trainModelFolder(folder);
  });
  return { ...trained, model: await readModel(folder) };
}

const inputOf = ({ model }: Drafted, name: string): Input | undefined =>
  model.inputs.find((each) => each.name === name);
const namesOf = ({ leftOut }: Draft) => leftOut.map(({ column }) => column);
const reasonOf = ({ leftOut }: Draft, name: string) => leftOut.find(({ column }) => column === name)?.reason;

interface Expected {
  csv: () => string;
  target: string;
  /** Kinds of some inputs. */
  kinds: Record<string, Input["kind"]>;
  /** Columns that are left out, all of them. */
  out: string[];
  /** The share of the variance of rows left out that the model explains at least. */
  explains: number;
}

const tables: Record<string, Expected> = {
  insurance: {
    csv: () => insurance(),
    target: "charges",
    kinds: {
      age: "integer",
      sex: "category",
      bmi: "number",
      children: "integer",
      smoker: "boolean",
      region: "category",
    },
    out: [],
    explains: 0.7,
  },
  "flats in Bengaluru": {
    csv: () => bengaluru(),
    target: "price",
    kinds: { location: "category", size: "category", total_sqft: "number", bath: "integer", balcony: "integer" },
    out: ["society"],
    explains: 0.7,
  },
  "used cars": {
    csv: () => usedCars(),
    target: "selling_price",
    kinds: {
      name: "category",
      year_value: "integer",
      mileage: "number",
      engine: "number",
      max_power: "number",
      seats: "integer",
    },
    out: ["torque"],
    explains: 0.7,
  },
  "King County": {
    csv: () => kingCounty(),
    target: "price",
    kinds: { waterfront: "boolean", zipcode: "category", yr_built: "integer", lat: "number", grade: "integer" },
    out: ["id", "sqft_basement"],
    explains: 0.7,
  },
  Ames: {
    csv: () => ames(),
    target: "SalePrice",
    kinds: {
      ms_sub_class: "category",
      central_air: "boolean",
      alley: "category",
      x1st_flr_sf: "number",
      year_built: "integer",
    },
    out: ["Id", "Utilities", "TotalBsmtSF", "GrLivArea", "PoolQC"],
    explains: 0.7,
  },
  taxis: {
    csv: () => taxis(),
    target: "tip_amount",
    kinds: { vendor_id: "category", payment_type: "category", store_and_fwd_flag: "boolean", trip_distance: "number" },
    out: ["mta_tax", "total_amount"],
    explains: 0.3,
  },
  bicycles: {
    csv: bikes,
    target: "cnt",
    kinds: { season: "category", holiday: "boolean", weathersit: "category", temp: "number" },
    out: ["instant", "workingday", "casual", "registered"],
    explains: 0.6,
  },
  salaries: {
    csv: () => salaries(),
    target: "salary($)",
    kinds: { experience: "integer", test_score: "integer", interview_score: "integer" },
    out: [],
    explains: 0.8,
  },
  "a German spreadsheet": {
    csv: () => german(),
    target: "Kaltmiete in EUR",
    kinds: { wohnflaeche_m2: "number", balkon: "boolean", stadtteil: "category" },
    out: [],
    explains: 0.8,
  },
  "a leaking table": {
    csv: () => leaking(),
    target: "price_usd",
    kinds: { area_sqft: "number", age: "integer", noise: "number" },
    out: ["area_m2", "price_per_sqft", "tax_usd"],
    explains: 0.5,
  },
};

describe.each(Object.entries(tables))("draftModel of %s", (_, { csv, target, kinds, out, explains }) => {
  test("guesses kinds, leaves out what is no input, and holds every row that it keeps", async () => {
    const made = await draft(csv(), target);
    const expected = Object.fromEntries(Object.keys(kinds).map((name) => [name, inputOf(made, name)?.kind]));
    expect(expected).toEqual(kinds);
    expect(namesOf(made).sort()).toEqual([...out].sort());
    expect(made.model.training).toMatchObject({ file: "training.csv", showRows: false });
    const { model } = await publish(made);
    expect(model.evidence!.rows).toBe(made.outcomes);
    expect(model.evidence!.accuracy.predictiveR2).toBeGreaterThan(explains);
  }, 60_000);
});

test("draftModel makes dates inputs with a trend, quarters and parts of the day", async () => {
  const [sales, rides, days] = [
    await draft(kingCounty(), "price"),
    await draft(taxis(), "tip_amount"),
    await draft(bikes(), "cnt"),
  ];
  expect(inputOf(sales, "date")?.kind).toBe("date");
  expect(sales.model.terms).toContain('days(date, "2014-05-02")');
  expect(inputOf(rides, "tpep_pickup_datetime")).toMatchObject({ kind: "date", time: true });
  expect(rides.model.terms).toContain("hour(tpep_pickup_datetime) >= 16");
  // Months stand in a column of their own already.
  expect(days.model.terms.filter((term) => term.includes("dteday"))).toEqual(['days(dteday, "2011-01-01")']);
});

test("draftModel says that a column may leak, and by what", async () => {
  const prices = await draft(leaking(), "price_usd");
  expect(reasonOf(prices, "price_per_sqft")).toBe("it may leak: price_usd follows from area_sqft × price_per_sqft");
  expect(reasonOf(prices, "tax_usd")).toBe("it may leak: it nearly determines price_usd");
  expect(reasonOf(prices, "area_m2")).toBe("it repeats area_sqft");
  expect(reasonOf(await draft(bikes(), "cnt"), "casual")).toBe("it may leak: cnt follows from casual + registered");
  expect(reasonOf(await draft(taxis(), "tip_amount"), "total_amount")).toMatch(
    /^it may leak: tip_amount follows from total_amount − fare_amount/,
  );
  const houses = await draft(kingCounty(), "price");
  expect(reasonOf(houses, "sqft_basement")).toBe("it follows from sqft_living, sqft_above");
  expect(reasonOf(houses, "id")).toBe("it numbers or names the rows");
});

test("draftModel assumes a value where one is missing, and a level of its own in categories", async () => {
  const cars = await draft(usedCars(), "selling_price");
  expect(inputOf(cars, "seats")).toMatchObject({ missing: { value: 5 }, typical: 5 });
  expect(inputOf(cars, "engine")).toMatchObject({ unit: "CC", min: 0 });
  expect(cars.model.training!.missing).toEqual(expect.arrayContaining(["bhp"]));
  const houses = await draft(ames(), "SalePrice");
  expect(inputOf(houses, "alley")).toMatchObject({ missing: { value: "not stated" } });
  expect((inputOf(houses, "alley") as { levels: string[] }).levels.at(-1)).toBe("not stated");
  expect(cars.model.terms.filter((term) => term.startsWith("missing("))).toHaveLength(2);
  expect(houses.model.terms).toContain("missing(lot_frontage)");
});

test("draftModel leaves cells empty that are no numbers where there are many, asks about them, and keeps the rest", async () => {
  const csv = bengaluru();
  const flats = await draft(csv, "price");
  expect(flats.decisions.join("\n")).toMatch(
    /total_sqft has \d+ cells that are no numbers, such as "34.46Sq. Meter", "\d+ - \d+"/,
  );
  expect(flats.decisions.join("\n")).toMatch(/size has numbers with different units \(BHK [\d,]+, Bedroom [\d,]+\)/);
  const [before, after] = [csv.split("\n"), flats.table.toString().split("\n")];
  expect(after).toHaveLength(before.length);
  const changed = before.filter((line, row) => line !== after[row]);
  expect(changed.every((line) => /,\d+ - \d+,|Sq\. Meter/.test(line))).toBe(true);
  expect(flats.table.toString()).not.toMatch(/\d - \d|Sq\. Meter/);
});

test("draftModel states what it knows and nothing else", async () => {
  const { model, spec } = await draft(insurance(), "charges");
  expect(model).toMatchObject({
    id: "toy",
    title: "Charges, toy",
    question: "charges (toy.csv)",
    target: { name: "charges", label: "Charges", positive: true, tolerance: { relative: 0.1 } },
    card: { source: "1,338 rows of toy.csv." },
  });
  expect(spec).not.toHaveProperty("$schema");
  expect(model.target.unit).toBeUndefined();
  expect(inputOf(await draft(salaries(), "salary($)"), "test_score")).toMatchObject({
    label: "Test score",
    min: 0,
    max: 10,
  });
});

test("draftModel fits the logarithm where that is nearer on rows left out, and says so", async () => {
  const { normal, between } = draw(11);
  const rows = rowsOf(300, () => {
    const area = between(1, 5);
    return { area, price: Math.exp(area + normal(0, 0.2)) };
  });
  const made = await draft(toCsv(rows), "price");
  expect(made.model.target.transform).toBe("log");
  expect(made.notes[0]).toMatch(/^The logarithm of price is fitted: errors on rows left out are \d+% smaller/);
  const linear = rows.map(({ area }) => ({ area, price: 100 + 40 * area + normal(0, 3) }));
  expect((await draft(toCsv(linear), "price")).model.target.transform).toBe("identity");
});

test("draftModel fits the logarithm of 1 + the target where outcomes are 0", async () => {
  const { normal, between, chance } = draw(12);
  const rows = rowsOf(400, () => {
    const area = between(0, 5);
    return { area, visits: chance(0.1) && area < 1 ? 0 : Math.exp(area + normal(0, 0.2)) - 1 };
  }).map((row) => ({ ...row, visits: Math.max(0, row.visits) }));
  expect((await draft(toCsv(rows), "visits")).model.target.transform).toBe("log1p");
});

test("draftModel leaves rows without an outcome out of the copy", async () => {
  const csv = salaries()
    .replace(/,(\d+)\n/, ",\n")
    .replace(/,\d+\n$/, ",n/a\n");
  const made = await draft(csv, "salary($)");
  expect(made.outcomes).toBe(28);
  expect(made.notes[0]).toBe("2 rows have no salary($); the copy of the table leaves them out.");
  expect((await publish(made)).model.evidence!.rows).toBe(28);
});

test("draftModel keeps the 200 most useful of more columns", async () => {
  const { normal } = draw(13);
  const rows = rowsOf(450, () => {
    const values = Object.fromEntries(rowsOf(206, (column) => [`x${column}`, normal()]));
    return { ...values, y: values.x7! * 5 + values.x199! * 3 + normal() };
  });
  const made = await draft(toCsv(rows), "y");
  expect(made.model.inputs).toHaveLength(200);
  expect(made.leftOut).toHaveLength(6);
  expect(reasonOf(made, made.leftOut[0]!.column)).toBe("other inputs help more, and there can be at most 200");
  expect(inputOf(made, "x199")).toBeDefined();
});

test.each([
  ["one column", oneColumn(), "price", "the table has one column; it needs the target and at least one more"],
  ["constants", constant(), "price", 'no column is left to estimate by:\n  city: it is "Windsor" in every row'],
  ["three rows", "a,b\n1,2\n2,3\n3,5\n", "b", "the table has 3 rows; a model needs at least 6"],
  ["a target in words", insurance(40), "region", "region must be numbers to be estimated; it contains"],
  ["a yes or no", `a,b\n${"1,0\n2,1\n3,1\n".repeat(5)}`, "b", "b is 0 or 1, a yes or no"],
  ["one outcome", `a,b\n${"1,7\n2,7\n".repeat(5)}`, "b", "b is 7 in every row; there is nothing to estimate"],
  ["a header alone", "a,b\n", "b", "the table has 0 rows"],
])("draftModel refuses %s", async (_, csv, target, message) => {
  await expect(draft(csv, target)).rejects.toMatchObject({
    name: "DraftError",
    message: expect.stringContaining(message),
  });
});

test("profileTable names the line that is no row or not in UTF-8", async () => {
  const latin = Buffer.from("stadt,preis\nKöln,3\nUlm,4\n", "latin1");
  await expect(profileTable([latin])).rejects.toThrow(
    "line 2: the row must be in UTF-8; save the file as CSV in UTF-8",
  );
  await expect(profileTable([Buffer.from("a,b\n1,2\n1,2,3\n")])).rejects.toThrow("line 3: the row must have 2 columns");
});

test("findTarget takes a name in any case, and says which columns there are and which was meant", async () => {
  const profile = await profileTable([Buffer.from("Lot area,Sale_Price\n1,2\n")]);
  expect(findTarget(profile, "sale price")).toBe(1);
  const faultOf = (wanted: string) => {
    const found = findTarget(profile, wanted);
    return typeof found === "object" && { en: inLanguage("en", found.fault), de: inLanguage("de", found.fault) };
  };
  expect(faultOf("Sale_Prise")).toEqual({
    en: "there is no column Sale_Prise; there are Lot area, Sale_Price\n(Did you mean Sale_Price?)",
    de: "es gibt keine Spalte Sale_Prise; es gibt Lot area, Sale_Price\n(Meinen Sie Sale_Price?)",
  });
  expect(faultOf("zzz")).toMatchObject({ en: "there is no column zzz; there are Lot area, Sale_Price" });
});

test("draftModel writes a German draft in German, with the labels as the owner has them", async () => {
  const made = await draftAnew(german(), "Kaltmiete in EUR", "de");
  expect(made.model).toMatchObject({
    language: "de",
    title: "Kaltmiete, Toy",
    summary: `Eine Schätzung aus ${made.model.inputs.length} Eingaben: Kaltmiete.`,
    target: { name: "kaltmiete_in_eur", label: "Kaltmiete", unit: "EUR" },
    card: { source: `${made.outcomes} Zeilen aus toy.csv.` },
  });
  expect(inputOf(made, "wohnflaeche_m2")).toMatchObject({ label: "Wohnfläche", unit: "m²" });
  expect(made.model.card.limits[0]).toMatch(/^Das Modell verwendet nur diese Eingaben: .*Wohnfläche/);
  expect(made.notes).toContain("Die Einheit von Kaltmiete in EUR ist wohl EUR.");
  expect(made.notes.join(" ")).not.toContain("verständliche Bezeichnungen");
  const { model } = await publish(made);
  expect(specIn(model.spec, "en").target.label).toBe("Kaltmiete");
  const leaks = await draftAnew(leaking(), "price_usd", "de");
  expect(reasonOf(leaks, "area_m2")).toBe("wiederholt area_sqft");
});

test("draftModel reads the sign of a currency in a header as the unit", async () => {
  const made = await draftAnew(german().replace("Kaltmiete in EUR", "Kaltmiete in €"), "Kaltmiete in €", "de");
  expect(made.model).toMatchObject({
    title: "Kaltmiete, Toy",
    target: { name: "kaltmiete", label: "Kaltmiete", unit: "EUR" },
  });
  expect(made.notes.join(" ")).not.toContain("keine Einheit");
});

test("the faults of a table are in German, too", async () => {
  const error = await draft(insurance(40), "region").catch((error: DraftError) => error);
  expect((error as DraftError).messageIn("de")).toMatch(
    /^in der Spalte region steht "\w+", .*; geschätzt werden können/,
  );
  const ragged = await profileTable([Buffer.from("a,b\n1,2\n1,2,3\n")]).catch((error: CsvError) => error);
  expect((ragged as CsvError).messageIn("de")).toBe(
    "Zeile 3: die Zeile muss 2 Spalten haben wie die erste Zeile; sie hat 3",
  );
});
