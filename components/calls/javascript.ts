import type { Inputs } from "@/lib/model/inputs/schema";
import { members } from "./members";

/** Inputs as an object; every name of an input is an identifier, and JSON is a part of JavaScript. */
export function asObject(inputs: Inputs, indent: string): string {
  return `{\n${members(inputs, `${indent}  `, (name, value) => `${name}: ${JSON.stringify(value)}`)},\n${indent}}`;
}

/** The call in JavaScript. */
export function asFetch(url: string, inputs: Inputs): string {
  return `const response = await fetch("${url}", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(${asObject(inputs, "  ")}),
});
const { estimate, interval } = await response.json();`;
}
