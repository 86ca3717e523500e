import { bytesInWords } from "@/components/batch/words";
import { useLocale } from "#locale";
import { asSentence } from "@/components/words";
import { useState, type DragEvent } from "react";
import { DROP_WORDS } from "./drop-words";

interface DropFieldProps {
  /** Of the element that lists the files. */
  id: string;
  /** What to choose first, and what to choose in its place. */
  choose: string;
  another: string;
  hint?: string;
  /** The files that a chooser offers first. */
  accept?: string;
  files: File[];
  fault: string | undefined;
  /** The language of the fault, where it is not that of the page. */
  faultLang?: string;
  /** Files that replace all others. */
  onChoose: (files: File[]) => void;
  /** Where several files belong together: the words for one more, and the same files with one more or less. */
  several?: { add: string; onChange: (files: File[]) => void };
}

/** Files to be chosen, or dropped on the field. Where they belong together, one can be added later. */
export function DropField({
  id,
  choose,
  another,
  hint,
  accept,
  files,
  fault,
  faultLang,
  onChoose,
  several,
}: DropFieldProps) {
  const locale = useLocale();
  const words = DROP_WORDS[locale];
  const [over, setOver] = useState(false);
  const some = files.length > 0;

  function drag(event: DragEvent, isOver: boolean) {
    event.preventDefault();
    setOver(isOver);
  }
  const take = (list: FileList) => list.length > 0 && onChoose(several ? [...list] : [list[0]!]);
  const input = { id, accept, multiple: several !== undefined };

  return (
    <div className="noscript:hidden">
      <label
        data-over={over || undefined}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
        className={`${some ? "min-h-13 px-6 py-3" : "min-h-40 p-6 text-lead"} flex cursor-pointer flex-wrap content-center items-baseline justify-center gap-x-2 border border-dashed border-edge bg-wash hover:border-ink has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent data-over:border-solid data-over:border-accent data-over:text-accent`}
      >
        <span className="font-medium">{some ? another : choose}</span>
        <span className="text-quiet pointer-coarse:hidden">{words.drop}</span>
        {!some && hint && <span className="basis-full text-center text-small text-quiet">{hint}</span>}
        <FileInput {...input} invalid={fault !== undefined} onFiles={take} />
      </label>
      <div id={id} aria-live="polite">
        {some && (
          <ul className="mt-4 text-small">
            {files.map((file) => (
              <li
                key={file.name}
                className="flex items-center justify-between gap-x-4 border-t border-rule first:border-0"
              >
                <span className={`${several ? "py-2" : ""} wrap-anywhere`}>
                  <span className="font-medium">{file.name}</span>, {bytesInWords(file.size, locale)}
                </span>
                {several && files.length > 1 && (
                  <button
                    type="button"
                    aria-label={words.leaveOutFile(file.name)}
                    className="link min-h-11 shrink-0 cursor-pointer"
                    onClick={() => several.onChange(files.filter((other) => other !== file))}
                  >
                    {words.leaveOut}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {fault && (
          <p lang={faultLang} className="mt-3 mb-2 max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere text-rust">
            {asSentence(fault)}
          </p>
        )}
      </div>
      {several && some && (
        <label className="link inline-flex min-h-11 cursor-pointer items-center text-small has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent">
          {several.add}
          <FileInput
            {...input}
            invalid={false}
            onFiles={(list) => {
              const added = [...list];
              several.onChange([...files.filter(({ name }) => !added.some((file) => file.name === name)), ...added]);
            }}
          />
        </label>
      )}
    </div>
  );
}

interface FileInputProps {
  id: string;
  accept: string | undefined;
  multiple: boolean;
  invalid: boolean;
  onFiles: (files: FileList) => void;
}

function FileInput({ id, invalid, onFiles, ...input }: FileInputProps) {
  return (
    <input
      {...input}
      type="file"
      aria-invalid={invalid}
      aria-describedby={id}
      onChange={(event) => {
        if (event.target.files) onFiles(event.target.files);
        // The same file can be chosen again once it has been saved anew.
        event.target.value = "";
      }}
      className="sr-only"
    />
  );
}
