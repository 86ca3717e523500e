/** What the words of pages, messages and documents must not be. */
export interface PhraseRule {
  /** What is found, in English texts. */
  pattern: RegExp;
  /** What to write. */
  instead: string;
}

/** Phrases that readers stumble over. */
export const PHRASES: PhraseRule[] = [
  { pattern: /\btimes out of (ten|\d+)\b/i, instead: "8 out of 10" },
  {
    pattern: /\b(ones?|those) like (this|these|it)\b/i,
    instead: "name what is alike: similar houses, similar estimates",
  },
  { pattern: /\bwhat it is asked\b|\bis asked about\b/i, instead: "recent inputs" },
  { pattern: /\bof so many\b/i, instead: "a subject first" },
  { pattern: /\bin the world\b/i, instead: "monitoring, in use" },
  { pattern: /\b(told|whoever|whomever|those who|whom)\b/i, instead: "a name: the owner, the reader, the server" },
  { pattern: /\b(asked|said)\b/i, instead: "a verb of what happens: requires, shows, reports" },
  { pattern: /\bshall\b/i, instead: "must, or the present tense" },
  { pattern: /\bdear (houses?|ones?|cases?)\b/i, instead: "expensive" },
  { pattern: /\bworked out (from|by)\b/i, instead: "calculated" },
  { pattern: /\bnobody (is|has|was)\b/i, instead: "no one is, there are no" },
  { pattern: /\bwhat came true\b|\bcame true\b|\bcomes true\b/i, instead: "outcome, actual value" },
  { pattern: /\bon ones\b|\bin the place of\b/i, instead: "instead of" },
  { pattern: /\bthe truth\b/i, instead: "the actual value" },
  { pattern: /\bis made of what\b/i, instead: "a plain noun" },
  { pattern: /\bor else\b/i, instead: "otherwise" },
  { pattern: /\bperhaps\b/i, instead: "may" },
  { pattern: /\bfaults?\b(?=.*\b(request|call)\b)/i, instead: "error" },
];

/** One name for a thing: what it is called, and what it must not be called. */
export const NAMES: { name: string; not: RegExp }[] = [
  { name: "API reference", not: /\bAPI (docs|documentation)\b/i },
  { name: "input drift", not: /\b(data|feature|covariate) drift\b/i },
  { name: "training data", not: /\blearn(ed|t) from\b|\bexamples that the model\b/i },
  { name: "CSV file", not: /\b(whole table|table file)\b/i },
  { name: "owner", not: /\b(administrator|admin user)\b/i },
  { name: "model card", not: /\bmodel report\b/i },
  { name: "contribution", not: /\b(attribution|feature importance)\b/i },
  { name: "outcome", not: /\b(ground truth|true outcome)\b/i },
  { name: "API key", not: /\b(API token|access key)\b/i },
  { name: "estimate", not: /\b(forecast|predicted value)s?\b(?! standard deviation)/i },
  { name: "level", not: /\b(confidence level|coverage level)\b/i },
  { name: "challenger", not: /\b(candidate model|contender)\b/i },
];

/** Words that a sentence may have. */
export const MOST_WORDS = 30;
