import { AGAIN, ImportError } from "../import-error";

/** What is thrown for a compressed file whose bytes do not fit together. */
export const damaged = (): ImportError => new ImportError(`the compressed file is damaged, or was cut off; ${AGAIN}`);
