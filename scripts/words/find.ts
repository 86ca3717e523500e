import { MOST_WORDS, NAMES, PHRASES } from "./rules";
import { countWords, isForPeople, sentencesOf, type Text } from "./texts";

export interface Finding {
  path: string;
  line: number;
  kind: "phrase" | "name" | "long" | "outside";
  text: string;
  /** What is wrong, and what to do. */
  what: string;
}

/** Where components and pages are made of words: there each text is in a catalogue. */
const OF_PAGES = /^(app|components)\//;

/** What is wrong with a text: phrases, names and long sentences in English; texts of pages outside of a catalogue. */
export function findIn(text: Text): Finding[] {
  const { path, line, language } = text;
  const found: Finding[] = [];
  const complain = (kind: Finding["kind"], what: string, about = text.text) =>
    found.push({ path, line, kind, text: about, what });
  if (language === "code") {
    if (!isForPeople(text)) return [];
    if (OF_PAGES.test(path)) {
      complain("outside", "put it into a catalogue");
      return found;
    }
  }
  if (language !== "de") {
    for (const { pattern, instead } of PHRASES) {
      const phrase = pattern.exec(text.text);
      if (phrase) complain("phrase", `"${phrase[0]}": write ${instead}`);
    }
    for (const { name, not } of NAMES) {
      const other = not.exec(text.text);
      if (other) complain("name", `"${other[0]}" is called ${name}`);
    }
  }
  for (const sentence of sentencesOf(text.text)) {
    const count = countWords(sentence);
    if (count > MOST_WORDS) complain("long", `${count} words; ${MOST_WORDS} at most`, sentence);
  }
  return found;
}
