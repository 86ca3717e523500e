import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addSaved,
  byModel,
  differingInputs,
  dropSaved,
  keyOf,
  MOST_SAVED,
  readList,
  writeList,
  type Saved,
} from "./list";

const HOUSE: Saved = {
  model: "house-price",
  title: "House price",
  version: "0123456789ab",
  inputs: { area: 6000, basement: true, heating: "gas" },
  estimate: 90_200,
  range: { low: 61_900, high: 118_600 },
  level: 0.8,
  outside: false,
  savedAt: 1_700_000_000_000,
};

const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.string());
const saved: fc.Arbitrary<Saved> = fc.record({
  model: fc.constantFrom("house-price", "salary", "rent"),
  title: fc.string({ minLength: 1 }),
  version: fc.constantFrom("a1", "b2"),
  inputs: fc.dictionary(fc.constantFrom("area", "rooms", "city"), value),
  estimate: fc.double({ noNaN: true, noDefaultInfinity: true }),
  range: fc.option(
    fc.record({
      low: fc.double({ noNaN: true, noDefaultInfinity: true }),
      high: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
  ),
  level: fc.constantFrom(0.5, 0.8),
  outside: fc.boolean(),
  savedAt: fc.integer({ min: 0, max: 2e12 }),
});
const several = fc.array(saved, { maxLength: 20 }).map((list) => addSaved([], unlike(list))!);
const unlike = (list: Saved[]) => [...new Map(list.map((each) => [keyOf(each), each])).values()];
/** As JSON has them: without the sign of a zero. */
const inJson = <Value>(of: Value): Value => JSON.parse(JSON.stringify(of)) as Value;

test("readList(writeList(list)) is the list, the newest first", () => {
  fc.assert(
    fc.property(several, (list) => {
      const read = readList(writeList(list));
      expect(read).toEqual({ list: inJson(list), unread: 0 });
      const times = read.list!.map(({ savedAt }) => savedAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    }),
  );
});

test("addSaved(list, more) holds each estimate once, and keeps the ones that are there", () => {
  fc.assert(
    fc.property(several, saved, (list, more) => {
      const added = addSaved(list, [more])!;
      const known = list.find((each) => keyOf(each) === keyOf(more));
      expect(added).toHaveLength(list.length + (known ? 0 : 1));
      expect(added).toContainEqual(known ?? more);
      expect(addSaved(added, [more])).toEqual(added);
    }),
  );
});

test("addSaved(dropSaved(list, keys), dropped) is the list: deleting can be undone", () => {
  fc.assert(
    fc.property(several, fc.func(fc.boolean()), (list, isDropped) => {
      const dropped = list.filter((each) => isDropped(keyOf(each)));
      const left = dropSaved(list, new Set(dropped.map(keyOf)));
      expect(left).toHaveLength(list.length - dropped.length);
      expect(addSaved(left, dropped)).toEqual(list);
    }),
  );
});

test("addSaved(list, more) gives nothing where the list is full", () => {
  const full = Array.from({ length: MOST_SAVED }, (_, area) => ({ ...HOUSE, inputs: { area } }));
  expect(addSaved(full.slice(1), [full[0]!])).toHaveLength(MOST_SAVED);
  expect(addSaved(full, [HOUSE])).toBeUndefined();
  expect(addSaved(full, [full[5]!])).toHaveLength(MOST_SAVED);
});

test("readList(text) never throws, and every entry that it gives can be shown", () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((entry) => `{"schema":1,"estimates":[${entry}]}`),
  );
  fc.assert(
    fc.property(text, (stored) => {
      for (const { estimate, savedAt, inputs } of readList(stored).list ?? []) {
        expect(Number.isFinite(estimate)).toBe(true);
        expect(() => new Date(savedAt).toISOString()).not.toThrow();
        expect(Object.values(inputs).every((each) => each !== null)).toBe(true);
      }
    }),
  );
});

test.each([
  ["nothing", null, { list: [], unread: 0 }],
  ["half a text", writeList([HOUSE]).slice(0, -10), { fault: "unreadable" }],
  ["another program's value", '["a"]', { fault: "unreadable" }],
  ["no list", '{"schema":1}', { fault: "unreadable" }],
  ["a later schema", '{"schema":2,"things":[]}', { fault: "newer" }],
])("readList(text) of %s says what it is", (_, text, read) => {
  expect(readList(text)).toEqual(read);
});

test.each([
  { ...HOUSE, estimate: "90200" },
  { ...HOUSE, estimate: null },
  { ...HOUSE, model: "" },
  { ...HOUSE, inputs: { area: null } },
  { ...HOUSE, inputs: [6000] },
  { ...HOUSE, range: { low: 1 } },
  { ...HOUSE, savedAt: 1e300 },
  { ...HOUSE, outside: undefined },
  null,
  7,
])("readList(text) leaves out the entry %j and keeps the others", (entry) => {
  expect(readList(JSON.stringify({ schema: 1, estimates: [entry, HOUSE] }))).toEqual({ list: [HOUSE], unread: 1 });
});

test("keyOf(saved) does not depend on the order of the inputs, but on their values, the version and the level", () => {
  const { area, ...rest } = HOUSE.inputs;
  expect(keyOf({ ...HOUSE, inputs: { ...rest, area: area! } })).toBe(keyOf(HOUSE));
  const others = [{ version: "other" }, { level: 0.9 }, { inputs: { ...rest, area: 6001 } }, { model: "salary" }];
  expect(new Set([HOUSE, ...others.map((other) => ({ ...HOUSE, ...other }))].map(keyOf)).size).toBe(5);
});

test("byModel(list) puts the model with the newest estimate first", () => {
  const list = addSaved(
    [],
    [
      HOUSE,
      { ...HOUSE, model: "salary", savedAt: HOUSE.savedAt + 1 },
      { ...HOUSE, level: 0.9, savedAt: HOUSE.savedAt - 1 },
    ],
  )!;
  expect([...byModel(list)].map(([id, group]) => [id, group.length])).toEqual([
    ["salary", 1],
    ["house-price", 2],
  ]);
});

test("differingInputs(several) names what is not the same in all, also what one of them lacks", () => {
  const other = { ...HOUSE, inputs: { area: 7000, basement: true } };
  expect(differingInputs([HOUSE, HOUSE])).toEqual(new Set());
  expect(differingInputs([HOUSE, HOUSE, other])).toEqual(new Set(["area", "heating"]));
});
