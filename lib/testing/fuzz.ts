import { HOUSE, house } from "./api";

/** One made-up request, and whether it is one that must be answered with 200. */
export interface Fuzzed {
  path: string;
  init: RequestInit;
  valid: boolean;
}

const OTHER_TYPES = ["text/csv", "application/x-ndjson", "", "a/b;c"];
const NAMES = [
  ...Object.keys(house),
  "area_per_bedroom",
  "rows",
  "inputs",
  "instances",
  "__proto__",
  "constructor",
  "",
  "\ud800",
];
const SCALARS = [
  null,
  true,
  false,
  0,
  -0,
  1,
  3,
  6000,
  1e308,
  -1e308,
  5e-324,
  0.1,
  "",
  "6000",
  "NaN",
  "\u0000",
  "\ud800",
  "yes",
];
const OTHER_PATHS = [
  "/",
  "/api",
  "/api/models",
  "/api/models/salary",
  "/v2",
  "/v2/health/ready",
  "/ping",
  "/metrics",
  "/version",
];

/**
 * Requests without end, the same ones for the same seed: to every POST route, with bodies that are valid, valid but for
 * a few bytes, JSON of any shape made of familiar names, and plain noise; and to other addresses by any method.
 */
export function* fuzz(seed: number, postPaths: string[]): Generator<Fuzzed, never> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const between = (low: number, high: number) => low + random() * (high - low);

  const validHouse = () => ({
    area: between(500, 50_000),
    bedrooms: 1 + below(10),
    bathrooms: 1 + below(8),
    stories: 1 + below(6),
    guest_rooms: oneOf([true, false, 0, 1]),
    basement: oneOf([true, false]),
    parking: below(7),
  });
  const validRows = () => Array.from({ length: 1 + below(4) }, validHouse);
  const columns = (rows: object[]) =>
    Object.keys(house).map((name) => ({ name, data: rows.map((row) => (row as Record<string, unknown>)[name]) }));

  /** A body that the route takes, as JSON. */
  const validBody = (path: string): object => {
    const rows = validRows();
    if (path.endsWith("/batch")) return { rows };
    if (path.endsWith("/infer"))
      return { inputs: columns(rows).map((column) => ({ ...column, shape: [rows.length], datatype: "FP64" })) };
    if (path.startsWith("/invocations"))
      return oneOf<() => object>([
        () => ({ dataframe_records: rows }),
        () => ({ instances: rows }),
        () => ({ inputs: Object.fromEntries(columns(rows).map(({ name, data }) => [name, data])) }),
        () => ({ dataframe_split: { columns: Object.keys(house), data: rows.map((row) => Object.values(row)) } }),
      ])();
    return rows[0]!;
  };

  const json = (depth: number): unknown => {
    if (depth === 0 || random() < 0.4) return oneOf(SCALARS);
    const items = Array.from({ length: below(5) }, () => json(depth - 1));
    return random() < 0.4 ? items : Object.fromEntries(items.map((item) => [oneOf(NAMES), item]));
  };

  const damaged = (text: string): Uint8Array<ArrayBuffer> => {
    const bytes = new TextEncoder().encode(text);
    for (let count = 1 + below(4); count > 0; count--) bytes[below(bytes.length)] = below(256);
    return random() < 0.3 ? bytes.slice(0, below(bytes.length)) : bytes;
  };
  const noise = () => Uint8Array.from({ length: below(300) }, () => below(256));

  const post = (path: string): Fuzzed => {
    const valid = random() < 0.25;
    const body = valid
      ? JSON.stringify(validBody(path))
      : oneOf<() => string | Uint8Array<ArrayBuffer>>([
          () => damaged(JSON.stringify(validBody(path))),
          () => JSON.stringify(json(4)),
          () => JSON.stringify({ ...validBody(path), [oneOf(NAMES)]: json(2) }),
          () => damaged(`${Object.keys(house).join(",")}\n${Object.values(validHouse()).join(",")}\n`),
          noise,
        ])();
    const query =
      valid || random() < 0.8
        ? ""
        : `${path.includes("?") ? "&" : "?"}${new URLSearchParams({ level: String(oneOf(SCALARS)) })}`;
    const type = valid || random() < 0.85 ? "application/json" : oneOf(OTHER_TYPES);
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    return { path: path + query, init: { method: "POST", headers: { "content-type": type }, body: bytes }, valid };
  };

  const other = (): Fuzzed => {
    const noisy = String.fromCharCode(...Array.from({ length: below(12) }, () => 33 + below(94)));
    const path = oneOf(OTHER_PATHS) + (random() < 0.5 ? "" : `/${noisy}`);
    const method = oneOf(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "POST"]);
    return {
      path,
      init: { method, headers: { "if-none-match": noisy, "x-request-id": noisy, traceparent: noisy } },
      valid: false,
    };
  };

  while (true) yield random() < 0.1 ? other() : post(oneOf(postPaths));
}

/** Where a house can be sent to, by the routes that are there. */
export function toHousePath(route: string, version: string): string {
  if (route === "/invocations") return "/invocations?model=house-price";
  return route.replace(":model", HOUSE.split("/")[3]!).replace(":version", version);
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator modulo 2³². */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
