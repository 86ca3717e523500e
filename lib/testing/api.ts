import type { FieldError } from "../api/problem/schema";

/** Requests and the answers they must get, for the unit tests and for the tests through both doors. */
export const HOUSE = "/api/models/house-price/predict";
export const BATCH = "/api/models/house-price/predict/batch";
export const house = {
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: 0,
  basement: true,
  parking: 1,
};

export interface BadRequest {
  name: string;
  path?: string;
  method?: string;
  type?: string | null;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  status: number;
  /** The faults that the problem must list; none unless told. */
  errors?: FieldError[];
}

const inputs = "the inputs are area, bedrooms, bathrooms, stories, guest_rooms, basement, parking";
const unknown = (pointer: string, name: string) => ({
  pointer,
  detail: `${name} is not an input of this model; ${inputs}`,
});
const withHouse = (changes: object) => JSON.stringify({ ...house, ...changes });
/** As `withHouse`, for members that an object literal cannot hold. */
const withMember = (member: string) => JSON.stringify(house).replace("{", `{${member},`);

const level = (query: string, ...errors: FieldError[]): BadRequest => ({
  name: `the query ${query}`,
  path: `${HOUSE}?${query}`,
  body: JSON.stringify(house),
  status: 422,
  errors:
    errors.length > 0 ? errors : [{ parameter: "level", detail: "level must be one number between 0.0001 and 0.9981" }],
});

const batch = (name: string, body: unknown, error: FieldError): BadRequest => ({
  name: `a batch ${name}`,
  path: BATCH,
  body: JSON.stringify(body),
  status: 422,
  errors: [error],
});

