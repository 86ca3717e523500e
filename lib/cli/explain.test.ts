import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { CsvError } from "../csv/dialect";
import { SettingsError } from "../env";
import { BundleError } from "../model/bundle";
import { SpecError } from "../model/spec";
import { ShiftError } from "../monitoring/shift";
import { ModelDirError, ModelFolderError } from "../registry/faults";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { TableError } from "../training/example-parser";
import { explain } from "./explain";
import { CallError, DataError, ServiceError } from "./exit-codes";

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("there is no error");
}

const onSystem = (code: string) => Object.assign(new Error(`${code}: no`), { code, syscall: "write" });

test.each([
  ["a fault of the call", new CallError("which?"), { message: "which?", code: 2 }],
  ["a setting", new SettingsError("PORT must be a number"), { message: "PORT must be a number", code: 2 }],
  ["no place for a store", new NoStoreError(), { message: expect.stringContaining("set DATABASE_URL"), code: 2 }],
  ["a path that leads nowhere", errorOf(() => statSync("no/where")), { message: "there is no no/where", code: 2 }],
  ["a path that may not be read", onSystem("EACCES"), { message: "EACCES: no", code: 2 }],
  ["a fault of the data", new DataError("too short"), { message: "too short", code: 1 }],
  ["a table", new CsvError("the file is empty"), { message: "the file is empty", code: 1 }],
  ["a training table", new TableError("no column b"), { message: "no column b", code: 1 }],
  ["an artifact", new BundleError("format"), { message: "format", code: 1 }],
  ["a drift", new ShiftError("drift must be"), { message: "drift must be", code: 2 }],
  ["a description", new SpecError("inputs is required"), { message: "inputs is required", code: 1 }],
  ["a server that refuses", new ServiceError("403"), { message: "403", code: 3 }],
  ["a full disk", onSystem("ENOSPC"), { message: "ENOSPC: no", code: 3 }],
  ["no folder of models", new ModelDirError("MODEL_DIR"), { message: "MODEL_DIR", code: 2 }],
  ["a folder of a model", new ModelFolderError("not JSON"), { message: "not JSON", code: 1 }],
  ["a store away", new StoreAwayError(new Error("gone")), { message: "the store cannot be reached: gone", code: 3 }],
  [
    "a store that no address leads to",
    new StoreAwayError(Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })),
    { message: "the store cannot be reached: ECONNREFUSED", code: 3 },
  ],
])("explain(error) says in one sentence what is wrong, and whose fault it is: %s", (_, error, explained) => {
  expect(explain(error)).toEqual(explained);
});

test("explain(error) keeps the stack of an error that nobody has foreseen, which is ours", () => {
  expect(explain(new TypeError("x is not a function"))).toEqual({
    message: expect.stringMatching(/^TypeError: x is not a function\n {4}at /),
    code: 3,
  });
});
