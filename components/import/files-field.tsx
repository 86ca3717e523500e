import { bytesInWords } from "@/components/batch/words";
import { asSentence } from "@/components/words";
import { useState, type DragEvent } from "react";

interface FilesFieldProps {
  files: File[];
  fault: string | undefined;
  /** Files in the place of all others. */
  onChoose: (files: File[]) => void;
  /** The same model with a file more or less. */
  onChange: (files: File[]) => void;
}

/** The files of one model, to be chosen or dropped on the field; one can be added later. */
export function FilesField({ files, fault, onChoose, onChange }: FilesFieldProps) {
  const [over, setOver] = useState(false);

  function drag(event: DragEvent, isOver: boolean) {
    event.preventDefault();
    setOver(isOver);
  }
  const take = (list: FileList) => list.length > 0 && onChoose([...list]);

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
        className={`${files.length > 0 ? "min-h-13 px-6 py-3" : "min-h-44 p-6 text-lead"} flex cursor-pointer flex-wrap content-center items-baseline justify-center gap-x-2 border border-dashed border-edge bg-wash hover:border-ink has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent data-over:border-solid data-over:border-accent data-over:text-accent`}
      >
        <span className="font-medium">{files.length > 0 ? "Choose another model" : "Choose model.pkl"}</span>
        <span className="text-quiet pointer-coarse:hidden">or drop it here</span>
        {files.length === 0 && (
          <span className="basis-full text-center text-small text-quiet">
            with the files of a scaler and of a list of columns, if it has them
          </span>
        )}
        <FileInput invalid={fault !== undefined} onFiles={take} />
      </label>
      <div id="import-files" aria-live="polite">
        {files.length > 0 && (
          <ul className="mt-4 text-small">
            {files.map((file) => (
              <li
                key={file.name}
                className="flex items-center justify-between gap-x-4 border-t border-rule first:border-0"
              >
                <span className="py-2 wrap-anywhere">
                  <span className="font-medium">{file.name}</span>, {bytesInWords(file.size)}
                </span>
                {files.length > 1 && (
                  <button
                    type="button"
                    aria-label={`Leave out ${file.name}`}
                    className="link min-h-11 shrink-0 cursor-pointer"
                    onClick={() => onChange(files.filter((other) => other !== file))}
                  >
                    Leave out
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {fault && (
          <p className="mt-3 mb-2 max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere text-rust">
            {asSentence(fault)}
          </p>
        )}
      </div>
      {files.length > 0 && (
        <label className="link inline-flex min-h-11 cursor-pointer items-center text-small has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent">
          Add the file of a scaler or of a list of columns
          <FileInput
            invalid={false}
            onFiles={(list) => {
              const added = [...list];
              onChange([...files.filter(({ name }) => !added.some((file) => file.name === name)), ...added]);
            }}
          />
        </label>
      )}
    </div>
  );
}

function FileInput({ invalid, onFiles }: { invalid: boolean; onFiles: (files: FileList) => void }) {
  return (
    <input
      type="file"
      multiple
      aria-invalid={invalid}
      aria-describedby="import-files"
      onChange={(event) => {
        if (event.target.files) onFiles(event.target.files);
        // The same file can be chosen again once it has been saved anew.
        event.target.value = "";
      }}
      className="sr-only"
    />
  );
}
