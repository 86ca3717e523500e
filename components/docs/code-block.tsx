/** Text of a program. Lines that are too long for a phone are broken, so that nothing scrolls sideways. */
export function CodeBlock({ children }: { children: string }) {
  return (
    <pre className="mt-3 bg-wash px-4 py-3 font-mono text-caption wrap-anywhere whitespace-pre-wrap">
      <code>{children}</code>
    </pre>
  );
}
