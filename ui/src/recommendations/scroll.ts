/**
 * Where rows stand in a tall list. Their heights are all the same, so a place is arithmetic. The scroller is
 * never taller than a web view can draw (1.6 million pixels hung WebKitGTK): beyond that it is compressed, and
 * one pixel of the scrollbar means several of the list.
 */
const TALLEST = 800_000;
/** Rows drawn above and below those in sight. */
const BEYOND = 4;

export interface Scroll {
  /** Height of the scroller's content. */
  height: number;
  first: number;
  last: number;
  /** Where row `place` stands in the content. */
  top: (place: number) => number;
}

export function scrollOf(total: number, rowHeight: number, viewport: number, scrollTop: number): Scroll {
  const whole = total * rowHeight;
  const height = Math.min(whole, TALLEST);
  const stretch = ratio(whole, height, viewport);
  const offset = scrollTop * stretch;
  return {
    height,
    first: Math.max(0, Math.floor(offset / rowHeight) - BEYOND),
    last: Math.min(total - 1, Math.ceil((offset + viewport) / rowHeight) + BEYOND),
    top: (place) => place * rowHeight - offset + scrollTop,
  };
}

/** The position of the scrollbar that brings row `place` wholly into sight, with as little movement as can be. */
export function scrollTo(
  place: number,
  total: number,
  rowHeight: number,
  viewport: number,
  scrollTop: number,
): number {
  const whole = total * rowHeight;
  const stretch = ratio(whole, Math.min(whole, TALLEST), viewport);
  const offset = scrollTop * stretch;
  const top = place * rowHeight;
  if (top < offset) return top / stretch;
  if (top + rowHeight > offset + viewport) return (top + rowHeight - viewport) / stretch;
  return scrollTop;
}

function ratio(whole: number, height: number, viewport: number): number {
  return height <= viewport || whole <= height ? 1 : (whole - viewport) / (height - viewport);
}
