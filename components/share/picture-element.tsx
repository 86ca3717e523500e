import type { CSSProperties, ReactNode } from "react";
import { drawable, type HasGlyph } from "./glyphs";
import type { Drawn, Picture, Reason } from "./picture";

/** What chats and social networks show a link by. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** The light colours of app/globals.css, which the renderer does not read. */
const COLORS = {
  paper: "#fbfaf6",
  ink: "#171a17",
  quiet: "#5b5f58",
  rule: "#dcd9ce",
  edge: "#83867d",
  accent: "#0f4f3c",
  rust: "#9a4318",
};
const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;

/** A digit of the font is about so much of its size wide, with the headline's tight spacing. */
const DIGIT_WIDTH = 0.56;
const LARGEST_FIGURE = 116;
/** Where there is more to say below it. */
const SMALLER_FIGURE = 92;
const SMALLEST_FIGURE = 44;

/** Characters of a label and its value that have room in a column. */
const MOST_IN_COLUMN = 26;

/** A picture as elements of the renderer, which lays out with flexbox alone and knows no classes. */
export function PictureElement({ picture, has }: { picture: Picture; has: HasGlyph }): ReactNode {
  const { title, lead, headline, isFigure, bar, warning, text, facts, reasons, limit, hasDisclaimer } = picture;
  const write = (drawn: Drawn, longest?: number) => drawable([drawn].flat(), has, longest);
  const said = write(text);
  const { size, most } = linesOf(said, isFigure);
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: WIDTH,
        height: HEIGHT,
        padding: `38px ${MARGIN}px 40px`,
        background: COLORS.paper,
        color: COLORS.ink,
        fontFamily: "Geist",
      }}
    >
      <div
        style={{
          display: "flex",
          justifyContent: "space-between",
          alignItems: "center",
          paddingBottom: 16,
          borderBottom: `2px solid ${COLORS.rule}`,
        }}
      >
        <Lines size={30} most={1} width={INNER - 260} weight={500}>
          {title ? write(title, 90) : ""}
        </Lines>
        <Mark />
      </div>
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1, justifyContent: "center", paddingTop: 8 }}>
        {lead && (
          <Lines size={28} most={1} color={COLORS.quiet}>
            {write(lead, 100)}
          </Lines>
        )}
        {isFigure ? (
          <Figure largest={warning || most > 2 ? SMALLER_FIGURE : LARGEST_FIGURE}>{write(headline, 60)}</Figure>
        ) : (
          <Title>{write(headline, 90)}</Title>
        )}
        {bar && <Bar {...bar} />}
        {warning && (
          <Lines size={28} most={1} color={COLORS.rust} weight={500} above={8}>
            {write(warning)}
          </Lines>
        )}
        <Lines size={size} most={most} above={10}>
          {said}
        </Lines>
        {facts.map((fact, index) => (
          <Lines
            key={index}
            size={28}
            most={2}
            above={index === 0 ? 24 : 6}
            color={index === 0 ? COLORS.ink : COLORS.quiet}
          >
            {write(fact)}
          </Lines>
        ))}
      </div>
      {reasons.length > 0 && (
        <div style={{ display: "flex", marginTop: 10, marginBottom: 18 }}>
          {reasons.map((reason, index) => (
            <ReasonColumn key={index} reason={reason} width={INNER / reasons.length} write={write} />
          ))}
        </div>
      )}
      <div
        style={{
          display: "flex",
          borderLeft: `4px solid ${hasDisclaimer ? COLORS.rust : COLORS.edge}`,
          paddingLeft: 18,
        }}
      >
        <Lines
          size={22}
          most={2}
          width={INNER - 22}
          color={hasDisclaimer ? COLORS.ink : COLORS.quiet}
          weight={hasDisclaimer ? 500 : 400}
        >
          {write(limit)}
        </Lines>
      </div>
    </div>
  );
}

interface LinesProps {
  children: string;
  size: number;
  /** Lines that are shown; what is cut off ends in "…". */
  most: number;
  width?: number;
  color?: string;
  weight?: number;
  above?: number;
}

