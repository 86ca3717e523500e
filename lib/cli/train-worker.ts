import { parentPort } from "node:worker_threads";
import type { Header } from "../csv/header";
import { ExampleParser } from "../training/example-parser";
import type { Coding } from "../model/predictor";
import type { Spec } from "../model/spec";

/** What a parsing thread has to know first. */
export interface ParseTask {
  spec: Spec;
  header: Header;
}

export interface BlockToParse {
  block: Uint8Array;
  factorise: boolean;
  coding?: Coding;
}

/** Parses the blocks of a training table that it is sent, one answer for each. */
const port = parentPort!;
port.once("message", ({ spec, header }: ParseTask) => {
  const parser = new ExampleParser(spec, header);
  port.on("message", ({ block, factorise, coding }: BlockToParse) => {
    const parsed = parser.parse(block, factorise, coding);
    const { encoded, actual, rows } = parsed;
    port.postMessage(
      parsed,
      [encoded, actual, ...(factorise ? [] : [rows])].map(({ buffer }) => buffer as ArrayBuffer),
    );
  });
});
