import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { RowFacts } from '../components/row_facts';
import { RowLinks } from '../components/row_links';
import { PrintedLine } from '../document/printed_line';
import { language, t } from '../i18n/language';
import { type Descriptor, idColumn, type Resource, tablesOfId } from '../release/descriptor';
import type { Release } from '../release/release';
import type { Row } from '../release/table';
import { href, type Place } from '../router';

interface Found {
  readonly resource: Resource;
  readonly row: Row;
  readonly children: readonly { readonly resource: Resource; readonly rows: readonly Row[] }[];
}

/** Rows of other tables that point at one row are listed up to this many. */
const MOST_CHILDREN = 50;
/** Tables whose rows have too many others pointing at them, and views of their own that show these. */
const WITHOUT_CHILDREN: readonly string[] = ['documents', 'entities', 'sections'];

async function find(release: Release, id: string): Promise<{ found: Found | undefined; identity: string }> {
  const [descriptor, identity] = await Promise.all([release.descriptor(), release.identity()]);
  for (const table of tablesOfId(descriptor, id)) {
    const resource = descriptor.resources.find((one) => one.name === table);
    const key = resource && idColumn(resource);
    const row = key ? (await release.rowsWhere(table, key, id))[0] : undefined;
    if (resource && row)
      return {
        found: { resource, row, children: await childrenOf(release, descriptor, resource, id) },
        identity,
      };
  }
  return { found: undefined, identity };
}

async function childrenOf(release: Release, descriptor: Descriptor, parent: Resource, id: string) {
  if (WITHOUT_CHILDREN.includes(parent.name)) return [];
  const pointing = descriptor.resources.flatMap((resource) =>
    (resource.schema.foreignKeys ?? [])
      .filter((key) => key.reference.resource === parent.name && key.fields.length === 1)
      .map((key) => ({ resource, column: key.fields[0] ?? '' })),
  );
  return Promise.all(
    pointing.map(async ({ resource, column }) => ({
      resource,
      rows: await release.rowsWhere(resource.name, column, id),
    })),
  );
}

/** The page of one row, of whatever table: the place that a lasting link names. */
export function RowView({ place }: { place: Place }) {
  const release = useRelease();
  // An id holds slashes; a link may have them as they are or escaped.
  const id = place.rest.join('/');
  const loaded = useLoaded(() => find(release, id), [release, id]);
  return (
    <Loaded from={loaded}>
      {({ found, identity }) => {
        const made = place.params.get('release');
        return (
          <>
            {made && made !== identity && (
              <p class="notice" role="note">
                {t('olderLink', { made, here: identity })}
              </p>
            )}
            {found ? <RowPage id={id} {...found} /> : <p class="failed">{t('noSuchRow', { id })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

function RowPage({ id, resource, row, children }: Found & { id: string }) {
  const title = language() === 'zh' ? resource.title_zh : resource.title;
  const documentId = row.document_id;
  return (
    <article>
      <h1>
        {title} <code>{id}</code>
      </h1>
      <p class="quiet">{resource.description}</p>
      <p>{ownPage(resource.name, row, id)}</p>
      <RowFacts resource={resource} row={row} />
      {typeof row.raw_start === 'number' &&
        typeof row.raw_end === 'number' &&
        typeof documentId === 'string' && (
          <PrintedLine documentId={documentId} rawStart={row.raw_start} rawEnd={row.raw_end} />
        )}
      <RowLinks
        id={id}
        report={{ printed: String(row.before ?? row.text ?? ''), expected: '', source: '' }}
      />
      {children
        .filter((child) => child.rows.length > 0)
        .map((child) => (
          <section key={child.resource.name}>
            <h2>
              {language() === 'zh' ? child.resource.title_zh : child.resource.title}{' '}
              <span class="count">{child.rows.length}</span>
            </h2>
            {child.rows.slice(0, MOST_CHILDREN).map((one) => (
              <RowFacts
                key={JSON.stringify(child.resource.schema.primaryKey.map((name) => one[name]))}
                resource={child.resource}
                row={one}
                without={['document_id', 'section_id', 'paragraph_id', idColumn(resource) ?? '']}
              />
            ))}
          </section>
        ))}
    </article>
  );
}

/** The link to the view that shows the row among others. */
function ownPage(table: string, row: Row, id: string) {
  if (table === 'documents') return <a href={href(['document', id])}>{t('inDocument')}</a>;
  if (table === 'entities') return <a href={href(['entity', id])}>{t('entity')}</a>;
  const documentId = row.document_id;
  return typeof documentId === 'string' ? (
    <a href={href(['document', documentId], { at: id })}>{t('inDocument')}</a>
  ) : null;
}
