import { useMemo } from 'preact/hooks';
import { Choice, valuesOf } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { DataTable } from '../components/data_table';
import { Loaded } from '../components/loaded';
import { OutsideLink } from '../components/outside_link';
import { SaveButtons } from '../components/save_buttons';
import { number, t, valueName } from '../i18n/language';
import { reasonInWords } from '../i18n/reasons';
import type { Release } from '../release/release';
import { reportAddress, repositoryOfPages } from '../release/report';
import type { Correction, Suspect } from '../release/rows';
import { href, type Place } from '../router';

/** One thing for a curator to look at. */
interface Doubt {
  readonly id: string;
  readonly documentId: string;
  readonly what: 'correction' | 'suspect';
  readonly printed: string;
  readonly reading: string;
  /** What a correction may be believed for, or which detector doubts. */
  readonly by: string;
  readonly reason: string;
  readonly source: string;
  readonly score: number | null;
}

async function load(release: Release) {
  const [corrections, suspects, identity, site] = await Promise.all([
    release.allRows<Correction>('corrections'),
    release.allRows<Suspect>('suspects'),
    release.identity(),
    release.site(),
  ]);
  const doubts = [
    ...suspects.map(ofSuspect).sort((a, b) => (b.score ?? 0) - (a.score ?? 0)),
    ...corrections.map(ofCorrection),
  ];
  return {
    doubts,
    identity,
    repository: site.repository ?? repositoryOfPages(location.hostname, location.pathname),
  };
}

function ofCorrection(row: Correction): Doubt {
  return {
    id: row.correction_id,
    documentId: row.document_id,
    what: 'correction',
    printed: row.before,
    reading: row.after,
    by: row.evidence,
    reason: row.reason,
    source: row.source,
    score: null,
  };
}

function ofSuspect(row: Suspect): Doubt {
  return {
    id: row.suspect_id,
    documentId: row.document_id,
    what: 'suspect',
    printed: row.text,
    reading: row.suggestion ?? '',
    by: row.detector,
    reason: row.reason,
    source: '',
    score: row.score,
  };
}

/** Corrections and suspects as a list to work through; the likeliest suspects come first. */
export function CurationView({ place }: { place: Place }) {
  const release = useRelease();
  const loaded = useLoaded(() => load(release), [release]);
  return (
    <>
      <h1>{t('curation')}</h1>
      <Loaded from={loaded}>{(value) => <Curation {...value} place={place} />}</Loaded>
    </>
  );
}

interface Properties {
  readonly doubts: readonly Doubt[];
  readonly identity: string;
  readonly repository: string | null;
  readonly place: Place;
}

function Curation({ doubts, identity, repository, place }: Properties) {
  const chosen = (name: string) => place.params.get(name);
  const [what, by, from] = [chosen('what'), chosen('by'), chosen('document')];
  const found = useMemo(
    () =>
      doubts.filter(
        (one) =>
          (what === null || one.what === what) &&
          (by === null || one.by === by) &&
          (from === null || one.documentId === from),
      ),
    [doubts, what, by, from],
  );
  return (
    <>
      <div class="toolbar">
        <p role="status" class="found">
          {t('foundRows', { n: number(found.length), all: number(doubts.length) })}
        </p>
        <Choice
          place={place}
          name="what"
          word="status"
          values={['correction', 'suspect']}
          label={(value) => t(value === 'correction' ? 'correction' : 'suspect')}
        />
        <Choice place={place} name="by" word="evidence" values={valuesOf(doubts, (one) => one.by)} />
        <Choice
          place={place}
          name="document"
          word="document"
          values={valuesOf(doubts, (one) => one.documentId)}
          label={String}
        />
        <SaveButtons
          sheet={() => ({
            name: t('curation'),
            head: ['id', 'document_id', 'what', 'printed', 'reading', 'by', 'reason', 'source', 'score'],
            rows: found.map((one) => [
              one.id,
              one.documentId,
              one.what,
              one.printed,
              one.reading,
              one.by,
              one.reason,
              one.source,
              one.score,
            ]),
          })}
        />
      </div>
      <DataTable
        label={t('curation')}
        items={found}
        columns={[
          {
            name: 'what',
            title: t('status'),
            width: 'narrow',
            cell: (one) => <span class={`tag ${one.what}`}>{t(one.what)}</span>,
          },
          { name: 'change', title: t('what'), width: 'middle', cell: (one) => <Change doubt={one} /> },
          { name: 'by', title: t('evidence'), width: 'narrow', cell: (one) => valueName(one.by) },
          { name: 'reason', title: t('reason'), width: 'middle', cell: (one) => reasonInWords(one.reason) },
          { name: 'score', title: t('score'), width: 'narrow', cell: (one) => one.score?.toFixed(2) },
          {
            name: 'report',
            title: t('report'),
            width: 'narrow',
            cell: (one) => {
              const report = {
                row: one.id,
                release: identity,
                printed: one.printed,
                expected: one.what === 'suspect' ? one.reading : '',
                source: '',
              };
              return repository ? (
                <OutsideLink address={reportAddress(repository, report)}>{t('report')}</OutsideLink>
              ) : (
                <a href={href(['row', one.id])}>{t('report')}</a>
              );
            },
          },
        ]}
      />
    </>
  );
}

function Change({ doubt }: { doubt: Doubt }) {
  const address = href(['document', doubt.documentId], {
    show: doubt.what === 'suspect' ? 'suspects' : 'corrections',
    at: doubt.id,
  });
  return (
    <a href={address} class="change">
      <del>{doubt.printed || t('nothing')}</del> →{' '}
      <ins>{doubt.reading || (doubt.what === 'suspect' ? '?' : t('removed'))}</ins>
    </a>
  );
}
