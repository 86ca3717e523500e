import { conflict, noSuchDraft } from "@/lib/api/problem/problem";
import { expect, test } from "vitest";
import { kindOf, obstacleOf } from "./obstacle";

const of = (problem: ReturnType<typeof conflict>) => obstacleOf({ failed: "refused", problem });

test("obstacleOf(failed) tells a gate that fails, and a name that is taken, from other conflicts", () => {
  const [holds, fails] = [
    { check: "golden" as const, holds: true, detail: "its 3 golden rows match" },
    { check: "accuracy" as const, holds: false, detail: "it is worse on 70 of 109 rows" },
  ];
  expect(of(conflict("it is worse", { code: "gate", checks: [holds, fails] }))).toEqual({
    kind: "gate",
    failing: [fails],
  });
  expect(of(conflict("a folder has the name", { code: "taken" }))).toEqual({ kind: "taken" });
  expect(of(conflict("version 0123456789ab is the champion now", { code: "stale" }))).toBeUndefined();
  expect(obstacleOf({ failed: "login" })).toBeUndefined();
});

test("kindOf(problem) is what its type ends with", () => {
  expect(kindOf(noSuchDraft())).toBe("no-such-draft");
});
