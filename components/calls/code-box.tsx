/** Code as it is; a line that is too long scrolls inside the box, by keyboard too. */
export function CodeBox({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <pre
      id={id}
      role="group"
      aria-label={label}
      tabIndex={0}
      className="scroll-mt-16 overflow-x-auto bg-wash p-4 font-mono text-caption print:whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}
