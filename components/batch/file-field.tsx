import { bytesInWords } from "./words";
import { asSentence } from "@/components/words";
import { useState, type DragEvent } from "react";

interface FileFieldProps {
  file: File | undefined;
  fault: string | undefined;
  onChoose: (file: File) => void;
}

/** A file to be chosen, or dropped on the field. */
export function FileField({ file, fault, onChoose }: FileFieldProps) {
  const [over, setOver] = useState(false);

  function drag(event: DragEvent, isOver: boolean) {
    event.preventDefault();
    setOver(isOver);
  }
  function take(files: FileList | null) {
    if (files?.[0]) onChoose(files[0]);
  }

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
        className={`${file ? "min-h-13 px-6 py-3" : "min-h-36 p-6 text-lead"} flex cursor-pointer flex-wrap content-center items-baseline justify-center gap-x-2 border border-dashed border-edge bg-wash hover:border-ink has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent data-over:border-solid data-over:border-accent data-over:text-accent`}
      >
        <span className="font-medium">{file ? "Choose another CSV file" : "Choose a CSV file"}</span>
        <span className="text-quiet pointer-coarse:hidden">or drop it here</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-invalid={fault !== undefined}
          aria-describedby={file ? "batch-file" : undefined}
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again once it has been corrected.
            event.target.value = "";
          }}
          className="sr-only"
        />
      </label>
      <div id="batch-file" aria-live="polite">
        {file && (
          <p className="mt-4 text-small wrap-anywhere">
            <span className="font-medium">{file.name}</span>, {bytesInWords(file.size)}
          </p>
        )}
        {fault && <p className="mt-2 max-w-[38rem] border-l-2 border-rust pl-4 text-rust">{asSentence(fault)}</p>}
      </div>
    </div>
  );
}
