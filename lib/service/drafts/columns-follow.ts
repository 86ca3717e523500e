import type { Guesses, SpecJson } from "./types";

interface Described {
  inputs: { name?: unknown }[];
  target: { name?: unknown };
  training: { columns?: Record<string, string> };
}

/**
 * Let `training.columns` follow the inputs of a description that was edited: an input that is gone names no column any
 * more, and one that was drafted of a column has that column.
 */
export function columnsFollow(spec: SpecJson, guesses: Guesses | null): SpecJson {
  const { inputs, target, training } = spec as Partial<Described>;
  if (!Array.isArray(inputs) || typeof training !== "object" || training === null || !guesses) return spec;
  const names = new Set([...inputs, target].map((each) => String(each?.name)));
  const drafted = guesses.columns.flatMap(({ name, input, offered }): [string, string][] => {
    const own = input ?? offered?.input.name;
    return typeof own === "string" && own !== name ? [[own, name]] : [];
  });
  const given = typeof training.columns === "object" && training.columns !== null ? training.columns : {};
  const columns = Object.fromEntries([...drafted, ...Object.entries(given)].filter(([name]) => names.has(name)));
  const { columns: _before, ...others } = training;
  return { ...spec, training: { ...others, ...(Object.keys(columns).length > 0 && { columns }) } };
}
