import { placeWith } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { DataTable, type ShownColumn } from '../components/data_table';
import { Loaded } from '../components/loaded';
import { CellText, fieldTitle } from '../components/row_facts';
import { SaveButtons } from '../components/save_buttons';
import { SimpleTable } from '../components/simple_table';
import { language, number, t, valueName } from '../i18n/language';
import { type Descriptor, idColumn, type Resource, resourceOf } from '../release/descriptor';
import type { Row } from '../release/table';
import { href, type Place } from '../router';

/** Rows on a page of a table: one row group of a release's files, so that a page is one part of each column. */
const PAGE = 16_384;

/** Every table of the release, as its descriptor names it: also those that no other view knows. */
export function TablesView({ place }: { place: Place }) {
  const release = useRelease();
  const descriptor = useLoaded(() => release.descriptor(), [release]);
  const name = place.rest[0];
  return (
    <Loaded from={descriptor}>
      {(value) => {
        if (name === undefined) return <TableList descriptor={value} />;
        const resource = resourceOf(value, name);
        return resource ? (
          <TablePage key={name} resource={resource} place={place} />
        ) : (
          <p class="failed">{t('noSuchRow', { id: name })}</p>
        );
      }}
    </Loaded>
  );
}

function tableTitle(resource: Resource): string {
  return language() === 'zh' ? resource.title_zh : resource.title;
}

function TableList({ descriptor }: { descriptor: Descriptor }) {
  return (
    <>
      <h1>{t('tables')}</h1>
      <SimpleTable
        head={[t('table'), t('rowCount'), t('meaning')]}
        rows={descriptor.resources.map((resource) => [
          <a href={href(['tables', resource.name])}>
            {tableTitle(resource)} <code>{resource.name}</code>
          </a>,
          <span class="figure">{number(resource.rows)}</span>,
          resource.description,
        ])}
      />
    </>
  );
}

function TablePage({ resource, place }: { resource: Resource; place: Place }) {
  const release = useRelease();
  const page = Math.max(0, Number(place.params.get('page') ?? '0') || 0);
  const names = resource.schema.fields.map((field) => field.name);
  const rows = useLoaded<readonly Row[]>(
    async () =>
      (await release.table(resource.name))?.rowsBetween(page * PAGE, (page + 1) * PAGE, names) ?? [],
    [release, resource, page],
  );
  const key = idColumn(resource);
  return (
    <>
      <h1>
        {tableTitle(resource)} <code>{resource.name}</code>
      </h1>
      <p class="quiet">{resource.description}</p>
      <Loaded from={rows}>
        {(shown: readonly Row[]) => (
          <>
            <div class="toolbar">
              <p role="status" class="found">
                {t('rowsFromTo', {
                  from: number(Math.min(page * PAGE + 1, resource.rows)),
                  to: number(page * PAGE + shown.length),
                  all: number(resource.rows),
                })}
              </p>
              {page > 0 && (
                <a href={placeWith(place, { page: page === 1 ? null : String(page - 1) })}>{t('previous')}</a>
              )}
              {(page + 1) * PAGE < resource.rows && (
                <a href={placeWith(place, { page: String(page + 1) })}>{t('next')}</a>
              )}
              <SaveButtons
                sheet={() => ({
                  name: resource.name,
                  head: names,
                  rows: shown.map((row) => names.map((name) => row[name] ?? null)),
                })}
              />
            </div>
            <div class="raw">
              <DataTable
                label={tableTitle(resource)}
                items={shown}
                columns={resource.schema.fields.map(
                  (field): ShownColumn<Row> => ({
                    name: field.name,
                    title: fieldTitle(field),
                    about: field.description,
                    cell: (row) => (
                      <CellText resource={resource} field={field} value={row[field.name] ?? null} />
                    ),
                  }),
                )}
              />
            </div>
          </>
        )}
      </Loaded>
      <h2>{t('columns')}</h2>
      <SimpleTable
        head={[t('name'), t('type'), t('meaning'), t('value')]}
        rows={resource.schema.fields.map((field) => [
          <>
            {field.title} <code>{field.name}</code>
            {field.name === key && <strong> PK</strong>}
          </>,
          field.type,
          field.description,
          <ValueList values={field.valueDescriptions} />,
        ])}
      />
    </>
  );
}

function ValueList({ values }: { values: Readonly<Record<string, string>> | undefined }) {
  if (!values) return null;
  return (
    <ul class="values">
      {Object.entries(values).map(([value, about]) => (
        <li key={value}>
          <code>{value}</code> {valueName(value)}: {about}
        </li>
      ))}
    </ul>
  );
}
