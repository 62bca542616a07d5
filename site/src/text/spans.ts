/** Spans over a text, in code points, as the tables give them; cut so that no two pieces overlap. */

export interface Span<Of> {
  readonly start: number;
  readonly end: number;
  readonly of: Of;
}

export interface Piece<Of> {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What covers the piece, in the order given. */
  readonly covers: readonly Of[];
  /** What is empty and stands right before the piece. */
  readonly points: readonly Of[];
}

/** The code points of a text, one a string. */
export function codePoints(text: string): readonly string[] {
  return Array.from(text);
}

/** Cut a text at the ends of all spans; what reaches beyond the text is cut off. */
export function pieces<Of>(text: string, spans: readonly Span<Of>[]): Piece<Of>[] {
  const points = codePoints(text);
  const within = spans
    .map(({ start, end, of }) => ({ start: Math.max(0, start), end: Math.min(points.length, end), of }))
    .filter(({ start, end }) => start <= end && start <= points.length);
  const cuts = [...new Set([0, points.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const found: Piece<Of>[] = [];
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1] ?? start;
    const here = within
      .filter((span) => span.start === span.end && span.start === start)
      .map((span) => span.of);
    if (end === start && here.length === 0) continue;
    found.push({
      text: points.slice(start, end).join(''),
      start,
      end,
      covers: within.filter((span) => span.start < end && span.end > start).map((span) => span.of),
      points: here,
    });
  }
  return found;
}
