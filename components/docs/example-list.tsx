import { CodeBox } from "@/components/calls/code-box";
import { CopyButton } from "@/components/copy-button";
import { Disclosure } from "@/components/disclosure";
import { writeJson } from "./write-json";

interface ExampleListProps {
  /** What precedes the address of each in the page. */
  id: string;
  title: string;
  examples: Record<string, { value: unknown }> | undefined;
  open?: boolean;
}

/** Examples by name, or one without a name, each on demand and to be copied. */
export function ExampleList({ id, title, examples = {}, open }: ExampleListProps) {
  return Object.entries(examples).map(([name, { value }], index) => {
    const label = [title, name.replaceAll("_", " ")].filter(Boolean).join(": ");
    const own = `${id}-${index}`;
    return (
      <Disclosure key={name} summary={label} className="mt-2 text-ink" open={open}>
        <div className="-mt-2 text-right text-small">
          <CopyButton of={own}>Copy</CopyButton>
        </div>
        <CodeBox id={own} label={label} text={typeof value === "string" ? value : writeJson(value)} />
      </Disclosure>
    );
  });
}
