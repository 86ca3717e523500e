const cache: { nodes: Float64Array; weights: Float64Array }[] = [];

/**
 * The nodes and weights of the Gauss–Legendre rule with n nodes on [0, 1], ascending: Σ wᵢ f(tᵢ) is the integral of every
 * polynomial f of degree 2n − 1 or less, up to rounding.
 *
 * The nodes are the zeros of Legendre's polynomial of degree n, found by Newton's method from cos(π (i − ¼) / (n + ½)).
 *
 * Source: Press, Teukolsky, Vetterling and Flannery, Numerical Recipes, section 4.6; Abramowitz and Stegun, 25.4.29.
 *
 * @param n at least 1
 */
export function gaussLegendre(n: number): { nodes: Float64Array; weights: Float64Array } {
  return (cache[n] ??= compute(n));
}

const MOST_STEPS = 20;

function compute(n: number) {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < MOST_STEPS; step++) {
      // Legendre's recurrence: k Pₖ = (2k − 1) x Pₖ₋₁ − (k − 1) Pₖ₋₂.
      let [value, before] = [1, 0];
      for (let k = 1; k <= n; k++) [value, before] = [((2 * k - 1) * x * value - (k - 1) * before) / k, value];
      slope = (n * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) <= 1e-15) break;
    }
    // From [−1, 1], largest first, to [0, 1], smallest first.
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
