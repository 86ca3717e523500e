import { gzipSync } from "node:zlib";
import { below, chance, oneOf, shuffled, upTo } from "./draw.mjs";
import { BAD_JSON, CSV_TYPE, JSON_TYPE, OTHER_TYPES, post, withLevel } from "./request.mjs";
import { anyModel, anyReach, anyRow, MODELS, rowOf } from "./rows.mjs";

/** Requests for predictions at Glasshouse's own addresses: one row, and batches in each of their forms. */
export const pathOf = ({ id }, rest = "") => `/api/models/${id}/predict${rest}`;

export function predict(makeRow, model = anyModel()) {
  return post("predict", withLevel(pathOf(model)), makeRow(model));
}

/** A row with the derived features of the first model beside its inputs: as they are, nearly so, or wrong. */
function derivedRow(model) {
  const row = rowOf(model);
  const right = { area_per_bedroom: row.area / row.bedrooms, bb_ratio: row.bathrooms / row.bedrooms };
  const same = (value) => value;
  const change = oneOf([same, same, (value) => value * (1 + 1e-12), (value) => value * 1.1, String]);
  const names = oneOf([["area_per_bedroom"], ["bb_ratio"], Object.keys(right)]);
  return { ...row, ...Object.fromEntries(names.map((name) => [name, change(right[name] || 1)])) };
}

export function predictDerived() {
  return chance(0.8) ? predict(derivedRow, MODELS[0]) : predict(derivedRow);
}

/** A good row in a body or under headers that are out of the ordinary. */
export function predictOddly() {
  const model = anyModel();
  const [path, row] = [pathOf(model), rowOf(model)];
  const under = (headers) => () => post("predict", path, row, { ...JSON_TYPE, ...headers });
  return oneOf([
    () => post("predict", path, oneOf(BAD_JSON)),
    () => post("predict", path, JSON.stringify(row).slice(0, -below(30))),
    () => post("predict", path, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    () => post("predict", path, `${JSON.stringify(row, null, 2)}\n`),
    () => post("predict", path, gzipSync(JSON.stringify(row)), { ...JSON_TYPE, "content-encoding": "gzip" }),
    () => post("predict", path.replace("predict", oneOf(["predict?", "predict?x=1", "%70redict"])), row),
    under({ "content-type": oneOf(OTHER_TYPES) }),
    under({ "content-type": oneOf(["application/json; charset=utf-8", "application/a+json", "APPLICATION/JSON"]) }),
    under({ "x-simulated-time": "2026-01-01T00:00:00Z" }),
    under({ "x-request-id": oneOf(["mine-7", "not a word", ""]) }),
    under({ origin: "https://example.com", "x-api-key": "unknown" }),
    under({ "sec-fetch-site": "same-origin", accept: "text/html" }),
  ])();
}

export function batch() {
  const model = anyModel();
  const rows = upTo(4, () => anyRow(model));
  const odd = [{}, [], { rows: {} }, { rows: null }, { rows: [], more: 1 }, { rows: [1, null, "x", []] }, { rows: [] }];
  const body = chance(0.8) ? { rows } : oneOf([...odd, { rows: Array(1_001).fill({}) }, oneOf(BAD_JSON)]);
  const type = chance(0.93) ? JSON_TYPE : { "content-type": oneOf(OTHER_TYPES) };
  return post("batch JSON", withLevel(pathOf(model, "/batch")), body, type);
}

const FAULTY_CELLS = ["", "many", "-5", "1e9", "=1+1", "@x", '"a""b"', "1.234", "6 000", '"6,000"', "\u22125", '"open'];

/** A value as people and spreadsheets write it, now and then one that is at fault. */
function cellOf(value, separator) {
  if (chance(0.04)) return oneOf(FAULTY_CELLS);
  if (typeof value === "boolean") return oneOf(value ? ["yes", "true", "1", "Y", "on"] : ["no", "FALSE", "0", "n"]);
  return separator === ";" ? String(value).replace(".", ",") : String(value);
}

/** A table: its columns called by name, label or column of the training table, in any order; some headers at fault. */
export function tableOf(model, rows = upTo(6, () => rowOf(model, anyReach()))) {
  const [separator, end] = [oneOf([",", ",", ";", "\t"]), oneOf(["\n", "\n", "\r\n", "\r"])];
  const nameOf = oneOf([({ name }) => name, ({ label }) => label, ({ name, column }) => column ?? name]);
  const inputs = chance(0.4) ? shuffled(model.inputs) : model.inputs;
  const header = inputs.map(nameOf);
  if (chance(0.05)) header.pop();
  if (chance(0.04)) header[1] = header[0];
  if (chance(0.04)) header[0] = "colour";
  const lines = [header, ...rows.map((row) => inputs.map(({ name }) => cellOf(row[name], separator)))];
  if (chance(0.2)) {
    header.push(oneOf(["price", "note", "area_per_bedroom", "estimate"]));
    for (const cells of lines.slice(1)) cells.push(oneOf(["7", '"a\n,;b"', "-x"]));
  }
  for (const cells of lines.slice(1)) {
    if (chance(0.03)) cells.push("more");
    if (chance(0.03)) cells.pop();
  }
  const text = lines.map((cells) => cells.join(separator)).join(end) + oneOf(["", end, end, end, end + end]);
  return chance(0.1) ? `\ufeff${text}` : text;
}

export function csv() {
  const model = anyModel();
  const [path, table] = [pathOf(model, "/batch"), tableOf(model)];
  const bytes = [Buffer.from(table, "utf16le"), Buffer.from("PK\u0003\u0004x"), Buffer.from(`${table}\xff,`, "latin1")];
  const under = (headers, body = table) => post("batch CSV", path, body, { ...CSV_TYPE, ...headers });
  if (chance(0.7)) return post("batch CSV", withLevel(path), table, CSV_TYPE);
  return oneOf([
    () => under({}, oneOf(["", "\n", "area", ...bytes])),
    () =>
      under(
        {},
        tableOf(
          model,
          Array.from({ length: 2_000 }, () => rowOf(model)),
        ),
      ),
    () => under({ "content-encoding": "gzip" }, gzipSync(table)),
    () => under({ "content-encoding": oneOf(["gzip", "br", "identity"]) }),
    () => under({ "content-type": "application/csv", "accept-encoding": "gzip" }),
    () => {
      const chosen = `map.${oneOf(model.inputs).name}=${oneOf(["price", "lotsize", ""])}`;
      return post("batch CSV", `${path}?${chosen}`, table, CSV_TYPE);
    },
  ])();
}

export function ndjson() {
  const model = anyModel();
  const odd = ["{", "[]", "", "  ", "null", "\u0000"];
  const lines = upTo(6, () => (chance(0.12) ? oneOf(odd) : JSON.stringify(anyRow(model))));
  const body = lines.join(oneOf(["\n", "\n", "\r\n"])) + oneOf(["", "\n", "\n\n"]);
  const type = oneOf(["application/x-ndjson", "application/x-ndjson", "application/jsonl", "application/ndjson"]);
  return post("batch NDJSON", withLevel(pathOf(model, "/batch")), body, { "content-type": type });
}
