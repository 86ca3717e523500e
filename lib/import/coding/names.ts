import { RESERVED_NAMES } from "../../formula/parse";

/** "log_power" of "log(power)". */
export function nameOfFormula(formula: string, taken: string[]): string {
  const plain = formula
    .replace(/[^a-z0-9]+/gi, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase()
    .slice(0, 34);
  const begun = /^[a-z]/.test(plain) ? plain : `f_${plain}`;
  let name = begun;
  for (let count = 2; taken.includes(name) || RESERVED_NAMES.includes(name); count++) name = `${begun}_${count}`;
  return name;
}

/** The name itself, or "name (2)" and so on where it is taken. */
export function unlike(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
