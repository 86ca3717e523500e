/** What formulas are made of, with an example of each, for the reference of `model.json`. */
export const FORMULA_REFERENCE: readonly { write: string; means: string; example: string }[] = [
  { write: "+ - * / ^", means: "Arithmetic; -2^2 is -4, as in mathematics.", example: "area / bedrooms" },
  {
    write: "< <= > >= == !=",
    means: "1 where the comparison holds, 0 elsewhere. It binds weaker than + and -.",
    example: "(age >= 65) * bmi",
  },
  { write: "log(x)", means: "The natural logarithm of x, which must be above 0.", example: "log(area)" },
  { write: "log1p(x)", means: "The natural logarithm of 1 + x, for amounts that can be 0.", example: "log1p(income)" },
  { write: "exp(x)", means: "e to the power of x.", example: "exp(-distance)" },
  { write: "sqrt(x)", means: "The square root of x, which must be at least 0.", example: "sqrt(area)" },
  { write: "abs(x)", means: "x without its sign.", example: "abs(age - 40)" },
  { write: "min(x, y, …)", means: "The least of 2 to 20 values.", example: "min(rooms, 8)" },
  { write: "max(x, y, …)", means: "The greatest of 2 to 20 values.", example: "max(0, age - 18)" },
  { write: "year(d)", means: "The year of a date.", example: "year(sold) - year_built" },
  { write: "month(d)", means: "The month of a date, 1 to 12.", example: "month(sold) == 12" },
  { write: "weekday(d)", means: "The day of the week, 1 for Monday to 7 for Sunday.", example: "weekday(sold) >= 6" },
  { write: "hour(d)", means: "The hour of a date with a time of day, 0 to 23.", example: "hour(start)" },
  {
    write: "days(d, e)",
    means: "The days from e to d, with the time of day as a fraction; e is a date between quotes or another input.",
    example: 'days(sold, "2015-01-01")',
  },
  { write: "missing(x)", means: "1 where the input x is not known, 0 elsewhere.", example: "missing(income)" },
];
