import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ModelDirError } from "./faults";
import { nameFault, renameCommand, trainCommand } from "./folder-words";
import { outlineOf } from "./outline";
import { readFolder, type FolderContent } from "./read-folder";
import type { Published, Source, Unavailable } from "./source";

/** A folder as it was read, under the stamp that its files had before. */
interface Kept {
  stamp: string;
  content: FolderContent;
}

/**
 * A folder that holds a folder for each model, which may be a symbolic link. What begins with a dot, and what has no
 * model.json, is none and is passed over.
 *
 * Changes are found by the sizes, times and inodes of the two files, since watching misses what changes on a mounted
 * volume. Of a folder, its files are read anew if one of them has changed.
 */
export function folderSource(directory: string): Source {
  let known: ReadonlyMap<string, Kept> = new Map();

  /** The stamps of the folders, by their names. */
  async function look(): Promise<Map<string, string>> {
    const names = await readNames(directory);
    const stamps = await Promise.all(
      names.map(async (name): Promise<[string, string] | undefined> => {
        const spec = await stampOf(join(directory, name, "model.json"));
        // A model that loses its description is being edited; it is gone when its folder is.
        if (spec === MISSING && !known.has(name)) return undefined;
        return [name, `${spec} ${await stampOf(join(directory, name, "artifact.json"))}`];
      }),
    );
    return new Map(stamps.filter((each) => each !== undefined));
  }

  function publish(name: string, content: FolderContent): Published | Unavailable {
    const folder = join(directory, name);
    const { id } = content;
    const fault = id === undefined ? undefined : nameFault(folder, id);
    if (id !== undefined && fault !== undefined) {
      const others = [...known].filter(([other, { content }]) => other !== name && content.id === id);
      if (others.length === 0) return { name, reason: fault, command: renameCommand(folder, id) };
      const sharing = others.map(([other]) => other).join(", ");
      return {
        name,
        reason: `${fault}, and the folder ${sharing} has that id too: give this one the id ${name}`,
        command: trainCommand(folder),
      };
    }
    if ("error" in content) {
      const { message, cause } = content.error;
      return { name, reason: message, command: trainCommand(folder), fault: cause as Error | undefined };
    }
    const { model } = content;
    return {
      id: model.spec.id,
      version: model.version,
      revision: model.revision,
      origin: "folder",
      challenger: null,
      loaded: () => model,
      read: () => Promise.resolve(model),
      outline: () => Promise.resolve(outlineOf(model)),
    };
  }

  return {
    async revision() {
      return [...(await look())].flat().join("\n");
    },
    async list() {
      const read = await Promise.all(
        [...(await look())].map(async ([name, stamp]): Promise<[string, Kept]> => {
          const before = known.get(name);
          if (before?.stamp === stamp) return [name, before];
          return [name, { stamp, content: await readFolder(join(directory, name)) }];
        }),
      );
      known = new Map(read);
      return read.map(([name, { content }]) => publish(name, content));
    },
  };
}

/** The names of what may be the folder of a model, in order. */
async function readNames(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return (
      entries
        // Volumes have a lost+found, which nobody but their keeper may look into.
        .filter((entry) => !entry.name.startsWith(".") && entry.name !== "lost+found" && !entry.isFile())
        .map(({ name }) => name)
        .sort()
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const faults: Record<string, string> = { ENOENT: "is not there", ENOTDIR: "is not a folder" };
    throw new ModelDirError(
      `MODEL_DIR must be a folder with a folder for each model; ${directory} ${faults[code!] ?? `cannot be read (${code})`}`,
    );
  }
}

const MISSING = "-";

/** What changes when a file is written or replaced. */
async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino}.${size}.${mtimeNs}`;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? MISSING : code;
  }
}
