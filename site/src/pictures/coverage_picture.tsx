import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { number, t } from '../i18n/language';
import type { Release } from '../release/release';
import type { Correction, Document } from '../release/rows';
import { Chart } from './chart';
import { COLOURS } from './colours';
import { Picture } from './picture';
import { COVERAGE } from './queries';
import { cut, Legend } from './task_picture';

interface Covered {
  readonly document: Document;
  /** Characters of the source that corrections took out or changed. */
  readonly corrected: number;
}

/** Documents that are drawn: the longest. */
const MOST_BARS = 30;

async function load(release: Release): Promise<Covered[]> {
  const [documents, corrections] = await Promise.all([
    release.allRows<Document>('documents', [
      'document_id',
      'title',
      'raw_chars',
      'clean_chars',
      'set_aside_chars',
      'witness_chars',
    ]),
    release.allRows<Correction>('corrections', ['document_id', 'raw_start', 'raw_end']),
  ]);
  const corrected = new Map<string, number>();
  for (const one of corrections) {
    corrected.set(one.document_id, (corrected.get(one.document_id) ?? 0) + one.raw_end - one.raw_start);
  }
  return documents.map((document) => ({ document, corrected: corrected.get(document.document_id) ?? 0 }));
}

/** What became of each character of the source: kept, inside a correction, or set aside. */
export function CoveragePicture() {
  const release = useRelease();
  const loaded = useLoaded(() => load(release), [release]);
  return <Loaded from={loaded}>{(covered) => <Coverage covered={covered} />}</Loaded>;
}

function parts({ document, corrected }: Covered) {
  const { raw_chars: raw, set_aside_chars: aside } = document;
  return [
    { part: t('kept'), chars: Math.max(0, raw - aside - corrected) },
    { part: t('corrected'), chars: corrected },
    { part: t('setAside'), chars: aside },
  ];
}

function Coverage({ covered }: { covered: readonly Covered[] }) {
  const names = [t('kept'), t('corrected'), t('setAside')];
  const drawn = [...covered].sort((a, b) => b.document.raw_chars - a.document.raw_chars).slice(0, MOST_BARS);
  const bars = drawn.flatMap((one) =>
    // What was kept is the rest; drawn with it, the little that was not could not be seen.
    parts(one)
      .slice(1)
      .map(({ part, chars }) => ({
        title: one.document.title,
        part,
        share: one.document.raw_chars === 0 ? 0 : chars / one.document.raw_chars,
        chars,
      })),
  );
  return (
    <Picture
      id="coverage"
      title={t('coverage')}
      head={[t('document'), ...names, t('characters')]}
      rows={covered.map((one) => [
        one.document.title,
        ...parts(one).map(({ chars }) => chars),
        one.document.raw_chars,
      ])}
      query={COVERAGE}
    >
      <Legend names={names.slice(1)} />
      <Chart
        label={t('coverage')}
        of={[covered]}
        draw={(plot, width) =>
          plot.plot({
            width,
            height: 50 + drawn.length * 26,
            marginLeft: Math.min(240, width * 0.45),
            x: { label: `${t('notKept')} (%)`, percent: true, grid: true, ticks: 5 },
            y: {
              domain: drawn.map((one) => one.document.title),
              label: null,
              tickFormat: (name: string) => cut(name, width < 500 ? 12 : 20),
            },
            color: { domain: names.slice(1), range: [...COLOURS] },
            marks: [
              plot.barX(bars, {
                x: 'share',
                y: 'title',
                fill: 'part',
                order: names.slice(1),
                stroke: 'var(--ground)',
                title: (bar) => `${bar.title}\n${bar.part}: ${number(bar.chars)}`,
              }),
            ],
          })
        }
      />
    </Picture>
  );
}
