import { expect, test } from "vitest";
import { traceIdOf } from "./trace";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";

test.each([
  [`00-${TRACE}-${PARENT}-01`],
  [`00-${TRACE}-${PARENT}-00`],
  [`01-${TRACE}-${PARENT}-01`],
  [`cc-${TRACE}-${PARENT}-01-what-the-future-brings`],
])("%s names its trace", (traceparent) => {
  expect(traceIdOf(traceparent)).toBe(TRACE);
});

test.each([
  [undefined],
  [""],
  ["00"],
  [`ff-${TRACE}-${PARENT}-01`],
  [`00-${TRACE}-${PARENT}-01-more`],
  [`cc-${TRACE}-${PARENT}-01.more`],
  [`00-${TRACE.toUpperCase()}-${PARENT}-01`],
  [`00-${TRACE.slice(1)}-${PARENT}-01`],
  [`00-${"0".repeat(32)}-${PARENT}-01`],
  [`00-${TRACE}-${"0".repeat(16)}-01`],
  [`00-${TRACE}-${PARENT}-1`],
  [`00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`],
])("%j is not one that the recommendation allows, and names none", (traceparent) => {
  expect(traceIdOf(traceparent)).toBeUndefined();
});