function Lines({ children, size, most, width = INNER, color = COLORS.ink, weight = 400, above = 0 }: LinesProps) {
  if (children === "") return <div style={{ display: "flex" }} />;
  const style: CSSProperties = {
    display: "block",
    width,
    marginTop: above,
    fontSize: size,
    fontWeight: weight,
    lineHeight: 1.3,
    color,
    // A word that is longer than a line is broken rather than cut.
    wordBreak: "break-word",
    lineClamp: most,
    textOverflow: "ellipsis",
    overflow: "hidden",
  };
  return <div style={style}>{children}</div>;
}

/** How a text is set: what a range claims must not be cut off before what was measured against it. */
function linesOf(text: string, isFigure: boolean): { size: number; most: number } {
  if (!isFigure) return { size: 34, most: 3 };
  if (text.length <= 150) return { size: 29, most: 2 };
  return text.length <= 270 ? { size: 24, most: 3 } : { size: 22, most: 4 };
}

/** As large as its line allows. */
function Figure({ children, largest }: { children: string; largest: number }) {
  const size = INNER / (DIGIT_WIDTH * Math.max(1, [...children].length));
  return (
    <div
      style={{
        display: "flex",
        fontSize: Math.min(largest, Math.max(SMALLEST_FIGURE, size)),
        fontWeight: 400,
        lineHeight: 1.05,
        letterSpacing: "-0.045em",
        whiteSpace: "nowrap",
        overflow: "hidden",
      }}
    >
      {children}
    </div>
  );
}

function Title({ children }: { children: string }) {
  const size = [...children].length > 40 ? 54 : 76;
  return (
    <Lines size={size} most={2}>
      {children}
    </Lines>
  );
}

/** The range on a hairline as long as the training data, with a ring where the estimate is. */
function Bar({ low, high, estimate }: NonNullable<Picture["bar"]>) {
  const x = (share: number) => Math.round(10 + share * (INNER - 20));
  return (
    <svg width={INNER} height={36} viewBox={`0 0 ${INNER} 36`} style={{ marginTop: 10 }}>
      <line x1={0} x2={INNER} y1={18} y2={18} stroke={COLORS.edge} strokeWidth={2} />
      <line x1={x(low)} x2={x(high)} y1={18} y2={18} stroke={COLORS.accent} strokeWidth={9} />
      <circle cx={x(estimate)} cy={18} r={11} fill={COLORS.paper} stroke={COLORS.accent} strokeWidth={5} />
    </svg>
  );
}

function ReasonColumn({
  reason,
  width,
  write,
}: {
  reason: Reason;
  width: number;
  write: (drawn: Drawn, longest?: number) => string;
}) {
  const inner = width - 28;
  const [label, value] = [write(reason.label, 60), write(reason.value, 40)];
  const isLong = label.length + value.length > MOST_IN_COLUMN;
  const parts = [label, isLong ? write(reason.bare, 40) : value];
  return (
    <div style={{ display: "flex", flexDirection: "column", width }}>
      <Lines size={32} most={1} width={inner} weight={500} color={reason.raises ? COLORS.accent : COLORS.rust}>
        {write(reason.amount)}
      </Lines>
      <Lines size={23} most={1} width={inner} color={COLORS.quiet}>
        {parts.filter((part) => part !== "").join(": ")}
      </Lines>
    </div>
  );
}

/** The mark and the name of the site; see components/wordmark.tsx. */
function Mark() {
  return (
    <div style={{ display: "flex", alignItems: "center", fontSize: 30, fontWeight: 500, color: COLORS.ink }}>
      <svg width={30} height={33} viewBox="0 0 20 22" style={{ marginRight: 14 }}>
        <path
          d="M1 21V8.5L10 1l9 7.5V21zM10 1v20M1 13.5h18"
          fill="none"
          stroke={COLORS.accent}
          strokeWidth={1.6}
          strokeLinejoin="round"
        />
      </svg>
      Glasshouse
    </div>
  );
}
