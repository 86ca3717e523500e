import { isObject, isSame, type Json, type JsonObject } from "../json";

/** A part of a description that somebody else has changed and that is not the same here. */
export interface Difference {
  /** Members, and names of inputs, from the top: ["inputs", "area", "label"]. */
  path: string[];
  /** Nothing where the part is not there. */
  mine: Json | undefined;
  theirs: Json | undefined;
  /** Whether both have changed it, so that a person has to choose. */
  both: boolean;
}

export const keyOf = ({ path }: Pick<Difference, "path">) => path.join("/");

/**
 * Two changes of the same description as one: what one side alone has changed is taken from that side, and what both have
 * changed from the side that is chosen. Inputs and derived features go by their names, whatever their order.
 *
 * @param keepsMine whether a part that both have changed stays as it is here
 */
export function mergeSpecs(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  keepsMine: (difference: Difference) => boolean,
): { merged: JsonObject; differences: Difference[] } {
  const differences: Difference[] = [];
  const visit = (path: string[], from: Json | undefined, mine: Json | undefined, theirs: Json | undefined) => {
    if (isObject(from) && isObject(mine) && isObject(theirs)) return mergeMembers(path, from, mine, theirs);
    if (isNamed(from) && isNamed(mine) && isNamed(theirs)) return mergeNamed(path, from, mine, theirs);
    if (isSame(theirs, from) || isSame(theirs, mine)) return mine;
    const difference = { path, mine, theirs, both: !isSame(mine, from) };
    differences.push(difference);
    return difference.both && keepsMine(difference) ? mine : theirs;
  };
  const mergeMembers = (path: string[], from: JsonObject, mine: JsonObject, theirs: JsonObject): JsonObject => {
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    return Object.fromEntries(
      [...names].flatMap((name) => {
        const merged = visit([...path, name], from[name], mine[name], theirs[name]);
        return merged === undefined ? [] : [[name, merged]];
      }),
    );
  };
  const mergeNamed = (path: string[], from: Named[], mine: Named[], theirs: Named[]): Json[] => {
    const find = (list: Named[], name: string) => list.find((item) => item.name === name);
    const order = (list: Named[]) => list.map(({ name }) => name);
    const isMoved = !isSame(order(mine), order(from));
    const names = new Set([...order(isMoved ? mine : theirs), ...order(isMoved ? theirs : mine)]);
    return [...names].flatMap((name) => {
      const merged = visit([...path, name], find(from, name), find(mine, name), find(theirs, name));
      return merged === undefined ? [] : [merged];
    });
  };
  const merged = mergeMembers([], base, mine, theirs);
  return { merged, differences };
}

type Named = JsonObject & { name: string };

/** A list of inputs or of derived features; an empty one may be either. */
function isNamed(value: Json | undefined): value is Named[] {
  return Array.isArray(value) && value.every((item) => isObject(item) && typeof item.name === "string");
}
