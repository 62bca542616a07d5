import { useEffect } from 'preact/hooks';
import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { t, valueName } from '../i18n/language';
import type { Break, Line } from '../release/rows';
import { href } from '../router';

/** The lines as they are printed beside the lines as they are read. */
export function OrderView({ documentId, line }: { documentId: string; line: string | null }) {
  const release = useRelease();
  const loaded = useLoaded(
    async () => ({
      lines: await release.rowsWhere<Line>('lines', 'document_id', documentId),
      breaks: await release.rowsWhere<Break>('breaks', 'document_id', documentId),
    }),
    [release, documentId],
  );
  return (
    <Loaded from={loaded}>
      {({ lines, breaks }) => (
        <Orders documentId={documentId} lines={lines} breaks={breaks} at={Number(line)} />
      )}
    </Loaded>
  );
}

interface Properties {
  readonly documentId: string;
  readonly lines: readonly Line[];
  readonly breaks: readonly Break[];
  readonly at: number;
}

function Orders({ documentId, lines, breaks, at }: Properties) {
  useEffect(() => {
    for (const shown of document.querySelectorAll(`[data-line="${at}"]`))
      shown.scrollIntoView({ block: 'center' });
  }, [at]);
  const restored = lines
    .filter((line) => line.reading_position !== null)
    .sort((a, b) => (a.reading_position ?? 0) - (b.reading_position ?? 0));
  const breakBefore = new Map(breaks.map((one) => [one.before_line, one]));
  const address = (line: Line) => href(['document', documentId], { view: 'order', line: String(line.line) });
  return (
    <div class="orders" lang="zh-Hans">
      <section aria-label={t('printedOrder')}>
        <h2>{t('printedOrder')}</h2>
        <ol tabIndex={0}>
          {lines.map((line) => (
            <LineItem key={line.line} line={line} isAt={line.line === at} address={address(line)} />
          ))}
        </ol>
      </section>
      <section aria-label={t('restoredOrder')}>
        <h2>{t('restoredOrder')}</h2>
        <ol tabIndex={0}>
          {restored.map((line) => (
            <>
              <BreakItem at={breakBefore.get(line.line)} />
              <LineItem key={line.line} line={line} isAt={line.line === at} address={address(line)} />
            </>
          ))}
        </ol>
      </section>
    </div>
  );
}

function BreakItem({ at }: { at: Break | undefined }) {
  if (!at) return null;
  return (
    <li class="break">{t('breakHere', { evidence: at.evidence, confidence: at.confidence.toFixed(2) })}</li>
  );
}

function LineItem({ line, isAt, address }: { line: Line; isAt: boolean; address: string }) {
  const aside = line.reading_position === null;
  return (
    <li
      class={[`line ${line.kind}`, ...(aside ? ['aside'] : []), ...(isAt ? ['at'] : [])].join(' ')}
      data-line={line.line}
      data-block={line.block === null ? undefined : line.block % 6}
    >
      <a href={address} class="line-number" aria-current={isAt ? 'location' : undefined}>
        {line.line}
      </a>
      <span class="line-text">{line.text || ' '}</span>
      {aside && line.kind !== 'blank' && (
        <small>
          {t('setAside')}: {valueName(line.kind)}
        </small>
      )}
    </li>
  );
}
