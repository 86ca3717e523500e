import { CopyButton } from "@/components/copy-button";
import { useWords } from "@/components/language/use-words";
import { CodeBox } from "./code-box";
import { CALLS_CLIENT_WORDS } from "./client-words";

/** Code under its title, to be copied. */
export function CodeSample({ id, title, text }: { id: string; title: string; text: string }) {
  const words = useWords(CALLS_CLIENT_WORDS);
  return (
    <div className="mt-8 first:-mt-2">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <h3>{title}</h3>
        <CopyButton of={id}>{words.copy}</CopyButton>
      </div>
      <CodeBox id={id} label={title} text={text} />
    </div>
  );
}
