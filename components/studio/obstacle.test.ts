import { conflict } from "@/lib/api/problem/problem";
import { expect, test } from "vitest";
import { obstacleOf } from "./obstacle";

const of = (detail: string) => obstacleOf({ failed: "refused", problem: conflict(detail) });

test("obstacleOf(failed) tells a gate that does not hold, and a name that is taken, from other conflicts", () => {
  expect(of("it is worse on 70 of 109 rows; to publish it all the same, send override: true")).toEqual({
    kind: "gate",
    detail: "it is worse on 70 of 109 rows",
  });
  const taken = "a folder in MODEL_DIR has the name flats, so it is read-only; use another id";
  expect(of(taken)).toEqual({ kind: "taken", detail: taken });
  expect(of("version 0123456789ab is the champion now")).toBeUndefined();
  expect(obstacleOf({ failed: "login" })).toBeUndefined();
});
