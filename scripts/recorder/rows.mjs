import { chance, oneOf, random, upTo } from "./draw.mjs";

/** The inputs of a house: their bounds and what is usual, or neither for yes and no. */
const HOUSE = [
  { name: "area", label: "Lot area", column: "lotsize", from: 500, to: 50_000, usual: [1_650, 16_200] },
  { name: "bedrooms", label: "Bedrooms", whole: true, from: 1, to: 10, usual: [1, 6] },
  { name: "bathrooms", label: "Full bathrooms", whole: true, from: 1, to: 8, usual: [1, 4] },
  { name: "stories", label: "Stories", whole: true, from: 1, to: 6, usual: [1, 4] },
  { name: "guest_rooms", label: "Guest room", column: "recreation" },
  { name: "basement", label: "Finished basement", column: "fullbase" },
  { name: "parking", label: "Garage places", column: "garage", whole: true, from: 0, to: 6, usual: [0, 3] },
];

/** The models as they are asked. They are written down here, so that a change of a model changes no request. */
export const MODELS = [
  { id: "house-price", inputs: HOUSE },
  {
    id: "house-price-hedonic",
    inputs: [
      ...HOUSE,
      { name: "driveway", label: "Driveway" },
      { name: "gas_heating", label: "Gas hot water", column: "gasheat" },
      { name: "air_conditioning", label: "Air conditioning", column: "aircon" },
      { name: "preferred_area", label: "Preferred neighbourhood", column: "prefer" },
    ],
  },
  {
    id: "salary",
    inputs: [
      { name: "experience", label: "Experience", from: 0, to: 50, usual: [0, 11] },
      { name: "test_score", label: "Test score", from: 0, to: 10, usual: [6, 10] },
      { name: "interview_score", label: "Interview score", from: 0, to: 10, usual: [6, 10] },
    ],
  },
];
export const anyModel = () => oneOf(MODELS);

/** A value that an input takes: as usual, anywhere in its bounds ("wide"), or at one of them ("corner"). */
function valueOf({ from, to, usual, whole }, reach) {
  if (from === undefined) return chance(0.5);
  if (reach === "corner") return oneOf([from, to]);
  const [low, high] = reach === "wide" ? [from, to] : usual;
  const value = low + random() * (high - low);
  if (whole || chance(0.3)) return Math.round(value);
  return chance(0.7) ? Math.round(value * 100) / 100 : value;
}

export function rowOf({ inputs }, reach = "usual") {
  return Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, reach)]));
}

export const anyReach = () => oneOf(["usual", "usual", "wide", "corner"]);

/** A row with one to three things wrong. */
export function spoiledRow(model) {
  const row = rowOf(model);
  for (const { name, from, to, whole } of upTo(3, () => oneOf(model.inputs))) {
    const ofKind = from === undefined ? ["yes", 2, -1, "maybe"] : [true, "many", "6,000", from - 1, to + 1, 1e308];
    const wrong = [...ofKind, String(row[name]), null, [1], {}, "", "NaN", ...(whole ? [2.5, 1e-9] : [-0])];
    if (chance(0.2)) delete row[name];
    else if (chance(0.15)) row[oneOf(["colour", "Area", "__proto__x", "", "a/b~c", "price"])] = oneOf([1, "red", null]);
    else row[name] = oneOf(wrong);
  }
  return row;
}

export const anyRow = (model) => (chance(0.3) ? spoiledRow(model) : rowOf(model, anyReach()));

/** A row as a form sends it. */
export function textOf({ inputs }, row) {
  const write = (value) => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return chance(0.1) ? value.toLocaleString("en-US") : String(value);
  };
  return Object.fromEntries(inputs.map(({ name }) => [name, write(row[name])]));
}

/** The same with one to three things wrong. */
export function spoiledText(model) {
  const text = textOf(model, rowOf(model));
  for (const { name } of upTo(3, () => oneOf(model.inputs))) {
    if (chance(0.4)) delete text[name];
    else text[name] = oneOf(["", "many", "-5", "1e9", "2.5", "maybe", "<b>", `\u2212${text[name]}`]);
  }
  return text;
}
