import { afterEach, expect, test, vi } from "vitest";
import { forgetProcessState, processState } from "./process-state";

afterEach(forgetProcessState);

test("processState(name, make) makes a state once and gives every copy of the module the same", async () => {
  const first = processState("counts", () => ({ made: 0 }));
  first.made++;
  vi.resetModules();
  const copy = await import("./process-state");
  expect(copy.processState).not.toBe(processState);
  expect(copy.processState("counts", () => ({ made: 0 }))).toBe(first);
  expect(copy.processState("others", () => ({ made: 0 }))).toEqual({ made: 0 });
});

test("forgetProcessState() leaves nothing of any copy", () => {
  const first = processState("counts", () => ({ made: 0 }));
  forgetProcessState();
  expect(processState("counts", () => ({ made: 0 }))).not.toBe(first);
});
