import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import { KEY_VARIABLE } from "./key-variable";
import { members } from "./members";

/** Words of the language that can also be the name of an input. */
const RESERVED = new Set(["if", "else", "repeat", "while", "function", "for", "next", "break", "in"]);

function nameOf(name: string): string {
  return RESERVED.has(name) ? `\`${name}\`` : name;
}

/** A string of JSON is one of R too; true and false have other names. */
function literal(value: InputValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return JSON.stringify(value);
}

/** The call in R, with httr2. */
export function asR(url: string, inputs: Inputs, keyed = false): string {
  const header = `  req_auth_bearer_token(Sys.getenv("${KEY_VARIABLE}")) |>\n`;
  return `library(httr2)

answer <- request("${url}") |>
${keyed ? header : ""}  req_body_json(list(
${members(inputs, "    ", (name, value) => `${nameOf(name)} = ${literal(value)}`)}
  )) |>
  req_perform() |>
  resp_body_json()

answer$estimate`;
}
