/** One thing that the reference explains. */
export interface Line {
  href: string;
  text: string;
  /** The method of a call, or the status of an error. */
  mark?: string;
  path?: string;
}

/** A section of the reference with what is in it. */
export interface Group {
  href: string;
  title: string;
  /** Of a title that the document gives, for a page in another language. */
  lang?: "en";
  lines: Line[];
}

/** The lines of the contents that have every word of a search in the path, the summary, the name or the section. */
export function searchContents(groups: Group[], search: string): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ lines, ...group }) => ({
      ...group,
      lines: lines.filter(({ href, text, mark = "", path = "" }) => {
        const searched = `${href} ${text} ${mark} ${path} ${group.title}`.toLowerCase();
        return words.every((word) => searched.includes(word));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
