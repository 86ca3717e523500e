import { draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of medical costs: smokers pay three times as much. */
export function insurance(rows = 1_338): string {
  const { whole, normal, pick, chance } = draw(1);
  return toCsv(
    rowsOf(rows, () => {
      const [age, bmi, smoker] = [whole(18, 64), round(Math.max(16, normal(30.6, 6)), 3), chance(0.2)];
      const children = pick([0, 1, 2, 3, 4, 5], 1.8);
      const charges =
        (2_000 + 3.2 * age ** 2 + 480 * children) * Math.exp(normal(0, 0.25)) + (smoker ? 900 * (bmi - 12) : 0);
      const region = pick(["southeast", "southwest", "northwest", "northeast"], 1.05);
      const sex = pick(["male", "female"]);
      return { age, sex, bmi, children, smoker: smoker ? "yes" : "no", region, charges: round(charges, 5) };
    }),
  );
}
