/** A raw input's value as the person gave it: number and integer → number, boolean → boolean, category → its level. */
export type GivenValue = number | boolean | string;
/** Null where the input may be missing and is: its description says what is assumed then. */
export type InputValue = GivenValue | null;
export type Inputs = Record<string, InputValue>;
