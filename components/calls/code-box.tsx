/** Code as it is; what is too long or too wide scrolls inside the box, by keyboard too. */
export function CodeBox({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <pre
      id={id}
      role="group"
      aria-label={label}
      tabIndex={0}
      className="max-h-112 scroll-mt-16 overflow-auto bg-wash p-4 font-mono text-caption print:max-h-none print:whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}
