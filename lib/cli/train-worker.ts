import { parentPort } from "node:worker_threads";
import type { Header } from "../csv/header";
import { ExampleParser } from "../training/example-parser";
import type { Spec } from "../model/spec";

/** What a parsing thread has to know first. */
export interface ParseTask {
  spec: Spec;
  header: Header;
}

export interface BlockToParse {
  block: Uint8Array;
  factorise: boolean;
}

/** Parses the blocks of a training table that it is sent, one answer for each. */
const port = parentPort!;
port.once("message", ({ spec, header }: ParseTask) => {
  const parser = new ExampleParser(spec, header);
  port.on("message", ({ block, factorise }: BlockToParse) => {
    const parsed = parser.parse(block, factorise);
    const { encoded, actual, rows } = parsed;
    port.postMessage(
      parsed,
      [encoded, actual, ...(factorise ? [] : [rows])].map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
});
