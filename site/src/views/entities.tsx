import { useMemo } from 'preact/hooks';
import { Choice, valuesOf } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { DataTable } from '../components/data_table';
import { Highlighted } from '../components/highlighted';
import { Loaded } from '../components/loaded';
import { SaveButtons } from '../components/save_buttons';
import { SearchBox } from '../components/search_box';
import { number, t, valueName } from '../i18n/language';
import type { Entity } from '../release/rows';
import { href, type Place } from '../router';
import { folded, holdsAll, queryTerms } from '../text/search';

const COLUMNS = [
  'entity_id',
  'type',
  'name',
  'aliases',
  'admin_code',
  'mention_count',
  'document_count',
] as const;

export function EntitiesView({ place }: { place: Place }) {
  const release = useRelease();
  const query = place.params.get('q') ?? '';
  const entities = useLoaded(() => release.allRows<Entity>('entities', COLUMNS), [release]);
  const terms = useLoaded(() => queryTerms(query), [query]);
  return (
    <>
      <h1>{t('entities')}</h1>
      <Loaded from={entities}>
        {(rows) => <Entities rows={rows} place={place} terms={terms.state === 'done' ? terms.value : []} />}
      </Loaded>
    </>
  );
}

function Entities({
  rows,
  place,
  terms,
}: {
  rows: readonly Entity[];
  place: Place;
  terms: readonly string[];
}) {
  const type = place.params.get('type');
  const found = useMemo(
    () =>
      rows
        .filter((row) => type === null || row.type === type)
        .filter((row) => holdsAll(folded([row.name, ...row.aliases].join('\n')), terms))
        .sort((a, b) => b.mention_count - a.mention_count || (a.name < b.name ? -1 : 1)),
    [rows, type, terms],
  );
  return (
    <>
      <SearchBox place={place} />
      <div class="toolbar">
        <p role="status" class="found">
          {t('entitiesFound', { n: number(found.length), all: number(rows.length) })}
        </p>
        <Choice place={place} name="type" word="type" values={valuesOf(rows, (row) => row.type)} />
        <SaveButtons
          sheet={() => ({
            name: t('entities'),
            head: COLUMNS,
            rows: found.map((row) => COLUMNS.map((column) => row[column])),
          })}
        />
      </div>
      <DataTable
        label={t('entities')}
        items={found}
        columns={[
          {
            name: 'name',
            title: t('name'),
            width: 'middle',
            cell: (row) => (
              <a href={href(['entity', row.entity_id])}>
                <Highlighted text={row.name} terms={terms} />
              </a>
            ),
          },
          { name: 'type', title: t('type'), width: 'narrow', cell: (row) => valueName(row.type) },
          { name: 'code', title: t('code'), width: 'narrow', cell: (row) => row.admin_code },
          {
            name: 'aliases',
            title: t('aliases'),
            width: 'middle',
            cell: (row) => <Highlighted text={row.aliases.join('、')} terms={terms} />,
          },
          {
            name: 'mentions',
            title: t('mentions'),
            width: 'narrow',
            cell: (row) => <span class="figure">{number(row.mention_count)}</span>,
          },
          {
            name: 'documents',
            title: t('documents'),
            width: 'narrow',
            cell: (row) => <span class="figure">{number(row.document_count)}</span>,
          },
        ]}
      />
    </>
  );
}
