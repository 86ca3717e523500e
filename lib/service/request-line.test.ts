import fc from "fast-check";
import pino from "pino";
import { expect, test } from "vitest";
import { writeRequestLine, type RequestLine } from "./request-line";

/** What pino writes of the same fields. */
function writeByPino({ level, time, milliseconds, ...fields }: RequestLine): string {
  let written = "";
  const logger = pino(
    {
      level: "debug",
      base: null,
      timestamp: () => `,"time":"${new Date(time).toISOString()}"`,
      formatters: { level: (name) => ({ level: name }) },
    },
    { write: (line) => void (written += line) },
  );
  logger[level]({ ...fields, milliseconds: Math.round(milliseconds * 1000) / 1000 });
  return written;
}

const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
const lines = fc.record({
  level: fc.constantFrom("info" as const, "debug" as const),
  time: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  requestId: fc.oneof(fc.stringMatching(/^[\w=-]{1,128}$/), fc.string({ maxLength: 200, unit: "binary" })),
  traceId: fc.option(hex, { nil: undefined }),
  method: fc.oneof(fc.constantFrom("GET", "POST"), fc.string({ maxLength: 20 })),
  route: fc.oneof(fc.constantFrom("/api/models/:model/predict", "unmatched", "/*"), fc.string({ unit: "binary" })),
  status: fc.integer({ min: 100, max: 599 }),
  milliseconds: fc.double({ min: 0, max: 1e7, noNaN: true }),
});

test("writeRequestLine(line) writes the bytes that pino writes", () => {
  fc.assert(
    fc.property(lines, (line) => {
      expect(writeRequestLine(line)).toBe(writeByPino(line));
    }),
    { seed: 7, numRuns: 2_000 },
  );
});
