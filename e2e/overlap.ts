import type { Page } from "@playwright/test";

/**
 * The labels of charts that stand over a mark or over another label, or reach out of the screen, as they are laid out.
 * Hairlines (`stroke-rule`) may pass behind a label. A label is the text of a drawing, or text of the page near one.
 */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    /** Without the room that a font keeps above and below its letters. */
    const tight = ({ left, right, top, bottom }: DOMRect): Box => {
      const spare = (bottom - top) * 0.2;
      return { left: left + 0.5, right: right - 0.5, top: top + spare, bottom: bottom - spare };
    };
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width + height > 0 && element.checkVisibility({ visibilityProperty: true });
    };
    const charts = [...document.querySelectorAll("main svg.chart")].filter(
      (chart) => !chart.parentElement!.closest("svg") && isShown(chart),
    );

    const labels = charts.flatMap((chart) =>
      [...chart.querySelectorAll("text")]
        .filter((text) => text.textContent.trim() !== "" && isShown(text))
        .map((text) => ({ of: chart, text: text.textContent, box: tight(text.getBoundingClientRect()) })),
    );
    const texts: { text: string; box: Box }[] = [];
    const walker = document.createTreeWalker(document.querySelector("main")!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement!;
      if (node.textContent!.trim() === "" || parent.closest("svg, .sr-only") || !isShown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) texts.push({ text: node.textContent!, box: tight(rect) });
    }

    /** Whether a mark is painted somewhere in a box. */
    const paints = (mark: SVGGeometryElement, box: Box): boolean => {
      const matrix = mark.getScreenCTM()!;
      const { fill, stroke, strokeWidth } = getComputedStyle(mark);
      const pen = stroke === "none" ? 0 : parseFloat(strokeWidth) / 2;
      if (!(mark instanceof SVGPathElement)) {
        const { x, y, width, height } = mark.getBBox();
        const from = new DOMPoint(x, y).matrixTransform(matrix);
        const to = new DOMPoint(x + width, y + height).matrixTransform(matrix);
        const across = width === 0 || !(mark instanceof SVGLineElement) ? pen : 0;
        const up = height === 0 || !(mark instanceof SVGLineElement) ? pen : 0;
        const own = { left: from.x - across, right: to.x + across, top: from.y - up, bottom: to.y + up };
        return meet(box, own);
      }
      const dots = [...mark.getAttribute("d")!.matchAll(/m(-?[\d.]+) ?(-?\d+)h0/g)];
      if (dots.length > 0) {
        let [x, y] = [0, 0];
        return dots.some(([, across, down]) => {
          x += Number(across);
          y += Number(down);
          const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(matrix);
          return meet(box, { left: left - pen, right: left + pen, top: top - pen, bottom: top + pen });
        });
      }
      const back = matrix.inverse();
      const filled = fill !== "none";
      const length = filled ? 0 : mark.getTotalLength();
      for (let step = 0; step <= 400 && length > 0; step++) {
        const { x, y } = mark.getPointAtLength((length * step) / 400);
        const at = new DOMPoint(x, y).matrixTransform(matrix);
        if (at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom) return true;
      }
      for (let x = box.left; filled && x <= box.right; x += 3) {
        for (let y = box.top; y <= box.bottom; y += 3) {
          if (mark.isPointInFill(new DOMPoint(x, y).matrixTransform(back))) return true;
        }
      }
      return false;
    };

    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    labels.forEach(({ text, box }, index) => {
      if (box.left < 0 || box.right > width) found.push(`“${text}” reaches out of the screen`);
      for (const other of labels.slice(index + 1)) {
        if (meet(box, other.box)) found.push(`“${text}” over “${other.text}”`);
      }
      for (const other of texts) if (meet(box, other.box)) found.push(`“${text}” over “${other.text}”`);
    });
    for (const chart of charts) {
      const marks = [...chart.querySelectorAll<SVGGeometryElement>("line, circle, rect, path")].filter(
        (mark) => !mark.closest("clipPath, .stroke-rule") && mark.checkVisibility({ visibilityProperty: true }),
      );
      const { left, right, top, bottom } = chart.getBoundingClientRect();
      const around: Box = { left: left - 60, right: right + 60, top: top - 40, bottom: bottom + 40 };
      const own = labels.filter((label) => label.of === chart);
      for (const { text, box } of [...own, ...texts.filter((each) => meet(each.box, around))]) {
        if (marks.some((mark) => paints(mark, box))) found.push(`“${text}” over a mark`);
      }
    }
    return found;
  });
}
