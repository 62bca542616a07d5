import type { ComponentChildren } from 'preact';
import { useLoaded, useRelease } from '../components/context';
import { RowFacts } from '../components/row_facts';
import { RowLinks } from '../components/row_links';
import { t, valueName } from '../i18n/language';
import { reasonInWords } from '../i18n/reasons';
import { idColumn, type Resource, resourceOf, tablesOfId } from '../release/descriptor';
import type { Release } from '../release/release';
import type { Correction, Suspect } from '../release/rows';
import type { Row } from '../release/table';
import { href } from '../router';
import { PrintedLine } from './printed_line';

interface Properties {
  readonly documentId: string;
  readonly id: string;
  /** Other rows at the same place, as links. */
  readonly beside: ComponentChildren;
  readonly closeAddress: string;
}

/** Rows that the text itself shows: what they say needs no panel. */
const SHOWN_AS_TEXT: readonly string[] = ['documents', 'sections', 'paragraphs'];

interface Found {
  readonly resource: Resource;
  readonly row: Row;
}

async function find(release: Release, id: string): Promise<Found | undefined> {
  const descriptor = await release.descriptor();
  for (const table of tablesOfId(descriptor, id)) {
    const resource = resourceOf(descriptor, table);
    const key = resource && idColumn(resource);
    if (!resource || !key || SHOWN_AS_TEXT.includes(table)) continue;
    const row = (await release.rowsWhere(table, key, id))[0];
    if (row) return { resource, row };
  }
  return undefined;
}

/** What stands at the place that the address names. */
export function Panel({ documentId, id, beside, closeAddress }: Properties) {
  const release = useRelease();
  const found = useLoaded(() => find(release, id), [release, id]);
  if (found.state !== 'done' || !found.value) return null;
  const { resource, row } = found.value;
  const table = resource.name;
  return (
    <aside class="panel" aria-label={t('details')}>
      <a class="close" href={closeAddress} aria-label={t('close')}>
        ×
      </a>
      <h2>{panelTitle(table, resource)}</h2>
      {table === 'corrections' && <CorrectionFacts correction={row as unknown as Correction} />}
      {table === 'suspects' && <SuspectFacts suspect={row as unknown as Suspect} />}
      {table === 'mentions' && (
        <p>
          <a href={href(['entity', String(row.entity_id)])}>
            {t('entity')}: {String(row.entity_id).split('/').slice(1).join('/')}
          </a>
        </p>
      )}
      {typeof row.raw_start === 'number' && typeof row.raw_end === 'number' && (
        <PrintedLine documentId={documentId} rawStart={row.raw_start} rawEnd={row.raw_end} />
      )}
      <RowFacts resource={resource} row={row} without={['document_id', 'section_id', 'text_hant']} />
      <RowLinks id={id} report={{ printed: printedForm(table, row), expected: '', source: '' }} />
      {beside}
    </aside>
  );
}

function panelTitle(table: string, resource: { title: string; title_zh: string }): string {
  if (table === 'corrections') return t('correction');
  if (table === 'suspects') return t('suspect');
  if (table === 'tasks') return t('task');
  if (table === 'targets') return t('target');
  if (table === 'actions') return t('action');
  return table === 'mentions' ? t('entity') : `${resource.title_zh} ${resource.title}`;
}

function printedForm(table: string, row: Row): string {
  return String((table === 'corrections' ? row.before : (row.text ?? row.surface)) ?? '');
}

function CorrectionFacts({ correction }: { correction: Correction }) {
  return (
    <p class="change">
      <span>
        {t('printed')}: <del>{correction.before || t('nothing')}</del>
      </span>{' '}
      <span>
        {t('published')}: <ins>{correction.after || t('removed')}</ins>
      </span>
      <br />
      {t('evidence')}: <strong>{valueName(correction.evidence)}</strong> · {reasonInWords(correction.reason)}
    </p>
  );
}

function SuspectFacts({ suspect }: { suspect: Suspect }) {
  return (
    <p class="change">
      <span>
        {t('published')}: <span class="suspect">{suspect.text || t('nothing')}</span>
      </span>
      {suspect.suggestion !== null && (
        <span>
          {' '}
          {t('suggestion')}: <ins>{suspect.suggestion || t('nothing')}</ins>
        </span>
      )}
      <br />
      {reasonInWords(suspect.reason)}
    </p>
  );
}
