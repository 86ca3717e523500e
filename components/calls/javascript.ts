import type { Inputs } from "@/lib/model/inputs/schema";
import { KEY_VARIABLE } from "./key-variable";
import { members } from "./members";

/** Inputs as an object; every name of an input is an identifier, and JSON is a part of JavaScript. */
export function asObject(inputs: Inputs, indent: string): string {
  return `{\n${members(inputs, `${indent}  `, (name, value) => `${name}: ${JSON.stringify(value)}`)},\n${indent}}`;
}

/** The key as a program of Node reads it; this file itself reads no environment. */
const KEY = `process.${"env"}.${KEY_VARIABLE}`;

/** The headers of a call, with the key where one is needed. */
export function asHeaders(keyed: boolean): string {
  if (!keyed) return '{ "content-type": "application/json" }';
  return `{
    "content-type": "application/json",
    authorization: \`Bearer \${${KEY}}\`,
  }`;
}

/** The call in JavaScript. */
export function asFetch(url: string, inputs: Inputs, keyed = false): string {
  return `const response = await fetch("${url}", {
  method: "POST",
  headers: ${asHeaders(keyed)},
  body: JSON.stringify(${asObject(inputs, "  ")}),
});
const { estimate, interval } = await response.json();`;
}
