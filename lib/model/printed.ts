/** A number as a notebook prints it: "412345.67", "-1.5e3", "[412,345.67]". */
const PRINTED = /^[[(]*\s*([+-]?)(\d[\d,_]*)?(?:\.(\d*))?(?:e([+-]?\d+))?\s*[\])]*$/i;

/** Full doubles agree where they differ by no more than another order of additions makes. */
const FULL = 1e-9;

export interface Printed {
  value: number;
  /** Half of a unit of the last digit that was printed. */
  half: number;
}

/** Read a number as it was printed; undefined where the text is none. */
export function readPrinted(text: string): Printed | undefined {
  const parts = PRINTED.exec(text.trim());
  if (!parts) return undefined;
  const [, sign, whole = "", decimals = "", exponent = "0"] = parts;
  if (whole === "" && decimals === "") return undefined;
  const value = Number(`${sign}${whole.replace(/[,_]/g, "") || "0"}.${decimals || "0"}e${exponent}`);
  return { value, half: 0.5 * 10 ** (Number(exponent) - decimals.length) };
}

/** Whether a number is one that was printed, in the digits that were printed, and to 9 digits where there were more. */
export function agreesWithPrinted(value: number, { value: printed, half }: Printed): boolean {
  const slack = Math.max(half * (1 + 1e-9), FULL * Math.abs(printed));
  return Math.abs(value - printed) <= slack;
}
