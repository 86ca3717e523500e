import { catalogue } from "../../language/locale";
import type { RowNames } from "../row-names";

/** Why an estimate is outside the data, in the language of the description; each is the middle of a sentence. */
export const WARNING_WORDS = catalogue({
  en: {
    unknownLevel: (label: string) => `this ${label} is not among those that the model knows`,
    countsAsNone: "it counts as none of them",
    noOtherLevel: ({ row }: RowNames) => `no ${row} has another`,
    countsAsRare: (rows: string, isOne: boolean) =>
      `it is estimated as the rare ones are together, which ${rows} ${isOne ? "has" : "have"}`,
    neverMissing: ({ row }: RowNames, label: string) => `every ${row} has ${label}`,
    belowZero: (estimate: string, label: string, { row }: RowNames) =>
      `the estimate is ${estimate}, and no ${row} has ${label} of 0 or less`,
    impossible: (estimate: string, label: string) =>
      `the estimate is ${estimate}, and ${label} cannot be less than 0`,
    farFromAverage: ({ row }: RowNames, measured: string) =>
      `the combination is further from the average row than any ${row}: ${measured}`,
    slightlyFurther: "slightly more than the furthest",
    timesTheFurthest: (times: string) => `${times} times the furthest`,
    inGap: (rows: string, measured: string, { row }: RowNames) =>
      `the combination is in a gap between ${rows}: the nearest is ${measured} any ${row} is from the one nearest to it`,
    allRows: (rows: string) => `all ${rows}`,
    keptRows: (rows: string) => `the ${rows} kept`,
    timesAsFar: (times: string) => `${times} times as far away as`,
    slightlyFurtherThan: "slightly further away than",
    neverSeen: ({ row }: RowNames, label: string, level: string) => `no ${row} has ${label} ${level}`,
    seenOnce: ({ row }: RowNames, label: string, level: string) =>
      `only one ${row} has ${label} ${level}, and the estimate rests on it`,
    beyond: (label: string, value: string, end: Extreme, extreme: string, { data }: RowNames) =>
      `${label} is ${value}, and the ${end} in the ${data} is ${extreme}`,
  },
  de: {
    unknownLevel: (label) => `das Modell kennt diesen Wert nicht (${label})`,
    countsAsNone: "er zählt als keiner der bekannten",
    noOtherLevel: ({ row }) => `keine ${row} hat einen solchen`,
    countsAsRare: (rows) => `er wird geschätzt wie die seltenen Werte zusammen (${rows})`,
    neverMissing: ({ row }, label) => `jede ${row} hat diese Angabe (${label})`,
    belowZero: (estimate, label, { row }) =>
      `die Schätzung beträgt ${estimate}, aber in keiner ${row} ist der Wert 0 oder kleiner (${label})`,
    impossible: (estimate, label) =>
      `die Schätzung beträgt ${estimate}, aber der Wert kann nicht kleiner als 0 sein (${label})`,
    farFromAverage: ({ row }, measured) =>
      `die Kombination ist weiter von der durchschnittlichen Zeile entfernt als jede ${row}: ${measured}`,
    slightlyFurther: "etwas weiter als die entfernteste",
    timesTheFurthest: (times) => `${times}-mal so weit wie die entfernteste`,
    inGap: (rows, measured, { row }) =>
      `die Kombination fällt in eine Lücke zwischen ${rows}: Die nächste ist ${measured} irgendeine ${row} von ihrer nächsten`,
    allRows: (rows) => `allen ${rows}`,
    keptRows: (rows) => `den ${rows}, die das Modell aufbewahrt`,
    timesAsFar: (times) => `${times}-mal so weit entfernt wie`,
    slightlyFurtherThan: "etwas weiter entfernt als",
    neverSeen: ({ row }, label, level) => `in keiner ${row} kommt vor: ${label} ${level}`,
    seenOnce: ({ row }, label, level) =>
      `nur in einer ${row} kommt vor: ${label} ${level}; die Schätzung stützt sich darauf`,
    beyond: (label, value, end, extreme, { data }) =>
      `${label}: ${value}, ${GERMAN_EXTREMES[end]} in den ${data}: ${extreme}`,
  },
});

/** What a value is beyond. */
export type Extreme = "smallest" | "largest" | "first" | "last";

const GERMAN_EXTREMES: Readonly<Record<Extreme, string>> = {
  smallest: "kleinster Wert",
  largest: "größter Wert",
  first: "frühester Zeitpunkt",
  last: "spätester Zeitpunkt",
};
