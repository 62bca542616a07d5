import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { language, t } from '../i18n/language';
import type { Entity } from '../release/rows';
import { Chart } from './chart';
import { Picture } from './picture';
import { TILES } from './provinces';
import { PLACES } from './queries';

interface Counted {
  readonly code: string;
  readonly places: number;
  readonly mentions: number;
}

/** The first two digits of a code of GB/T 2260: the province. */
export function byProvince(
  entities: readonly Pick<Entity, 'type' | 'admin_code' | 'mention_count'>[],
): Counted[] {
  const counts = new Map<string, Counted>();
  for (const { type, admin_code: code, mention_count: mentions } of entities) {
    if (type !== 'admin_area' || code === null) continue;
    const province = code.slice(0, 2);
    const known = counts.get(province) ?? { code: province, places: 0, mentions: 0 };
    counts.set(province, { code: province, places: known.places + 1, mentions: known.mentions + mentions });
  }
  return [...counts.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** How often the documents mention places of each province, on a grid of tiles. */
export function PlacePicture() {
  const release = useRelease();
  const loaded = useLoaded(
    () => release.allRows<Entity>('entities', ['type', 'admin_code', 'mention_count']),
    [release],
  );
  return <Loaded from={loaded}>{(entities) => <Grid counts={byProvince(entities)} />}</Loaded>;
}

function Grid({ counts }: { counts: readonly Counted[] }) {
  const of = new Map(counts.map((one) => [one.code, one]));
  const tiles = TILES.map((tile) => ({
    ...tile,
    name: language() === 'zh' ? tile.zh : tile.en,
    mentions: of.get(tile.code)?.mentions ?? 0,
  }));
  const most = Math.max(1, ...tiles.map((tile) => tile.mentions));
  const names = new Map(tiles.map((tile) => [tile.code, tile.name]));
  return (
    <Picture
      id="places"
      title={t('placesByCode')}
      head={[t('code'), t('province'), t('places'), t('mentions')]}
      rows={counts.map((one) => [one.code, names.get(one.code) ?? '', one.places, one.mentions])}
      query={PLACES}
    >
      <Chart
        label={t('placesByCode')}
        of={[counts]}
        draw={(plot, width) => {
          const shown = Math.min(width, 720);
          return plot.plot({
            width: shown,
            height: (shown / 9) * 6.4,
            margin: 2,
            x: { type: 'band', domain: Array.from({ length: 9 }, (_, at) => at), axis: null, padding: 0.04 },
            y: { type: 'band', domain: Array.from({ length: 8 }, (_, at) => at), axis: null, padding: 0.04 },
            color: { type: 'sqrt', scheme: 'blues', domain: [0, most] },
            marks: [
              plot.cell(tiles, {
                x: 'column',
                y: 'row',
                fill: 'mentions',
                stroke: '#777',
                title: (tile) => `${tile.name}: ${tile.mentions}`,
              }),
              plot.text(tiles, {
                x: 'column',
                y: 'row',
                text: (tile) =>
                  `${shown < 500 && language() === 'en' ? tile.name.slice(0, 6) : tile.name}\n${tile.mentions}`,
                fontSize: shown < 500 ? 8 : 11,
                // The dark half of the scale takes white letters.
                fill: (tile) => (Math.sqrt(tile.mentions / most) > 0.55 ? 'white' : '#10161c'),
              }),
            ],
          });
        }}
      />
    </Picture>
  );
}
