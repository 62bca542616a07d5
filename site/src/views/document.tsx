import { useEffect, useMemo } from 'preact/hooks';
import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { OutsideLink } from '../components/outside_link';
import { RowLinks } from '../components/row_links';
import { loadDocument, type ReadDocument } from '../document/load';
import { MARK_KINDS, MARKED_AT_FIRST, type Mark, type MarkKind, marksByParagraph } from '../document/marks';
import { OrderView } from '../document/order';
import { Outline } from '../document/outline';
import { PageView } from '../document/page';
import { Panel } from '../document/panel';
import { ReadingText } from '../document/reading';
import { t } from '../i18n/language';
import type { LineBox, Paragraph } from '../release/rows';
import { go, href, type Place } from '../router';
import type { Span } from '../text/spans';

export function DocumentView({ place }: { place: Place }) {
  const release = useRelease();
  const id = place.rest[0] ?? '';
  const shown = shownKinds(place.params.get('show'));
  const traditional = place.params.get('script') === 'hant';
  // An address may name an action while actions are not marked.
  const needed = ACTION_ID.test(place.params.get('at') ?? '')
    ? new Set([...shown, 'actions' as const])
    : shown;
  const read = useLoaded(
    () => loadDocument(release, id, needed, traditional),
    [release, id, needed.has('actions'), traditional],
  );
  return (
    <Loaded from={read}>
      {(found) =>
        found && found.document.document_id === id ? (
          <DocumentPage read={found} place={place} />
        ) : (
          <p class="failed">{read.state === 'done' && found ? t('loading') : t('noSuchRow', { id })}</p>
        )
      }
    </Loaded>
  );
}

/** How the id of an action ends. */
const ACTION_ID = /\/a[1-9][0-9]*$/;

const VIEWS = ['reading', 'order', 'page'] as const;

function DocumentPage({ read, place }: { read: ReadDocument; place: Place }) {
  const { document: about } = read;
  const view = VIEWS.find((one) => one === place.params.get('view')) ?? 'reading';
  const traditional = place.params.get('script') === 'hant';
  const release = useRelease();
  const boxes = useLoaded(
    () => release.rowsWhere<LineBox>('line_boxes', 'document_id', about.document_id, ['line', 'page']),
    [release, about.document_id],
  );
  const hasPages = boxes.state === 'done' && boxes.value.length > 0;
  const address = (changed: Readonly<Record<string, string | null>>) => changedAddress(place, changed);
  return (
    <article class="document">
      <h1 lang={traditional ? 'zh-Hant' : 'zh-Hans'}>{traditional ? about.title_hant : about.title}</h1>
      <p class="quiet">
        {[about.issuers.join('、'), about.document_number, about.announced_on].filter(Boolean).join(' · ')}
        {about.is_partial && ` · ${t('partial')}`}
        {about.source && (
          <>
            {' · '}
            <OutsideLink address={about.source} />
          </>
        )}
      </p>
      <nav class="tabs" aria-label={t('document')}>
        {VIEWS.filter((one) => one !== 'page' || hasPages).map((one) => (
          <a
            key={one}
            href={address({ view: one === 'reading' ? null : one })}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(one)}
          </a>
        ))}
        <a href={href(['tasks'], { document: about.document_id })}>{t('tasks')}</a>
        <a href={address({ script: traditional ? null : 'hant' })}>{t(traditional ? 'hans' : 'hant')}</a>
      </nav>
      {view === 'order' && <OrderView documentId={about.document_id} line={place.params.get('line')} />}
      {view === 'page' && <PageView documentId={about.document_id} place={place} />}
      {view === 'reading' && <Reading read={read} place={place} traditional={traditional} />}
    </article>
  );
}

function changedAddress(place: Place, changed: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(place.params);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return href([place.view, ...place.rest], params);
}

