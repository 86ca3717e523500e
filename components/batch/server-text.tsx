import { asSentence } from "@/components/words";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Spec } from "@/lib/model/spec";
import { ANSWER_WORDS } from "./answer-words";
import { labelsOf, subjectsOf, type Labels } from "./labels";

interface ServerTextProps {
  /** A cell of the column `warnings` or `error`. */
  text: string;
  kind: "outside" | "check";
  spec: Spec;
  labels: Labels;
}

/** What the server writes of a row in English; before it, for other readers, what it is about. */
export function ServerText({ text, kind, spec, labels }: ServerTextProps) {
  const introduce = useWords(ANSWER_WORDS)[kind];
  const write = useWriter();
  const own = labelsOf(spec);
  const before = introduce?.(write.list(subjectsOf(text, labels).map((name) => own[name] ?? name)));
  return (
    <>
      {before && `${before} `}
      <span lang="en">{asSentence(text)}</span>
    </>
  );
}