/** POSTs of JSON to house-price unless told otherwise. */
export const badRequests: BadRequest[] = [
  {
    name: "text in a number",
    body: withHouse({ area: "large" }),
    status: 422,
    errors: [{ pointer: "#/area", detail: "lot area must be a number" }],
  },
  {
    name: "a number in quotes",
    body: withHouse({ area: "6000" }),
    status: 422,
    errors: [{ pointer: "#/area", detail: "lot area must be a number" }],
  },
  {
    name: "a null",
    body: withHouse({ stories: null }),
    status: 422,
    errors: [{ pointer: "#/stories", detail: "stories must be a number" }],
  },
  {
    name: "a number too large for a double",
    body: JSON.stringify(house).replace("6000", "1e999"),
    status: 422,
    errors: [{ pointer: "#/area", detail: "lot area must be a number" }],
  },
  {
    name: "a fraction for an integer",
    body: withHouse({ bedrooms: 2.5 }),
    status: 422,
    errors: [{ pointer: "#/bedrooms", detail: "bedrooms must be a whole number" }],
  },
  {
    name: "a number out of bounds",
    body: withHouse({ bedrooms: 11 }),
    status: 422,
    errors: [{ pointer: "#/bedrooms", detail: "bedrooms must be between 1 and 10" }],
  },
  {
    name: "a number for a yes or no",
    body: withHouse({ basement: 2 }),
    status: 422,
    errors: [{ pointer: "#/basement", detail: "finished basement must be true or false" }],
  },
  {
    name: "a missing field",
    body: withHouse({ parking: undefined }),
    status: 422,
    errors: [{ pointer: "#/parking", detail: "garage places is required" }],
  },
  {
    name: "an unknown field",
    body: withHouse({ colour: "red" }),
    status: 422,
    errors: [unknown("#/colour", "colour")],
  },
  {
    name: "an unknown field whose name a pointer must escape",
    body: withHouse({ "a/b~c d": 1 }),
    status: 422,
    errors: [unknown("#/a~1b~0c%20d", "a/b~c d")],
  },
  {
    name: "an unknown field named __proto__",
    body: withMember('"__proto__": {"area": 6000}'),
    status: 422,
    errors: [unknown("#/__proto__", "__proto__")],
  },
  {
    name: "an unknown field named constructor",
    body: withMember('"constructor": 1'),
    status: 422,
    errors: [unknown("#/constructor", "constructor")],
  },
  {
    name: "an unknown field whose name is half a character",
    body: withMember('"\\ud800": 1'),
    status: 422,
    errors: [unknown("#/%EF%BF%BD", "\ud800")],
  },
  {
    name: "several fields at fault at once, and the level",
    path: `${HOUSE}?level=2`,
    body: withHouse({ area: 1, bedrooms: "three", parking: undefined, colour: "red" }),
    status: 422,
    errors: [
      { parameter: "level", detail: "level must be one number between 0.0001 and 0.9981" },
      { pointer: "#/area", detail: "lot area must be between 500 and 50,000 sq ft" },
      { pointer: "#/bedrooms", detail: "bedrooms must be a number" },
      { pointer: "#/parking", detail: "garage places is required" },
      unknown("#/colour", "colour"),
    ],
  },
  {
    name: "a derived feature that disagrees",
    body: withHouse({ area_per_bedroom: 2001 }),
    status: 422,
    errors: [
      {
        pointer: "#/area_per_bedroom",
        detail: "area per bedroom must equal area / bedrooms, which is 2,000 sq ft, or be left out",
      },
    ],
  },
  ...["[]", "null", "6000", '"house"', "true", `${"[".repeat(100_000)}${"]".repeat(100_000)}`].map((body) => ({
    name: `JSON that is no object: ${body.slice(0, 10)}`,
    body,
    status: 422,
    errors: [{ pointer: "#", detail: `the inputs must be an object with ${inputs.replace("the inputs are ", "")}` }],
  })),
  { name: "an empty body", body: "", status: 400 },
  { name: "an empty body without a content type", body: "", type: null, status: 400 },
  { name: "a body that is not JSON", body: "area=6000", status: 400 },
  { name: "JSON that is cut off", body: '{"area": 6000', status: 400 },
  { name: "JSON in UTF-16", body: new Uint8Array(Buffer.from(JSON.stringify(house), "utf16le")), status: 400 },
  { name: "bytes that are not UTF-8", body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]), status: 400 },
  { name: "a form", body: "area=6000", type: "application/x-www-form-urlencoded", status: 415 },
  { name: "JSON called text", body: JSON.stringify(house), type: "text/plain; charset=utf-8", status: 415 },
  { name: "JSON without a content type", body: JSON.stringify(house), type: null, status: 415 },
  { name: "a compressed body", body: "\x1f\x8b", headers: { "content-encoding": "gzip" }, status: 415 },
  batch("without rows", {}, { pointer: "#/rows", detail: "rows is required" }),
  batch("whose rows are an object", { rows: { 0: house } }, { pointer: "#/rows", detail: "rows must be a list" }),
  batch("that is a list", [house], { pointer: "#", detail: "the body must be an object with rows" }),
  batch(
    "of more than 1,000 rows",
    { rows: Array.from({ length: 1001 }, () => 0) },
    { pointer: "#/rows", detail: "rows must be at most 1,000 in one call; send the others in another" },
  ),
  batch(
    "with a member besides its rows",
    { rows: [], level: 0.9 },
    { pointer: "#/level", detail: "level is not a member of this body; the only one is rows" },
  ),
  { ...level("level=2"), name: "a batch with the query level=2", path: `${BATCH}?level=2`, body: '{"rows": []}' },
  level("level=0"),
  level("level=1"),
  level("level=-0.8"),
  level("level=80%25"),
  level("level="),
  level("level=NaN"),
  level("level=0.8&level=0.9"),
  level("levle=0.9", { parameter: "levle", detail: "levle is not a parameter; the parameters are level, version" }),
  { name: "an unknown model", path: "/api/models/nowhere/predict", body: JSON.stringify(house), status: 404 },
  { name: "a model's name that climbs", path: "/api/models/..%2Fsalary/predict", body: "{}", status: 404 },
  {
    name: "a batch for an unknown model",
    path: "/api/models/nowhere/predict/batch",
    body: '{"rows": []}',
    status: 404,
  },
  { name: "an address where nothing is", path: "/api/nowhere", body: "{}", status: 404 },
  { name: "a card of an unknown model", method: "GET", path: "/api/models/nowhere", status: 404 },
  { name: "a GET of a prediction", method: "GET", status: 405 },
  { name: "a PUT of a model", method: "PUT", path: "/api/models/house-price", status: 405 },
];

/** The same request for `fetch` and for Hono's `request`. */
export function toRequest({ method = "POST", type = "application/json", headers, body }: BadRequest): RequestInit {
  // Bytes, since a string would be given a content type of its own.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { method, headers: { ...(type !== null && { "content-type": type }), ...headers }, body: bytes };
}
