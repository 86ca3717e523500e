import { z } from "zod";

/** The schemas of answers and of their parts, by the names that generated clients have for them. */
export const answers = z.registry<{ id: string }>();

/** An id, as of a model, as a part of names in programs: "house-price" is "HousePrice". No two ids give the same. */
export function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll("-", "_");
}
