import { useWords } from "@/components/language/use-words";
import { TABLE_WORDS } from "./table-words";

interface ReceiptFieldProps {
  wanted: boolean;
  onChange: (wanted: boolean) => void;
}

/** Whether each estimate gets its receipt, for reporting the outcome later. */
export function ReceiptField({ wanted, onChange }: ReceiptFieldProps) {
  const words = useWords(TABLE_WORDS);
  return (
    <div className="mt-8">
      <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={wanted}
          aria-describedby="receipts-hint"
          onChange={(event) => onChange(event.target.checked)}
          className="size-5 shrink-0 accent-accent"
        />
        {words.receipt}
      </label>
      <p id="receipts-hint" className="max-w-[38rem] text-small text-quiet">
        {words.receiptHint}
      </p>
    </div>
  );
}
