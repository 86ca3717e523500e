import { draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of flats in Bengaluru: 241 locations, sizes in words, areas as ranges and in other units. */
export function bengaluru(rows = 3_000): string {
  const { whole, between, normal, pick, chance } = draw(2);
  const locations = rowsOf(241, (index) => ({ name: `${pick(NAMES)} ${index}`, level: normal(0, 0.35) }));
  const societies = rowsOf(1_900, (index) => `S${pick(NAMES).slice(0, 4)}${index}`);
  return toCsv(
    rowsOf(rows, (row) => {
      const rooms = pick([2, 3, 1, 4, 5, 6], 1.5);
      const area = round(rooms * between(420, 640));
      const location = pick(locations, 1.6);
      const price = area * 0.055 * Math.exp(location.level + normal(0, 0.18));
      const written = chance(0.02) ? `${area} - ${area + whole(50, 900)}` : `${area}`;
      return {
        area_type: pick(["Super built-up  Area", "Built-up  Area", "Plot  Area", "Carpet  Area"], 2),
        availability: chance(0.8) ? "Ready To Move" : pick(["18-Dec", "19-Jun", "20-May", "21-Jan"]),
        location: row % 997 === 3 ? "" : location.name,
        size: rooms > 4 || chance(0.2) ? `${rooms} Bedroom` : `${rooms} BHK`,
        society: chance(0.41) ? "" : pick(societies),
        total_sqft: row % 2_003 === 7 ? "34.46Sq. Meter" : written,
        bath: chance(0.006) ? "" : Math.max(1, rooms - whole(0, 1)),
        balcony: chance(0.045) ? "" : whole(0, 3),
        price: round(price, 2),
      };
    }),
  );
}

const NAMES = [
  "Whitefield",
  "Sarjapur Road",
  "Hebbal",
  "Kanakpura",
  "Thanisandra",
  "Yelahanka",
  "Uttarahalli",
  "Hennur",
];
