import { ImportError } from "../import-error";
import { refusalOf } from "../refusals";
import { standingOf } from "./names";
import type { PyGlobal } from "./nodes";

/** The names in a file, each checked as it comes. */
export class CheckedNames {
  /** Names of what estimators carry beside what their answer needs, each once. */
  readonly carried = new Set<string>();
  private readonly known = new Set<string>();
  private refused: PyGlobal | undefined;

  /** @throws ImportError for a name that no fitted model needs */
  check(global: PyGlobal): void {
    const { path } = global;
    if (this.known.has(path)) return;
    this.known.add(path);
    const standing = standingOf(global);
    if (standing === "carried") this.carried.add(path);
    if (standing === "refused") this.refused ??= global;
  }

  /**
   * Read what names are checked in. A forest has tables of records, which no reader of linear models knows: it is refused
   * for being a forest.
   */
  explain<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (error instanceof ImportError && this.refused) throw refusalOf(this.refused);
      throw error;
    }
  }
}
