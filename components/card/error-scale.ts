import { signedAmount } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { writeDigits } from "./figures";

/** How errors are written: in the target's unit, or for a log target as differences of logarithms. */
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
  if (spec.target.transform === "log") {
    return {
      name: "Error, log scale",
      axis: "log of the truth less log of its estimate, so that +0.1 is a truth about 10% higher",
      write: (error) => signedAmount(error, undefined, 0.01),
      writeSize: (size) => formatQuantity(size, undefined, 0.01),
    };
  }
  return {
    name: "Error",
    axis: "the truth less its estimate",
    write: (error) => signedAmount(Number(error.toPrecision(3)), spec.target.unit),
    writeSize: (size) => writeDigits(size, spec.target.unit),
  };
}
