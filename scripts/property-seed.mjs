import fc from "fast-check";

/**
 * Properties are tried with the same examples in every run, so that a change is judged by what it changes; `SEED=7 npm
 * run unit` tries others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
