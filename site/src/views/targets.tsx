import { useMemo } from 'preact/hooks';
import { Choice, valuesOf } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { DataTable } from '../components/data_table';
import { Loaded } from '../components/loaded';
import { SaveButtons } from '../components/save_buttons';
import { SearchBox } from '../components/search_box';
import { number, t, valueName } from '../i18n/language';
import { Timeline } from '../pictures/timeline';
import type { Document, Target } from '../release/rows';
import { href, type Place } from '../router';
import { folded, holdsAll, queryTerms } from '../text/search';

const COLUMNS = [
  'target_id',
  'document_id',
  'task_id',
  'kind',
  'indicator',
  'comparator',
  'value',
  'value_to',
  'unit',
  'year',
  'text',
  'direction',
  'binding',
] as const;

export function TargetsView({ place }: { place: Place }) {
  const release = useRelease();
  const query = place.params.get('q') ?? '';
  const loaded = useLoaded(
    async () => ({
      targets: await release.allRows<Target>('targets', COLUMNS),
      documents: await release.allRows<Document>('documents', ['document_id', 'title']),
    }),
    [release],
  );
  const terms = useLoaded(() => queryTerms(query), [query]);
  return (
    <>
      <h1>{t('targets')}</h1>
      <Loaded from={loaded}>
        {({ targets, documents }) => (
          <Targets
            targets={targets}
            titles={new Map(documents.map((one) => [one.document_id, one.title]))}
            place={place}
            terms={terms.state === 'done' ? terms.value : []}
          />
        )}
      </Loaded>
    </>
  );
}

interface Properties {
  readonly targets: readonly Target[];
  readonly titles: ReadonlyMap<string, string>;
  readonly place: Place;
  readonly terms: readonly string[];
}

function Targets({ targets, titles, place, terms }: Properties) {
  const kind = place.params.get('kind');
  const from = place.params.get('document');
  const found = useMemo(
    () =>
      targets
        .filter((row) => kind === null || row.kind === kind)
        .filter((row) => from === null || row.document_id === from)
        .filter((row) => holdsAll(folded(`${row.indicator ?? ''}\n${row.text}`), terms)),
    [targets, kind, from, terms],
  );
  return (
    <>
      <SearchBox place={place} />
      <div class="toolbar">
        <p role="status" class="found">
          {t('foundRows', { n: number(found.length), all: number(targets.length) })}
        </p>
        <Choice place={place} name="kind" word="kind" values={valuesOf(targets, (row) => row.kind)} />
        {titles.size > 1 && (
          <Choice
            place={place}
            name="document"
            word="document"
            values={valuesOf(targets, (row) => row.document_id)}
            label={(id) => titles.get(id) ?? id}
          />
        )}
        <SaveButtons
          sheet={() => ({
            name: t('targets'),
            head: COLUMNS,
            rows: found.map((row) => COLUMNS.map((column) => row[column])),
          })}
        />
      </div>
      <Timeline targets={found} />
      <DataTable
        label={t('targets')}
        items={found}
        columns={[
          {
            name: 'text',
            title: t('text'),
            width: 'middle',
            cell: (row) => (
              <a href={href(['document', row.document_id], { show: 'targets', at: row.target_id })}>
                {row.text}
              </a>
            ),
          },
          { name: 'indicator', title: t('indicator'), width: 'middle', cell: (row) => row.indicator },
          { name: 'kind', title: t('kind'), width: 'narrow', cell: (row) => valueName(row.kind) },
          {
            name: 'value',
            title: t('value'),
            width: 'narrow',
            cell: (row) => <span class="figure">{valueText(row)}</span>,
          },
          { name: 'unit', title: t('unit'), width: 'narrow', cell: (row) => row.unit },
          { name: 'year', title: t('year'), width: 'narrow', cell: (row) => row.year },
          ...(titles.size > 1
            ? [
                {
                  name: 'document',
                  title: t('document'),
                  width: 'middle' as const,
                  cell: (row: Target) => titles.get(row.document_id),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '~': '≈', '=': '' };

function valueText({ kind, comparator, value, value_to: upTo }: Target): string {
  if (value === null) return '';
  // A year is no quantity: 2025, not 2,025.
  const figure = kind === 'deadline' ? String : number;
  const range = upTo === null ? '' : `–${figure(upTo)}`;
  return `${SIGNS[comparator] ?? comparator} ${figure(value)}${range}`.trim();
}
