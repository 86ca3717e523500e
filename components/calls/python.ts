import type { Inputs, InputValue } from "@/lib/model/inputs/schema";
import { KEY_VARIABLE } from "./key-variable";
import { members } from "./members";

/** A string of JSON is one of Python too; true and false have other names. */
function literal(value: InputValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return JSON.stringify(value);
}

/** The call in Python, with requests. */
export function asPython(url: string, inputs: Inputs, keyed = false): string {
  const header = `    headers={"authorization": f"Bearer {os.environ['${KEY_VARIABLE}']}"},\n`;
  return `${keyed ? "import os\n\n" : ""}import requests

response = requests.post(
    "${url}",
${keyed ? header : ""}    json={
${members(inputs, "        ", (name, value) => `"${name}": ${literal(value)}`)},
    },
    timeout=10,
)
response.raise_for_status()
answer = response.json()
print(answer["estimate"])`;
}
