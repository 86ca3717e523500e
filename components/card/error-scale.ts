import { signedAmount } from "@/components/words";
import { formatQuantity } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { writeDigits } from "./figures";

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

const NAMES = {
  log: {
    name: "Error, log scale",
    axis: "log of the truth less log of its estimate, so that +0.1 is a truth about 10% higher",
  },
  log1p: {
    name: "Error, log scale",
    axis: "log of 1 plus the truth less log of 1 plus its estimate, so that +0.1 is about 10% higher",
  },
  sqrt: {
    name: "Error, square root",
    axis: "square root of the truth less that of its estimate",
  },
};

export function errorScale({ spec }: Model): ErrorScale {
  const { transform } = spec.target;
  if (transform !== "identity") {
    return {
      ...NAMES[transform],
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
