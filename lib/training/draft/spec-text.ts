/** A description as the text of its file, `model.json`: JSON with short lists on one line. */
export function specText(spec: unknown): string {
  const text = JSON.stringify(spec, null, 2).replace(/[[{]\n[^[\]{}]*\n\s*[\]}]/g, (part) => {
    const line = part.replace(/\n\s*/g, " ");
    return line.length <= 100 ? line : part;
  });
  return `${text}\n`;
}
