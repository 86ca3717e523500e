/** A raw input's value as the person gave it: number and integer → number, boolean → boolean, category → its level. */
export type InputValue = number | boolean | string;
export type Inputs = Record<string, InputValue>;
