/** Numbers and choices at random, the same ones for the same seed: a linear congruential generator modulo 2³². */
let state = 0;

export function startFrom(seed) {
  state = seed >>> 0;
}

export const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
export const below = (limit) => Math.floor(random() * limit);
export const chance = (share) => random() < share;
export const oneOf = (list) => list[below(list.length)];

/** One to so many of what a function makes. */
export const upTo = (most, make) => Array.from({ length: 1 + below(most) }, () => make());

export function shuffled(list) {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
