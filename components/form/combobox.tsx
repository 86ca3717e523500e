import { useWords } from "@/components/language/use-words";
import { useReady } from "@/components/use-ready";
import { useEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from "react";
import { findLevels } from "./find-levels";
import { FIELD_WORDS } from "./words";

/** The most levels that are listed at once; typing finds the others. */
const MOST_LISTED = 100;

interface ComboboxProps {
  /** What the levels are called. */
  levels: readonly string[];
  /** The attributes of the field: its id, its name, its value and its listeners. */
  field: ComponentProps<"input"> & { id: string };
  /** A level was taken from the list. */
  onPick: (level: string) => void;
}

/**
 * A text field with a list of levels that typing narrows: the editable combobox of the ARIA Authoring Practices. Where no
 * script runs, it is a field with the browser's own list.
 */
export function Combobox({ levels, field, onPick }: ComboboxProps) {
  const ready = useReady();
  const words = useWords(FIELD_WORDS);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const { id } = field;
  const found = findLevels(levels, text);
  const listed = found.slice(0, MOST_LISTED);
  const shown = ready && open && listed.length > 0;

  useEffect(() => {
    if (shown) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [shown, active]);

  /** All levels, beginning at the one that is in the field. */
  function unfold(value: string) {
    setText("");
    setActive(levels.slice(0, MOST_LISTED).indexOf(value));
    setOpen(true);
  }

  function pick(level: string) {
    onPick(level);
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      if (!shown) return unfold(event.currentTarget.value);
      const count = listed.length;
      setActive(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
    } else if (event.key === "Enter" && shown && active >= 0) {
      event.preventDefault();
      pick(listed[active]!);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      setOpen(false);
    }
  }

  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": shown,
    "aria-controls": `${id}-levels`,
    "aria-activedescendant": shown && active >= 0 ? `${id}-level-${active}` : undefined,
  } as const;
  return (
    <div className="relative">
      <input
        {...field}
        {...(ready ? combobox : { list: `${id}-levels` })}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        // What is typed replaces the level that is there.
        onFocus={(event) => event.currentTarget.select()}
        onClick={(event) => !shown && unfold(event.currentTarget.value)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
          field.onChange?.(event);
        }}
        onBlur={(event) => {
          setOpen(false);
          field.onBlur?.(event);
        }}
      />
      {ready ? (
        <div className="combobox" hidden={!shown}>
          <ul ref={list} id={`${id}-levels`} role="listbox" aria-labelledby={`${id}-label`}>
            {shown &&
              listed.map((level, index) => (
                <li
                  key={level}
                  id={`${id}-level-${index}`}
                  role="option"
                  aria-selected={index === active}
                  // The field keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(level)}
                >
                  {level}
                </li>
              ))}
          </ul>
          {found.length > listed.length && (
            <p className="px-3 py-2 text-caption text-quiet">{words.moreLevels(found.length - listed.length)}</p>
          )}
        </div>
      ) : (
        <datalist id={`${id}-levels`}>
          {levels.map((level) => (
            <option key={level} value={level} />
          ))}
        </datalist>
      )}
      <span role="status" className="sr-only">
        {shown && text !== "" && words.found(found.length)}
      </span>
    </div>
  );
}
