import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { t, valueName } from '../i18n/language';
import type { Target } from '../release/rows';
import { Chart } from './chart';
import { COLOURS } from './colours';
import { Picture } from './picture';
import { DEADLINES } from './queries';

interface Counted {
  readonly year: number;
  readonly kind: string;
  readonly targets: number;
}

/** Targets by the year that they name. */
export function DeadlinePicture() {
  const release = useRelease();
  const loaded = useLoaded(() => release.allRows<Target>('targets', ['year', 'kind']), [release]);
  return <Loaded from={loaded}>{(targets) => <Years counts={byYear(targets)} />}</Loaded>;
}

function byYear(targets: readonly Pick<Target, 'year' | 'kind'>[]): Counted[] {
  const counts = new Map<string, Counted>();
  for (const { year, kind } of targets) {
    if (year === null) continue;
    const key = `${year} ${kind}`;
    counts.set(key, { year, kind, targets: (counts.get(key)?.targets ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : 1));
}

/** The targets of each year, of whatever kind. */
function yearTotals(counts: readonly Counted[]): [number, number][] {
  const totals = new Map<number, number>();
  for (const { year, targets } of counts) totals.set(year, (totals.get(year) ?? 0) + targets);
  return [...totals];
}

function Years({ counts }: { counts: readonly Counted[] }) {
  const perYear = yearTotals(counts);
  return (
    <Picture
      id="deadlines"
      title={t('deadlines')}
      head={[t('year'), t('kind'), t('targets')]}
      rows={counts.map((one) => [String(one.year), valueName(one.kind), one.targets])}
      query={DEADLINES}
    >
      {counts.length === 0 ? (
        <p class="quiet">{t('noReadTargets')}</p>
      ) : (
        <Chart
          label={t('deadlines')}
          of={[counts]}
          draw={(plot, width) =>
            plot.plot({
              width,
              height: 220,
              x: { label: t('year'), tickFormat: 'd', nice: true, ticks: Math.min(12, width / 60) },
              y: { label: t('targets'), grid: true, ticks: 4 },
              marks: [
                plot.rectY(perYear, {
                  x1: (one: [number, number]) => one[0] - 0.4,
                  x2: (one: [number, number]) => one[0] + 0.4,
                  y: (one: [number, number]) => one[1],
                  fill: COLOURS[0],
                  title: (one: [number, number]) => `${one[0]}: ${one[1]}`,
                }),
                plot.ruleY([0]),
              ],
            })
          }
        />
      )}
    </Picture>
  );
}
