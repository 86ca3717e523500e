import { catalogue, DEFAULT_LOCALE, type Locale } from "../language/locale";
import type { Evidence } from "./evidence";

/** What the rows of a model are called, in sentences. */
export interface RowNames {
  row: string;
  rows: string;
  data: string;
  /** Rows that the estimates were not fitted to. */
  unseen: string;
  /** Behind a count of rows: how their estimates were made without them; "" where they never took part in a fit. */
  leftOut: string;
  /** Behind a statement of their estimates: ", each by the model fitted without that row". */
  without: string;
}

const FITTED = catalogue<RowNames>({
  en: {
    row: "training row",
    rows: "training rows",
    data: "training data",
    unseen: "rows left out",
    leftOut: ", each left out in turn",
    without: ", each by the model fitted without that row",
  },
  de: {
    row: "Trainingszeile",
    rows: "Trainingszeilen",
    data: "Trainingsdaten",
    unseen: "ausgelassene Zeilen",
    leftOut: ", jede der Reihe nach ausgelassen",
    without: ", jede vom Modell, das ohne diese Zeile trainiert ist",
  },
});
const CALIBRATION = catalogue<RowNames>({
  en: {
    row: "calibration row",
    rows: "calibration rows",
    data: "calibration data",
    unseen: "calibration rows",
    leftOut: ", which the fit has not seen",
    without: ", without any of these rows in the fit",
  },
  de: {
    row: "Kalibrierungszeile",
    rows: "Kalibrierungszeilen",
    data: "Kalibrierungsdaten",
    unseen: "Kalibrierungszeilen",
    leftOut: ", die das Training nicht gesehen hat",
    without: ", ohne dass eine dieser Zeilen im Training war",
  },
});

/** Names for the rows that came with a model: those that it was fitted to, or those of a calibration table. */
export function rowNames(evidence: Pick<Evidence, "calibration"> | null, locale: Locale = DEFAULT_LOCALE): RowNames {
  return (evidence?.calibration ? CALIBRATION : FITTED)[locale];
}
