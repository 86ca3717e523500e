import { draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of used cars: numbers with their units, some cells empty and some with a unit alone. */
export function usedCars(rows = 1_500): string {
  const { whole, normal, pick, chance } = draw(3);
  const makes = rowsOf(24, (index) => ({
    name: `${pick(["Maruti", "Hyundai", "Tata", "Honda"])} ${index}`,
    worth: normal(0, 0.3),
  }));
  return toCsv(
    rowsOf(rows, () => {
      const [year, make, empty] = [whole(1994, 2020), pick(makes, 1.5), chance(0.027)];
      const engine = pick([1248, 1197, 998, 796, 2179, 1498, 1396], 1.3);
      const power = round(engine / 16 + normal(0, 6), 1);
      const gas = chance(0.01);
      const price = 4e5 * Math.exp(make.worth + 0.11 * (year - 2014) + 0.008 * (power - 80) + normal(0, 0.2));
      return {
        name: make.name,
        year,
        selling_price: round(price),
        km_driven: whole(1, 250) * 1000,
        fuel: gas ? pick(["CNG", "LPG"]) : pick(["Diesel", "Petrol"]),
        seller_type: pick(["Individual", "Dealer", "Trustmark Dealer"], 2),
        transmission: pick(["Manual", "Automatic"], 3),
        owner: pick(["First Owner", "Second Owner", "Third Owner", "Fourth & Above Owner"], 2),
        mileage: empty ? "" : gas ? `${round(normal(25, 3), 1)} km/kg` : `${round(normal(20, 3), 1)} kmpl`,
        engine: empty ? "" : `${engine} CC`,
        max_power: empty ? "" : chance(0.001) ? " bhp" : `${power} bhp`,
        torque: empty ? "" : `${whole(60, 400)}Nm@ ${whole(15, 40) * 100}rpm`,
        seats: empty ? "" : pick([5, 7, 8, 4], 3),
      };
    }),
  );
}
