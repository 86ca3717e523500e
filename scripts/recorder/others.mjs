import { chance, oneOf } from "./draw.mjs";
import { get, LEVELS, post } from "./request.mjs";
import { anyModel, MODELS, rowOf } from "./rows.mjs";

/** Requests for exports and for what is only read, and requests that no door takes. */
const FORMATS = ["typescript", "python", "json"];
const DIALECTS = ["postgres", "sqlite", "duckdb", "bigquery", "snowflake", "spark"];
const TABLES = ["houses", "main.houses", "a.b.c", "My table", "sold-1987.t$", "a.b.c.d", "", "x; drop table x", "o'b"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const PATHS = [
  ...MODELS.flatMap(({ id }) => [
    ...["", "/export", "/monitoring", "/predict", "/predict/batch"].map((rest) => `/api/models/${id}${rest}`),
    ...["", "/ready", "/infer", `/versions/{{version:${id}}}`].map((rest) => `/v2/models/${id}${rest}`),
  ]),
  ...["/api/models", "/api/outcomes", "/api/erase", "/api/openapi.json", "/api/health/live", "/api/health/ready"],
  ...["/v2", "/v2/health/live", "/v2/health/ready", "/invocations", "/ping", "/health", "/version"],
];
const UNKNOWN = [
  ["/api", "/api/", "/api/model", "/api/models/", "/api/models/nope", "/api/models/House-Price", "/api//models"],
  ["/api/models/nope/export", "/api/models/%68ouse-price", "/api/models/%00", "/api/models/..%2fsalary", "/API/models"],
  ["/api/models/nope/predict", "/api/models/salary/predict/", "/api/models/salary/predict/batch/more", "/api/outcome"],
  ["/v2/", "/v2/nope", "/v2/models", "/v2/models/nope", "/v2/models/nope/ready", "/v2/models/salary/versions/1"],
  ["/v2/models/nope/infer", "/v2/repository/index", "/invocations/", "/invocations/x", "/ping/", "/version/1"],
].flat();

const exportOf = (id, query) => get("export", `/api/models/${id}/export?${new URLSearchParams(query)}`);

/** Each format and dialect of each model once. */
export const everyExport = () =>
  MODELS.flatMap(({ id }) => [
    ...FORMATS.map((format) => exportOf(id, { format })),
    ...DIALECTS.map((dialect) => exportOf(id, { format: "sql", dialect, table: "houses" })),
  ]);

export function anyExport() {
  const query = { format: oneOf(["sql", "sql", ...FORMATS, "xml", ""]), level: oneOf([...LEVELS, "1", "x"]) };
  if (chance(0.8)) Object.assign(query, { dialect: oneOf([...DIALECTS, "oracle"]), table: oneOf(TABLES) });
  if (chance(0.1)) query.colour = "red";
  return exportOf(anyModel().id, query);
}

export function read() {
  const days = oneOf(["7", "30", "366", "0", "x"]);
  return oneOf([
    () => get("read", oneOf(PATHS)),
    () => get("read", oneOf(PATHS), { "if-none-match": oneOf(["*", '"x"']) }),
    () => get("read", `/api/models/${anyModel().id}/monitoring?days=${days}`),
    () => get("read", oneOf(["/metrics", "/robots.txt", "/icon.svg", "/api/openapi.json", "/api/models"])),
  ])();
}

export function otherMethod() {
  const method = oneOf(METHODS);
  const cors = { origin: "https://example.com", "access-control-request-method": "POST" };
  return { ...get("method", oneOf(PATHS), method === "OPTIONS" && chance(0.5) ? cors : {}), method };
}

export function unknown() {
  const path = oneOf(UNKNOWN);
  return chance(0.6) ? get("unknown", path) : post("unknown", path, rowOf(MODELS[2]));
}
