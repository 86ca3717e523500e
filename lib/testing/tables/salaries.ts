import { draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of applicants: three scores and a salary. */
export function salaries(rows = 30): string {
  const { whole, normal } = draw(8);
  return toCsv(
    rowsOf(rows, () => {
      const [experience, test, interview] = [whole(0, 12), whole(5, 10), whole(5, 10)];
      const salary = round(18_000 + 2_800 * experience + 1_900 * test + 2_100 * interview + normal(0, 2_000), -2);
      return { experience, test_score: test, interview_score: interview, "salary($)": salary };
    }),
  );
}
