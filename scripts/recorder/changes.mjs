/** Past so many pieces taken out and put in, two lists have too little in common to tell what became of what. */
const MOST_STEPS = 1_000;

/**
 * The fewest pieces to take out and put in that make one list of another, by the greedy algorithm of Myers: whether
 * each step takes out of `old` (or else puts in of `now`), and where. Nothing where there are too many.
 *
 * Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), figure 2
 */
function stepsBetween(old, now) {
  const middle = MOST_STEPS + 1;
  const furthest = new Int32Array(2 * middle + 1);
  const comesFromAbove = (reached, k, d) => k === -d || (k !== d && reached[middle + k - 1] < reached[middle + k + 1]);
  const history = [];
  for (let d = 0; d <= MOST_STEPS; d++) {
    history.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = comesFromAbove(furthest, k, d) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= old.length && x - k >= now.length) return trace(d, k);
    }
  }
  return undefined;

  function trace(d, k) {
    const steps = [];
    for (; d > 0; d--) {
      const out = !comesFromAbove(history[d], k, d);
      k += out ? -1 : 1;
      const x = history[d][middle + k];
      steps.push({ out, x, y: x - k });
    }
    return steps.reverse();
  }
}

/**
 * What has changed from one list of texts to another, as pieces that others stand in the place of.
 *
 * @param gap changes with fewer equal pieces than this between them are one
 */
export function changesOf(old, now, gap) {
  const steps = stepsBetween(old, now);
  if (!steps) return [{ old, now }];
  const spans = [];
  for (const { out, x, y } of steps) {
    const last = spans.at(-1);
    const to = { x: out ? x + 1 : x, y: out ? y : y + 1 };
    if (last && x - last.to.x < gap) last.to = to;
    else spans.push({ from: { x, y }, to });
  }
  return spans.map(({ from, to }) => ({ old: old.slice(from.x, to.x), now: now.slice(from.y, to.y) }));
}