function Reading({ read, place, traditional }: { read: ReadDocument; place: Place; traditional: boolean }) {
  const at = place.params.get('at');
  const show = place.params.get('show');
  const shown = useMemo(() => shownKinds(show), [show]);
  const marks = useMemo(() => marksByParagraph(read), [read]);
  const paragraphsOf = useMemo(() => bySection(read.paragraphs), [read]);
  const query = place.params.toString();
  const addressOf = useMemo(
    () => (id: string) => changedAddress(place, { at: id }),
    [place.rest[0], withoutAt(query)],
  );
  useEffect(() => {
    if (at) document.querySelector(`[data-id="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at, read]);
  const isMarked = at !== null && [...marks.values()].some((all) => all.some((mark) => mark.of.id === at));
  const hasPanel = isMarked || isUnplaced(read, at);
  return (
    <div class={hasPanel ? 'with-outline with-panel' : 'with-outline'}>
      <Outline sections={read.sections} at={at} traditional={traditional} addressOf={addressOf} />
      <div>
        <MarkSwitches shown={shown} place={place} counts={counts(read)} />
        <ReadingText
          sections={read.sections}
          paragraphsOf={paragraphsOf}
          marks={marks}
          shown={shown}
          traditional={traditional}
          at={at}
          addressOf={addressOf}
        />
        <Unplaced read={read} addressOf={addressOf} />
        <RowLinks id={read.document.document_id} />
      </div>
      {at && hasPanel && (
        <Panel
          key={at}
          documentId={read.document.document_id}
          id={at}
          closeAddress={changedAddress(place, { at: null })}
          beside={<Beside marks={marks} id={at} addressOf={addressOf} />}
        />
      )}
    </div>
  );
}

function withoutAt(query: string): string {
  const params = new URLSearchParams(query);
  params.delete('at');
  return params.toString();
}

function shownKinds(show: string | null): ReadonlySet<MarkKind> {
  if (show === null) return new Set(MARKED_AT_FIRST);
  const asked = show.split(',');
  return new Set(MARK_KINDS.filter((kind) => asked.includes(kind)));
}

function counts(read: ReadDocument): Record<MarkKind, number | null> {
  return {
    tasks: read.tasks.length,
    // Actions are counted once they are read.
    actions: read.actions.length || null,
    targets: read.targets.length,
    entities: read.mentions.length,
    corrections: read.corrections.length,
    suspects: read.suspects.length,
  };
}

interface SwitchProperties {
  readonly shown: ReadonlySet<MarkKind>;
  readonly place: Place;
  readonly counts: Record<MarkKind, number | null>;
}

function MarkSwitches({ shown, place, counts: count }: SwitchProperties) {
  return (
    <fieldset class="switches">
      <legend>{t('marks')}</legend>
      {MARK_KINDS.map((kind) => (
        <label key={kind} class={kind}>
          <input
            type="checkbox"
            name={kind}
            checked={shown.has(kind)}
            onChange={() => {
              const next = MARK_KINDS.filter((one) => (one === kind ? !shown.has(kind) : shown.has(one)));
              go(changedAddress(place, { show: next.join(',') || 'none' }));
            }}
          />{' '}
          {t(kind)} <span class="count">{count[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function isUnplaced(read: ReadDocument, id: string | null): boolean {
  return (
    read.corrections.some((one) => one.correction_id === id) ||
    read.suspects.some((one) => one.suspect_id === id)
  );
}

/** Corrections and suspects in headings and lines set aside, which no paragraph shows. */
function Unplaced({ read, addressOf }: { read: ReadDocument; addressOf: (id: string) => string }) {
  const corrections = read.corrections.filter((one) => one.paragraph_id === null);
  const suspects = read.suspects.filter((one) => one.paragraph_id === null);
  if (corrections.length + suspects.length === 0) return null;
  return (
    <details class="unplaced">
      <summary>
        {t('corrections')} / {t('suspects')}: {t('unplaced')} ({corrections.length + suspects.length})
      </summary>
      <ul>
        {corrections.map((one) => (
          <li key={one.correction_id}>
            <a href={addressOf(one.correction_id)}>
              {one.before || t('nothing')} → {one.after || t('removed')}
            </a>
          </li>
        ))}
        {suspects.map((one) => (
          <li key={one.suspect_id}>
            <a href={addressOf(one.suspect_id)}>{one.text || t('nothing')}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface BesideProperties {
  readonly marks: ReadonlyMap<string, readonly Span<Mark>[]>;
  readonly id: string;
  readonly addressOf: (id: string) => string;
}

/** The other rows that stand where a row stands. */
function Beside({ marks, id, addressOf }: BesideProperties) {
  const spans = [...marks.values()].find((all) => all.some((span) => span.of.id === id)) ?? [];
  const here = spans.filter((span) => span.of.id === id);
  const others = new Map(
    spans
      .filter((span) => span.of.id !== id && here.some((one) => span.start < one.end && one.start < span.end))
      .map((span) => [span.of.id, span.of]),
  );
  if (others.size === 0) return null;
  return (
    <>
      <h3>{t('details')}</h3>
      <ul>
        {[...others.values()].map((mark) => (
          <li key={mark.id}>
            <a href={addressOf(mark.id)}>
              {t(mark.kind)}: {mark.id.split('/').slice(1).join('/')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function bySection(paragraphs: readonly Paragraph[]): Map<string, Paragraph[]> {
  const found = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs) {
    const known = found.get(paragraph.section_id);
    if (known) known.push(paragraph);
    else found.set(paragraph.section_id, [paragraph]);
  }
  return found;
}
