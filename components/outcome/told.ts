/** What became of an outcome that was told on the page, as the address says it after the form was sent. */
const states = ["stored", "known", "corrected", "opinion", "unlikely", "faulty", "away"] as const;
export type State = (typeof states)[number];

export interface Told {
  state: State;
  receipt: string;
  /** As it was typed, where it is to be looked at again. */
  actual: string;
}

export function readTold(query: URLSearchParams): Told | undefined {
  const state = states.find((each) => each === query.get("outcome"));
  const receipt = query.get("receipt");
  return state && receipt ? { state, receipt, actual: query.get("actual") ?? "" } : undefined;
}

/** The address that says so, at the place of the form. */
export function toldPath(estimatePath: string, { state, receipt, actual }: Told): string {
  const query = new URLSearchParams({ outcome: state, receipt, ...(actual && { actual }) });
  return `${estimatePath}&${query}#outcome`;
}
