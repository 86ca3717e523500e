import { resolve } from "node:path";
import { expect, test } from "vitest";
import { nameFault, renameCommand, trainCommand } from "./folder-words";

test("nameFault(folder, id) goes by the last part of the path, however that is written", () => {
  for (const folder of ["model/salary", "model/salary/", "/srv/salary", "./model/other/../salary"]) {
    expect(nameFault(folder, "salary"), folder).toBeUndefined();
  }
  expect(nameFault("model/salary", "wages")).toBe(
    "the folder is called salary and the id in its model.json is wages; they must be the same",
  );
});

test.each([
  [resolve("model/salary"), "npm run train -- model/salary"],
  [resolve("our models/salary"), "npm run train -- 'our models/salary'"],
  ["/nowhere/models/salary", "npm run train -- /nowhere/models/salary"],
  ["/nowhere/o'clock/$HOME", "npm run train -- '/nowhere/o'\\''clock/$HOME'"],
])("trainCommand(%j) is %s", (folder, command) => {
  expect(trainCommand(folder)).toBe(command);
});

test("renameCommand(folder, id) leaves the folder where it is", () => {
  expect(renameCommand(resolve("model/wages"), "salary")).toBe("mv model/wages model/salary");
});
