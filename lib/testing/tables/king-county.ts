import { dayAfter, draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of houses in King County: 70 postal codes, places, and one area as the sum of two. */
export function kingCounty(rows = 1_800): string {
  const { whole, normal, pick, chance, between } = draw(4);
  const places = rowsOf(70, (index) => {
    return {
      zipcode: 98001 + 2 * index + (index % 2),
      lat: between(47.2, 47.75),
      long: between(-122.5, -121.4),
      worth: normal(0, 0.35),
    };
  });
  return toCsv(
    rowsOf(rows, (row) => {
      const place = pick(places);
      const above = 10 * whole(60, 400);
      const basement = chance(0.4) ? 10 * whole(20, 150) : 0;
      const [grade, condition] = [Math.min(13, Math.max(3, Math.round(normal(7.6, 1.2)))), pick([3, 4, 5, 2], 2)];
      const [waterfront, bedrooms] = [chance(0.01), whole(1, 6)];
      const logPrice = 12.3 + place.worth + 0.00025 * (above + basement) + 0.09 * (grade - 7) + (waterfront ? 0.5 : 0);
      return {
        id: 1_000_102 + row * 1_789 + (row % 7),
        date: `${dayAfter("2014-05-02", whole(0, 389)).replaceAll("-", "")}T000000`,
        price: round(Math.exp(logPrice + normal(0, 0.2))),
        bedrooms,
        bathrooms: whole(2, 14) / 4,
        sqft_living: above + basement,
        sqft_lot: round(Math.exp(normal(9, 0.9))),
        floors: pick([1, 2, 1.5, 3], 1.6),
        waterfront: Number(waterfront),
        view: pick([0, 1, 2, 3, 4], 5),
        condition,
        grade,
        sqft_above: above,
        sqft_basement: basement,
        yr_built: whole(1900, 2015),
        yr_renovated: chance(0.04) ? whole(1950, 2015) : 0,
        zipcode: place.zipcode,
        lat: round(place.lat + normal(0, 0.02), 4),
        long: round(place.long + normal(0, 0.02), 3),
      };
    }),
  );
}
