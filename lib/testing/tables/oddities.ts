import { draw, round, rowsOf, toCsv } from "./draw";

/** A spreadsheet of a country that writes decimals after a comma: semicolons, a byte order mark, yes and no in German. */
export function german(rows = 120): string {
  const { between, normal, pick, chance } = draw(9);
  const comma = (value: number) => value.toFixed(1).replace(".", ",");
  const lines = rowsOf(rows, () => {
    const [area, balcony, place] = [between(30, 140), chance(0.4), pick(["Mitte", "Nord", "Süd"])];
    const rent = 180 + 9.5 * area + (balcony ? 60 : 0) + (place === "Mitte" ? 150 : 0) + normal(0, 40);
    return `${comma(area)};${balcony ? "ja" : "nein"};${place};${comma(rent)}`;
  });
  return `\uFEFFWohnfläche (m²);Balkon;Stadtteil;Kaltmiete in EUR\r\n${lines.join("\r\n")}\r\n`;
}

/** One column. */
export const oneColumn = () => `price\n${rowsOf(30, (row) => 100 + ((row * 37) % 50)).join("\n")}\n`;

/** All columns but the target are the same in every row. */
export function constant(): string {
  return toCsv(rowsOf(30, (row) => ({ city: "Windsor", rooms: 3, price: 100 + ((row * 37) % 50) })));
}

/** A price, its factors, and the same area in two units. */
export function leaking(rows = 200): string {
  const { between, whole, normal } = draw(10);
  return toCsv(
    rowsOf(rows, () => {
      const [area, rate] = [whole(400, 3_000), round(Math.exp(normal(5, 0.3)), 2)];
      return {
        area_sqft: area,
        area_m2: round(area * 0.092903, 1),
        age: whole(0, 90),
        price_per_sqft: rate,
        tax_usd: round(area * rate * 0.0125, 2),
        noise: round(between(0, 1), 4),
        price_usd: round(area * rate, 2),
      };
    }),
  );
}
