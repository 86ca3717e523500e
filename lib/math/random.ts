/**
 * Random numbers that a seed repeats: sfc32 by Chris Doty-Humphrey ("PractRand"), 2^32 streams of a period of at
 * least 2^32. For simulations; nothing secret may come from it.
 *
 * @param seed a whole number
 * @returns a function that gives numbers from 0 to 1, without 1
 */
export function seededRandom(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, (seed / 2 ** 32) | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let step = 0; step < 12; step++) next();
  return next;
}
