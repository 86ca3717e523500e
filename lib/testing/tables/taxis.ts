import { dayAfter, draw, round, rowsOf, toCsv } from "./draw";

/** In the shape of a tutorial's table of taxi rides: tips, many of them zero, which the total amount gives away. */
export function taxis(rows = 1_500): string {
  const { whole, normal, pick, chance, between } = draw(6);
  return toCsv(
    rowsOf(rows, () => {
      const distance = round(Math.exp(normal(0.6, 0.8)), 2);
      const fare = round(2.5 + 2.5 * distance + between(0, 4), 2);
      const card = chance(0.68);
      const tip = card && chance(0.9) ? round(fare * Math.exp(normal(-1.6, 0.5)), 2) : 0;
      const [extra, tolls] = [pick([0, 0.5, 1]), chance(0.05) ? 5.76 : 0];
      const minute = String(whole(0, 59)).padStart(2, "0");
      const hour = String(whole(0, 23)).padStart(2, "0");
      return {
        VendorID: whole(1, 2),
        tpep_pickup_datetime: `${dayAfter("2016-01-01", whole(0, 181))} ${hour}:${minute}:00`,
        passenger_count: pick([1, 2, 3, 5, 6, 4], 3),
        trip_distance: distance,
        RatecodeID: pick([1, 2, 5], 6),
        store_and_fwd_flag: chance(0.01) ? "Y" : "N",
        payment_type: card ? 1 : 2,
        fare_amount: fare,
        extra,
        mta_tax: 0.5,
        tip_amount: tip,
        tolls_amount: tolls,
        total_amount: round(fare + extra + 0.5 + tip + tolls, 2),
      };
    }),
  );
}
