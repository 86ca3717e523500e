import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atTheEnd, newFolder } from "./owned";

/** A place for data that can be full. */
export interface SmallDisk {
  kind: string;
  folder: string;
  /** From now on there is no room, for a process that runs there. */
  fill(pid: number): void;
  free(pid: number): void;
  /** What a process is started behind while there is no room. */
  before: string[];
}

/**
 * A file system of 4 MB where that may be mounted; otherwise a limit on the size of files, which needs no rights; nothing
 * where there is neither.
 */
export function makeSmallDisk(): SmallDisk | undefined {
  const folder = newFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", folder]).status === 0) {
    atTheEnd(() => spawnSync("umount", ["-l", folder]));
    const filler = join(folder, "filler");
    return {
      kind: "a file system of 4 MB that is full",
      folder,
      before: [],
      fill: () => {
        // The last pages go one at a time.
        for (const size of [2 ** 16, 2 ** 12]) while (append(filler, size));
      },
      free: () => rmSync(filler),
    };
  }
  if (spawnSync("prlimit", ["--version"]).status !== 0) return undefined;
  const limit = (pid: number, bytes: string) =>
    execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);
  return {
    kind: "a limit on the size of files",
    folder,
    before: ["prlimit", "--fsize=1:unlimited"],
    fill: (pid) => limit(pid, "1"),
    free: (pid) => limit(pid, "unlimited"),
  };
}

function append(file: string, size: number): boolean {
  try {
    writeFileSync(file, Buffer.alloc(size, 1), { flag: "a" });
    return true;
  } catch {
    return false;
  }
}
