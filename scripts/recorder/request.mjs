import { chance, oneOf } from "./draw.mjs";

/**
 * A request is a plain object. Where its path or the text of its body holds {{receipt}}, {{changed}} or {{version:…}},
 * the recorder writes what it has learned from the answers before.
 */
export const JSON_TYPE = { "content-type": "application/json" };
export const CSV_TYPE = { "content-type": "text/csv" };
export const OTHER_TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/xml",
  "a/b;c",
  "",
  undefined,
];
export const BAD_JSON = [
  "",
  " ",
  "{",
  "[]",
  "null",
  "3",
  '"text"',
  "{}",
  "[{}]",
  '{"area":6000,}',
  "\ufeff{}",
  '{"x":1}',
];

export const LEVELS = ["0.5", "0.8", "0.9", "0.95", "0.99", ".75", "9e-1"];
const BAD_LEVELS = ["0", "1", "1.5", "-0.1", "abc", "", "80%", "0.99999999", "0.8&level=0.9", "0.9&levels=2"];

export function get(kind, path, headers = {}) {
  return { kind, method: "GET", path, headers };
}

/** A body that is neither text nor bytes is sent as JSON. */
export function post(kind, path, body, headers = JSON_TYPE) {
  const plain = typeof body === "string" || Buffer.isBuffer(body);
  return { kind, method: "POST", path, headers, body: plain ? body : JSON.stringify(body) };
}

/** Some paths with a level, good or bad. */
export function withLevel(path) {
  return chance(0.75) ? path : `${path}?level=${oneOf(chance(0.6) ? LEVELS : BAD_LEVELS)}`;
}
