/**
 * Faults of reading models. They are known by their names, since one copy of these modules may catch what another has
 * thrown.
 */
function isCalled(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** The folder with the models cannot be read; `message` names `MODEL_DIR`, its value and what is wrong with it. */
export class ModelDirError extends Error {
  static [Symbol.hasInstance](error: unknown) {
    return isCalled(error, "ModelDirError");
  }
  override name = "ModelDirError";
}

/** The folder of a model cannot be read as it stands; `message` says why, in words without paths. */
export class ModelFolderError extends Error {
  static [Symbol.hasInstance](error: unknown) {
    return isCalled(error, "ModelFolderError");
  }
  override name = "ModelFolderError";
}

/** Errors of ours that say in their message what is wrong with a file. */
const FILES: Record<string, string> = {
  SpecError: "model.json",
  BundleError: "artifact.json",
};

/** What loading a model has thrown, in words; with it as the cause where the fault is not that of its files. */
export function toFolderError(error: unknown): ModelFolderError {
  const { name, message } = error as Error;
  const file = FILES[name];
  return file === undefined
    ? new ModelFolderError(`it cannot be loaded: ${message}`, { cause: error })
    : new ModelFolderError(`${file}: ${message.replaceAll(`${file}: `, "").replaceAll("\n", "; ")}`);
}
