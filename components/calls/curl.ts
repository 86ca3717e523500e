import { writeJson } from "@/components/docs/write-json";

/** Text as one word of a shell; a quote inside ends the quoted text, is written, and begins it again. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A call with a body of JSON as a command for a shell. */
export function asCurl(url: string, body: object): string {
  // Some shells look for files whose names fit a question mark.
  const word = url.includes("?") ? quote(url) : url;
  return `curl ${word} \\
  --header 'content-type: application/json' \\
  --data ${quote(writeJson(body, "  "))}`;
}

/** A call with a file of CSV as its body, read as it is sent, whose answer goes to another file. */
export function asCurlOfFile(url: string, file: string, answer: string): string {
  return `curl ${url} --request POST \\
  --header 'content-type: text/csv' \\
  --upload-file ${file} \\
  --output ${answer}`;
}
