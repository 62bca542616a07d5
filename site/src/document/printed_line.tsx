import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { t } from '../i18n/language';
import type { Line, LineBox } from '../release/rows';
import { href } from '../router';
import { codePoints, pieces } from '../text/spans';

interface Properties {
  readonly documentId: string;
  readonly rawStart: number;
  readonly rawEnd: number;
}

/** The printed lines that hold a raw span, the span marked, with a line before and after. */
export function PrintedLine({ documentId, rawStart, rawEnd }: Properties) {
  const release = useRelease();
  const lines = useLoaded(
    () => release.rowsWhere<Line>('lines', 'document_id', documentId),
    [release, documentId],
  );
  return (
    <Loaded from={lines}>
      {(all) => {
        const held = linesOfSpan(all, rawStart, rawEnd);
        const first = held[0];
        if (!first) return null;
        const from = all.indexOf(first);
        const shown = all.slice(Math.max(0, from - 1), from + held.length + 1);
        return (
          <figure class="printed-line">
            <figcaption>
              {t('printedLine')}:{' '}
              <a href={href(['document', documentId], { view: 'order', line: String(first.line) })}>
                {t('lineNumber', { n: first.line, file: first.source_file })}
              </a>{' '}
              <PageLink documentId={documentId} line={first.line} />
            </figcaption>
            {shown.map((line) => (
              <p key={line.line} class={held.includes(line) ? 'held' : 'beside'}>
                {pieces(line.text, [
                  { start: rawStart - line.raw_start, end: rawEnd - line.raw_start, of: line },
                ]).map((piece) =>
                  held.includes(line) && piece.covers.length > 0 ? (
                    <mark key={piece.start}>{piece.text}</mark>
                  ) : (
                    <>
                      {held.includes(line) && piece.points.length > 0 && <mark class="empty">‸</mark>}
                      {piece.text}
                    </>
                  ),
                )}
              </p>
            ))}
          </figure>
        );
      }}
    </Loaded>
  );
}

/** The way to the place on the page, where the release knows it. */
function PageLink({ documentId, line }: { documentId: string; line: number }) {
  const release = useRelease();
  const boxes = useLoaded(
    () => release.rowsWhere<LineBox>('line_boxes', 'document_id', documentId, ['line', 'page']),
    [release, documentId],
  );
  const box = boxes.state === 'done' ? boxes.value.find((one) => one.line === line) : undefined;
  if (!box) return null;
  return (
    <a href={href(['document', documentId], { view: 'page', line: String(line) })}>
      {t('page')} {box.page}
    </a>
  );
}

/** The lines that a raw span touches; a span without length lies in the line that holds its place. */
export function linesOfSpan(lines: readonly Line[], start: number, end: number): Line[] {
  return lines.filter((line) => {
    const lineEnd = Math.max(line.raw_end, line.raw_start + codePoints(line.text).length);
    return start === end
      ? line.raw_start <= start && start <= lineEnd
      : line.raw_start < end && start < lineEnd;
  });
}
