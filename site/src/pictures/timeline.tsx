import { t } from '../i18n/language';
import type { Target } from '../release/rows';
import { Chart } from './chart';
import { COLOURS } from './colours';

/** More targets than this are counted by bars; as many can be told apart as dots. */
const MOST_DOTS = 600;

/** Targets along the years that they name. */
export function Timeline({ targets }: { targets: readonly Target[] }) {
  const dated = targets.filter((target) => target.year !== null);
  if (dated.length === 0) return <p class="quiet">{t('noReadTargets')}</p>;
  return (
    <figure class="picture">
      <figcaption class="quiet">{t('timeline')}</figcaption>
      <Chart
        label={t('timeline')}
        of={[targets]}
        draw={(plot, width) =>
          plot.plot({
            width,
            height: 220,
            marginBottom: 34,
            x: {
              label: t('year'),
              tickFormat: 'd',
              type: 'linear',
              nice: true,
              ticks: Math.min(12, width / 60),
            },
            y: { label: t('targets'), grid: true, ticks: 4 },
            marks: [
              dated.length > MOST_DOTS
                ? plot.rectY(yearTotals(dated), {
                    x1: (one: [number, number]) => one[0] - 0.4,
                    x2: (one: [number, number]) => one[0] + 0.4,
                    y: (one: [number, number]) => one[1],
                    fill: COLOURS[0],
                  })
                : plot.dot(
                    dated,
                    plot.stackY2({
                      x: 'year',
                      y: 1,
                      fill: COLOURS[0],
                      r: 4,
                      title: (one: Target) => `${one.year}: ${one.text}`,
                    }),
                  ),
              plot.ruleY([0]),
            ],
          })
        }
      />
    </figure>
  );
}

/** How many targets name each year. */
export function yearTotals(targets: readonly Pick<Target, 'year'>[]): [number, number][] {
  const totals = new Map<number, number>();
  for (const { year } of targets) if (year !== null) totals.set(year, (totals.get(year) ?? 0) + 1);
  return [...totals];
}
