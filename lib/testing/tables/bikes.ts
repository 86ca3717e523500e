import { dayAfter, draw, round, rowsOf, toCsv } from "./draw";

const HOLIDAYS = new Set(["01-01", "01-17", "02-21", "05-30", "07-04", "09-05", "10-10", "11-11", "11-24", "12-26"]);

/** In the shape of a tutorial's table of hired bicycles: a row for each day of two years; casual + registered = cnt. */
export function bikes(): string {
  const { normal, pick, between } = draw(7);
  return toCsv(
    rowsOf(731, (row) => {
      const day = dayAfter("2011-01-01", row);
      const [month, weekday] = [Number(day.slice(5, 7)), new Date(`${day}T00:00:00Z`).getUTCDay()];
      const holiday = HOLIDAYS.has(day.slice(5)) && weekday > 0 && weekday < 6;
      const temp = 0.5 - 0.3 * Math.cos((2 * Math.PI * (row % 365)) / 365) + normal(0, 0.05);
      const working = weekday > 0 && weekday < 6 && !holiday;
      const [casual, registered] = [
        Math.max(2, round(1500 * temp * (working ? 0.6 : 1.6) + normal(0, 200))),
        Math.max(20, round(1200 + 3200 * temp + 2.5 * row + (working ? 600 : 0) + normal(0, 450))),
      ];
      return {
        instant: row + 1,
        dteday: day,
        season: Math.floor((month % 12) / 3) + 1,
        yr: Number(day.startsWith("2012")),
        mnth: month,
        holiday: Number(holiday),
        weekday,
        workingday: Number(working),
        weathersit: pick([1, 2, 3], 2),
        temp: round(temp, 6),
        hum: round(between(0.2, 0.97), 6),
        windspeed: round(between(0.02, 0.5), 6),
        casual,
        registered,
        cnt: casual + registered,
      };
    }),
  );
}
