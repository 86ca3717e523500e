import { writeJson } from "@/components/docs/write-json";
import { KEY_VARIABLE } from "./key-variable";

/** Text as one word of a shell; a quote inside ends the quoted text, is written, and begins it again. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** An address as one word of a shell; some shells look for files whose names fit a question mark. */
function wordOf(url: string): string {
  return url.includes("?") ? quote(url) : url;
}

const TYPE = "--header 'content-type: application/json'";
/** In the quotes in which a shell puts the value in. */
const KEY = `--header "authorization: Bearer $${KEY_VARIABLE}"`;

/** The header with the key on a line of its own. */
function keyLine(keyed: boolean): string {
  return keyed ? `  ${KEY} \\\n` : "";
}

/**
 * A call with a body of JSON as a command for a shell.
 *
 * @param keyed whether it sends a key
 */
export function asCurl(url: string, body: object, keyed = false): string {
  return `curl ${wordOf(url)} \\
  ${TYPE} \\
${keyLine(keyed)}  --data ${quote(writeJson(body, "  "))}`;
}

/** The same on one line. */
export function asCurlLine(url: string, body: object, keyed: boolean): string {
  return `curl ${wordOf(url)} ${TYPE} ${keyed ? `${KEY} ` : ""}--data ${quote(JSON.stringify(body))}`;
}

/** A call with a file of CSV as its body, read as it is sent, whose answer goes to another file. */
export function asCurlOfFile(url: string, file: string, answer: string, keyed = false): string {
  return `curl ${wordOf(url)} --request POST \\
  --header 'content-type: text/csv' \\
${keyLine(keyed)}  --upload-file ${file} \\
  --output ${answer}`;
}

/** A call with a key that fetches a file. */
export function asCurlToFile(url: string, file: string): string {
  return `curl ${wordOf(url)} \\
${keyLine(true)}  --output ${file}`;
}
