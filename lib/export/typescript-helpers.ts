/** The functions that a module can need beside `predict`, by their names. */
const HELPERS: Record<string, string> = {
  finite: `function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}`,
  power: `function power(base: number, exponent: number): number {
  return Number.isNaN(base) ? NaN : base ** exponent;
}`,
  compare: `function compare(left: number, operator: "<" | "<=" | ">" | ">=" | "==" | "!=", right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return NaN;
  const [less, equal] = [left < right, left === right];
  const holds = { "<": less, "<=": less || equal, ">": !less && !equal, ">=": !less, "==": equal, "!=": !equal };
  return Number(holds[operator]);
}`,
  daysOf: `/** Days since 1 January 1970; NaN where a text is no date. */
function daysOf(text: string): number {
  const pattern = /^(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?(?:Z|\\+00:00)?)?$/;
  const [, day = "", time = "00:00", second = "00"] = pattern.exec(text) ?? [];
  const moment = Date.parse(\`\${day}T\${time}:\${second}Z\`);
  if (Number.isNaN(moment) || day < "0001") return NaN;
  return new Date(moment).toISOString().startsWith(\`\${day}T\${time}:\${second}\`) ? moment / 86400000 : NaN;
}`,
  yearOf: `function yearOf(days: number): number {
  return momentOf(days).getUTCFullYear();
}`,
  monthOf: `function monthOf(days: number): number {
  return momentOf(days).getUTCMonth() + 1;
}`,
  weekdayOf: `/** 1 for Monday to 7 for Sunday. */
function weekdayOf(days: number): number {
  return ((momentOf(days).getUTCDay() + 6) % 7) + 1;
}`,
  hourOf: `function hourOf(days: number): number {
  return momentOf(days).getUTCHours();
}`,
  momentOf: `function momentOf(days: number): Date {
  return new Date(Math.round(days * 86400) * 1000);
}`,
};

/**
 * What the arithmetic of a module needs beyond the language: undefined stays undefined, where JavaScript has
 * 1 / Infinity = 0, and dates are numbers of days.
 *
 * @param body that calls them
 */
export function typescriptHelpers(body: string): string {
  let text = body;
  let helpers = "";
  for (const [name, helper] of Object.entries(HELPERS)) {
    if (!text.includes(`${name}(`)) continue;
    text += helper;
    helpers += `\n${helper}\n`;
  }
  return helpers;
}
