import { localeOf } from "@/lib/language/locale";
import type { Model } from "@/lib/model/model";
import { ERROR_WORDS } from "./error-words";
import { writeDigits, writerFor } from "./figures";

/** How errors are written: in the target's unit, or as differences on the scale of the fit. */
export interface ErrorScale {
  /** As the head of a column. */
  name: string;
  /** As the words beside an axis. */
  axis: string;
  write: (error: number) => string;
  /** Without a sign. */
  writeSize: (size: number) => string;
}

export function errorScale({ spec }: Model): ErrorScale {
  const { transform, unit } = spec.target;
  const words = ERROR_WORDS[localeOf(spec)].scales[transform];
  const write = writerFor(spec);
  if (transform !== "identity") {
    return {
      ...words,
      write: (error) => write.signed(error, undefined, 0.01),
      writeSize: (size) => write.quantity(size, undefined, 0.01),
    };
  }
  return {
    ...words,
    write: (error) => write.signed(Number(error.toPrecision(3)), unit),
    writeSize: (size) => writeDigits(write, size, unit),
  };
}
