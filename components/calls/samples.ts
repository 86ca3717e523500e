import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { asCurl } from "./curl";
import { asFetch } from "./javascript";
import { asPython } from "./python";
import { asR } from "./r";
import { asTypeScript } from "./typescript";

/** A call in one language, and the address of it on its page. */
export interface Sample {
  id: string;
  title: string;
  text: string;
}

/**
 * The same prediction in every language, the first of which a page begins with.
 *
 * @param keyed whether the calls send a key
 */
export function samplesOf({ spec, uncertainty, predictor }: Model, url: string, inputs: Inputs, keyed: boolean) {
  const known = { interval: uncertainty !== null, contributions: predictor.explain !== null };
  return [
    { id: "call-curl", title: "curl", text: asCurl(url, inputs, keyed) },
    { id: "call-javascript", title: "JavaScript", text: asFetch(url, inputs, keyed) },
    { id: "call-typescript", title: "TypeScript", text: asTypeScript(url, spec, inputs, known, keyed) },
    { id: "call-python", title: "Python", text: asPython(url, inputs, keyed) },
    { id: "call-r", title: "R", text: asR(url, inputs, keyed) },
  ] satisfies Sample[];
}
