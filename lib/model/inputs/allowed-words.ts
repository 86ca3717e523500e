import { catalogue } from "../../language/locale";

/** Which values of an input are allowed: "500 to 50,000 sq ft", "yes or no", "gas, oil or one of 12 more". */
export const ALLOWED_WORDS = catalogue({
  en: {
    to: (min: string, max: string) => `${min} to ${max}`,
    least: (min: string) => `at least ${min}`,
    most: (max: string) => `at most ${max}`,
    later: (date: string) => `${date} or later`,
    earlier: (date: string) => `${date} or earlier`,
    yesOrNo: "yes or no",
    or: (others: string, last: string) => `${others} or ${last}`,
    oneMore: (count: string) => `one of ${count} more`,
    orOther: (levels: string) => `${levels}, or another text`,
    other: "another text",
  },
  de: {
    to: (min, max) => `${min} bis ${max}`,
    least: (min) => `mindestens ${min}`,
    most: (max) => `höchstens ${max}`,
    later: (date) => `${date} oder später`,
    earlier: (date) => `${date} oder früher`,
    yesOrNo: "ja oder nein",
    or: (others, last) => `${others} oder ${last}`,
    oneMore: (count) => `einer von ${count} weiteren Werten`,
    orOther: (levels) => `${levels}, oder ein anderer Text`,
    other: "ein anderer Text",
  },
});
