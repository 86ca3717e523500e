import { parentPort } from "node:worker_threads";
import type { Header } from "../csv/header";
import { ExampleParser } from "../regression/example-parser";
import type { Spec } from "../regression/spec";

/** What a parsing thread has to know first. */
export interface ParseTask {
  spec: Spec;
  header: Header;
}

/** Parses the blocks of a training table that it is sent, one answer for each. */
const port = parentPort!;
port.once("message", ({ spec, header }: ParseTask) => {
  const parser = new ExampleParser(spec, header);
  port.on("message", (block: Uint8Array) => {
    const parsed = parser.parse(block);
    port.postMessage(parsed, [parsed.encoded.buffer, parsed.actual.buffer, parsed.rows.buffer] as ArrayBuffer[]);
  });
});
