import { expect, it, vi } from "vitest";
import { NoStoreError, StoreAwayError } from "./faults";
import { openStore } from "./store";

vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  mkdirSync: () => {
    throw Object.assign(new Error("read-only file system"), { code: "EROFS" });
  },
}));

it("openStore(place) finds no store on a disk for reading only, and a store that is away where its folder was chosen", async () => {
  const DATA_DIR = "/nowhere/.data";
  await expect(openStore({ DATA_DIR })).rejects.toThrow(NoStoreError);
  await expect(openStore({ DATA_DIR, DATA_DIR_IS_SET: true })).rejects.toThrow(StoreAwayError);
});
