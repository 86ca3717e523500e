import type { FieldError } from "../problem/schema";

/**
 * The parameters of a query, by name. Any other than those that are known is an error, so that a misspelt one cannot
 * pass for one that was left out. One that is there twice has both values, which no parameter here takes.
 */
export function readParameters<Name extends string>(
  url: string,
  known: readonly Name[],
): { parameters: Partial<Record<Name, string>>; errors: FieldError[] } {
  if (!url.includes("?")) return { parameters: {}, errors: [] };
  const searchParams = new URLSearchParams(url.slice(url.indexOf("?")));
  const sent = [...new Set(searchParams.keys())];
  const isKnown = (name: string): name is Name => (known as readonly string[]).includes(name);
  const choice = known.length === 1 ? `the only one is ${known[0]}` : `the parameters are ${known.join(", ")}`;
  return {
    parameters: Object.fromEntries(
      sent.filter(isKnown).map((name) => [name, searchParams.getAll(name).join("\n")]),
    ) as Partial<Record<Name, string>>,
    errors: sent
      .filter((name) => !isKnown(name))
      .map((name) => ({ parameter: name, detail: `${name} is not a parameter; ${choice}` })),
  };
}
