import { catalogue } from "../../language/locale";
import type { RowNames } from "../row-names";

/** Why an estimate is outside the data, in the language of the description; each is the middle of a sentence. */
export const WARNING_WORDS = catalogue({
  en: {
    unknownLevel: (label: string) => `${label}: the model does not know this value`,
    countsAsNone: "it counts as none of the known values",
    noOtherLevel: ({ row }: RowNames) => `no ${row} has such a value`,
    countsAsRare: (rows: string) => `it is estimated like all rare values together (${rows})`,
    neverMissing: ({ row }: RowNames, label: string) => `${label}: this answer is missing, but every ${row} has it`,
    belowZero: (estimate: string, label: string, { row }: RowNames) =>
      `the estimate is ${estimate}, but the ${label} of every ${row} is greater than 0`,
    impossible: (estimate: string, label: string) =>
      `the estimate is ${estimate}, but the ${label} cannot be less than 0`,
    farFromAverage: ({ data }: RowNames, measured: string) =>
      `this combination of values is more unusual than any in the ${data}: its leverage is ${measured}`,
    slightlyLarger: "slightly larger than the largest there",
    timesTheLargest: (times: string) => `${times} times the largest there`,
    inGap: (rows: string, measured: string, { data }: RowNames) =>
      `this combination of values is in a gap of the ${data}: the nearest of ${rows} is ${measured} any of them is from its own nearest row`,
    allRows: (rows: string) => rows,
    keptRows: (rows: string) => `the ${rows} kept`,
    timesAsFar: (times: string) => `${times} times as far away as`,
    slightlyFurtherThan: "slightly further away than",
    neverSeen: ({ row }: RowNames, label: string, level: string) => `${label}: no ${row} has the value “${level}”`,
    seenOnce: ({ row }: RowNames, label: string, level: string) =>
      `${label}: only 1 ${row} has the value “${level}”, and the estimate depends on it`,
    beyond: (label: string, value: string, end: Extreme, extreme: string, { data }: RowNames) =>
      `${label}: ${value} is ${ENGLISH_EXTREMES[end]} in the ${data}, ${extreme}`,
  },
  de: {
    unknownLevel: (label) => `${label}: Das Modell kennt diesen Wert nicht`,
    countsAsNone: "er zählt als keiner der bekannten Werte",
    noOtherLevel: ({ row }) => `keine ${row} hat einen solchen Wert`,
    countsAsRare: (rows) => `er wird geschätzt wie alle seltenen Werte zusammen (${rows})`,
    neverMissing: ({ row }, label) => `${label}: Diese Angabe fehlt, aber jede ${row} hat sie`,
    belowZero: (estimate, label, { row }) =>
      `die Schätzung beträgt ${estimate}, aber in jeder ${row} ist der Wert größer als 0 (${label})`,
    impossible: (estimate, label) =>
      `die Schätzung beträgt ${estimate}, aber der Wert kann nicht kleiner als 0 sein (${label})`,
    farFromAverage: ({ data }, measured) =>
      `diese Kombination von Werten ist ungewöhnlicher als jede in den ${data}: Ihr Hebelwert ist ${measured}`,
    slightlyLarger: "etwas größer als der größte dort",
    timesTheLargest: (times) => `${times}-mal so groß wie der größte dort`,
    inGap: (rows, measured, { data }) =>
      `diese Kombination von Werten fällt in eine Lücke der ${data}: Die nächste von ${rows} ist ${measured} irgendeine von ihnen von ihrer eigenen nächsten Zeile`,
    allRows: (rows) => rows,
    keptRows: (rows) => `den ${rows}, die das Modell aufbewahrt,`,
    timesAsFar: (times) => `${times}-mal so weit entfernt wie`,
    slightlyFurtherThan: "etwas weiter entfernt als",
    neverSeen: ({ row }, label, level) => `${label}: Keine ${row} hat den Wert „${level}“`,
    seenOnce: ({ row }, label, level) =>
      `${label}: Nur 1 ${row} hat den Wert „${level}“, und die Schätzung hängt davon ab`,
    beyond: (label, value, end, extreme, { data }) =>
      `${label}: Der Wert ${value} liegt ${GERMAN_EXTREMES[end]} in den ${data} (${extreme})`,
  },
});

/** What a value is beyond. */
export type Extreme = "smallest" | "largest" | "first" | "last";

const ENGLISH_EXTREMES: Readonly<Record<Extreme, string>> = {
  smallest: "less than the smallest value",
  largest: "more than the largest value",
  first: "before the first date",
  last: "after the last date",
};

const GERMAN_EXTREMES: Readonly<Record<Extreme, string>> = {
  smallest: "unter dem kleinsten",
  largest: "über dem größten",
  first: "vor dem frühesten",
  last: "nach dem spätesten",
};
