import { CodeBox } from "@/components/calls/code-box";
import { CopyButton } from "@/components/copy-button";
import { Disclosure } from "@/components/disclosure";
import { useWords } from "@/components/language/use-words";
import { DOCS_WORDS } from "./words";
import { writeJson } from "./write-json";

interface ExampleListProps {
  /** The beginning of the id of each in the page. */
  id: string;
  title: string;
  examples: Record<string, { value: unknown }> | undefined;
  open?: boolean;
}

/** Examples by name, or one without a name, each on demand and to be copied. */
export function ExampleList({ id, title, examples = {}, open }: ExampleListProps) {
  const words = useWords(DOCS_WORDS);
  return Object.entries(examples).map(([name, { value }], index) => {
    const about = name.replaceAll("_", " ");
    const label = [title, about].filter(Boolean).join(": ");
    const summary = about ? (
      <>
        {title}: <span lang="en">{about}</span>
      </>
    ) : (
      title
    );
    const own = `${id}-${index}`;
    return (
      <Disclosure key={name} summary={summary} className="mt-2 text-ink" open={open}>
        <div className="-mt-2 text-right text-small">
          <CopyButton of={own}>{words.copy}</CopyButton>
        </div>
        <CodeBox id={own} label={label} text={typeof value === "string" ? value : writeJson(value)} />
      </Disclosure>
    );
  });
}
