import { useLoaded, useRelease } from '../components/context';
import { DataTable } from '../components/data_table';
import { Loaded } from '../components/loaded';
import { number, t, valueName } from '../i18n/language';
import type { Document } from '../release/rows';
import { href } from '../router';

export function DocumentsView() {
  const release = useRelease();
  const documents = useLoaded(
    () =>
      release.allRows<Document>('documents', [
        'document_id',
        'title',
        'issuers',
        'announced_on',
        'clean_chars',
        'is_partial',
        'kind',
        'level',
      ]),
    [release],
  );
  return (
    <>
      <h1>{t('documents')}</h1>
      <Loaded from={documents}>
        {(rows) => (
          <DataTable
            label={t('documents')}
            items={rows}
            columns={[
              {
                name: 'title',
                title: t('title'),
                width: 'wide',
                cell: (row) => (
                  <>
                    <a href={href(['document', row.document_id])}>{row.title}</a>
                    {row.is_partial && <small class="quiet"> · {t('partial')}</small>}
                  </>
                ),
              },
              ...(rows.some((row) => row.kind)
                ? [
                    {
                      name: 'kind',
                      title: t('kind'),
                      cell: (row: Document) => (row.kind ? valueName(row.kind) : ''),
                    },
                  ]
                : []),
              ...(rows.some((row) => row.level)
                ? [
                    {
                      name: 'level',
                      title: t('level'),
                      cell: (row: Document) => (row.level ? valueName(row.level) : ''),
                    },
                  ]
                : []),
              { name: 'issuers', title: t('issuers'), cell: (row) => row.issuers.join('、') },
              {
                name: 'announced_on',
                title: t('announced'),
                width: 'narrow',
                cell: (row) => row.announced_on ?? '',
              },
              {
                name: 'clean_chars',
                title: t('characters'),
                width: 'narrow',
                cell: (row) => <span class="figure">{number(row.clean_chars)}</span>,
              },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
