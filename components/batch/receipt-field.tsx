interface ReceiptFieldProps {
  wanted: boolean;
  onChange: (wanted: boolean) => void;
}

/** Whether each estimate gets its receipt, by which what came true is reported later. */
export function ReceiptField({ wanted, onChange }: ReceiptFieldProps) {
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
        Add a receipt to each row
      </label>
      <p id="receipts-hint" className="max-w-[38rem] text-small text-quiet">
        One more column, by which you can report what came true. The file becomes several times as large.
      </p>
    </div>
  );
}
