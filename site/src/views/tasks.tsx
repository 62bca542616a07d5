import { useMemo, useState } from 'preact/hooks';
import { useLoaded, useRelease } from '../components/context';
import { DataTable, GroupHead, type ShownColumn } from '../components/data_table';
import { Highlighted } from '../components/highlighted';
import { Loaded } from '../components/loaded';
import { SearchBox } from '../components/search_box';
import { number, t, valueName } from '../i18n/language';
import type { Release } from '../release/release';
import { saveCsv, saveXlsx } from '../release/sheet';
import type { Cell } from '../release/table';
import { amend, go, href, type Place } from '../router';
import { breakdown } from '../tasks/breakdown';
import type { Headings } from '../tasks/chapters';
import { FacetPanel } from '../tasks/facet_panel';
import { type Chosen, chosenTasks, type Facet } from '../tasks/facets';
import { arranged, GROUPINGS, type Grouping, SORTINGS, type SortName } from '../tasks/order';
import {
  FACETS,
  type FacetName,
  loadFacet,
  loadHeadings,
  loadTasks,
  OPEN_AT_FIRST,
  type TaskSet,
} from '../tasks/task_set';
import { folded, holdsAll, queryTerms } from '../text/search';

export function TasksView({ place }: { place: Place }) {
  const release = useRelease();
  const tasks = useLoaded(() => loadTasks(release), [release]);
  return (
    <>
      <h1>{t('tasks')}</h1>
      <Loaded from={tasks}>{(set) => <Tasks tasks={set} place={place} />}</Loaded>
    </>
  );
}

/** The folded texts of all tasks: made once, since every letter typed is sought in them. */
let foldedTexts: { of: TaskSet; texts: readonly string[] } | undefined;

async function textsToSearch(tasks: TaskSet): Promise<readonly string[]> {
  if (foldedTexts?.of !== tasks) {
    const texts = await tasks.table.column('text');
    foldedTexts = { of: tasks, texts: texts.map((text) => folded(String(text))) };
  }
  return foldedTexts.texts;
}

interface Searched {
  readonly terms: readonly string[];
  readonly candidates: readonly number[];
}

async function search(tasks: TaskSet, query: string): Promise<Searched> {
  const all = Array.from({ length: tasks.count }, (_, at) => at);
  const terms = await queryTerms(query);
  if (terms.length === 0) return { terms, candidates: all };
  const texts = await textsToSearch(tasks);
  return { terms, candidates: all.filter((at) => holdsAll(texts[at] ?? '', terms)) };
}

async function loadFacets(release: Release, tasks: TaskSet, names: readonly FacetName[]) {
  const loaded = await Promise.all(
    names.map(async (name) => [name, await loadFacet(name, release, tasks)] as const),
  );
  return Object.fromEntries(loaded) as Partial<Record<FacetName, Facet>>;
}

function Tasks({ tasks, place }: { tasks: TaskSet; place: Place }) {
  const release = useRelease();
  const [opened, setOpened] = useState<readonly FacetName[]>(OPEN_AT_FIRST);
  const query = place.params.get('q') ?? '';
  const chosen = useMemo(() => chosenOf(place.params), [place]);
  const grouping = GROUPINGS.find((one) => one === place.params.get('group')) ?? null;
  const needed = FACETS.filter(
    (name) => opened.includes(name) || (chosen[name]?.size ?? 0) > 0 || name === grouping,
  );
  const searched = useLoaded(() => search(tasks, query), [tasks, query]);
  const facets = useLoaded(() => loadFacets(release, tasks, needed), [tasks, needed.join()]);
  const headings = useLoaded(() => loadHeadings(release), [release]);
  const texts = useLoaded(() => tasks.table.column('text'), [tasks]);
  return (
    <Loaded from={searched}>
      {({ terms, candidates }) => (
        <Loaded from={facets}>
          {(read) => (
            <Found
              tasks={tasks}
              place={place}
              terms={terms}
              candidates={candidates}
              facets={read as Record<string, Facet>}
              chosen={chosen}
              grouping={grouping}
              headings={headings.state === 'done' ? headings.value : undefined}
              texts={texts.state === 'done' ? texts.value : []}
              onOpen={(name) => setOpened(opened.includes(name) ? opened : [...opened, name])}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What the address chooses of each facet. */
function chosenOf(params: URLSearchParams): Chosen {
  return Object.fromEntries(FACETS.map((name) => [name, new Set(params.getAll(name))]));
}

interface FoundProperties {
  readonly tasks: TaskSet;
  readonly place: Place;
  readonly terms: readonly string[];
  readonly candidates: readonly number[];
  readonly facets: Readonly<Record<string, Facet>>;
  readonly chosen: Chosen;
  readonly grouping: Grouping | null;
  readonly headings: Headings | undefined;
  readonly texts: readonly Cell[];
  readonly onOpen: (name: FacetName) => void;
}

function Found(properties: FoundProperties) {
  const { tasks, place, terms, candidates, facets, chosen, grouping, headings, texts, onOpen } = properties;
  const sorting = sortingOf(place.params);
  const found = useMemo(() => chosenTasks(candidates, facets, chosen), [candidates, facets, chosen]);
  const ordered = useMemo(
    () => arranged(tasks, found, sorting, grouping === null ? undefined : facets[grouping]),
    [tasks, found, sorting.by, sorting.descending, grouping, facets],
  );
  return (
    <div class="with-facets">
      <FacetPanel place={place} facets={facets} chosen={chosen} candidates={candidates} onOpen={onOpen} />
      <div>
        <SearchBox place={place} />
        <Toolbar
          tasks={tasks}
          found={ordered}
          place={place}
          grouping={grouping}
          texts={texts}
          headings={headings}
        />
        <DataTable
          label={t('tasks')}
          items={ordered}
          columns={columns(tasks, texts, terms, headings)}
          sorting={sorting}
          sortable={SORTINGS}
          onSort={(by) => {
            const descending = sorting.by === by && !sorting.descending;
            go(
              withParams(place, {
                sort: by === 'order' && !descending ? '' : `${descending ? '-' : ''}${by}`,
              }),
            );
          }}
        />
      </div>
    </div>
  );
}

function withParams(place: Place, changed: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(place.params);
  for (const [name, value] of Object.entries(changed)) params.set(name, value);
  return href([place.view, ...place.rest], params);
}

function sortingOf(params: URLSearchParams): { by: SortName; descending: boolean } {
  const asked = params.get('sort') ?? '';
  const by = SORTINGS.find((one) => one === asked.replace(/^-/, '')) ?? 'order';
  return { by, descending: asked.startsWith('-') };
}

function columns(
  tasks: TaskSet,
  texts: readonly Cell[],
  terms: readonly string[],
  headings: Headings | undefined,
): ShownColumn<number>[] {
  const several = tasks.documents.size > 1;
  return [
    {
      name: 'order',
      title: t('text'),
      width: 'wide',
      cell: (at) => (
        <a class="task-text" href={href(['document', tasks.documentIds[at] ?? ''], { at: tasks.ids[at] })}>
          <Highlighted text={String(texts[at] ?? '…')} terms={terms} />
        </a>
      ),
    },
    {
      name: 'where',
      title: t('where'),
      width: 'middle',
      cell: (at) => (
        <>
          {several && <>{tasks.documents.get(tasks.documentIds[at] ?? '')?.title} </>}
          <small class="quiet">{headings?.pathOf.get(tasks.sectionIds[at] ?? '') ?? ''}</small>
        </>
      ),
    },
    {
      name: 'modality',
      title: t('modality'),
      width: 'narrow',
      cell: (at) => valueName(tasks.modalities[at] ?? ''),
    },
    { name: 'actor', title: t('actor'), width: 'narrow', cell: (at) => tasks.actors[at]?.join('、') },
    {
      name: 'id',
      title: t('cite'),
      width: 'narrow',
      cell: (at) => (
        <a href={href(['row', tasks.ids[at] ?? ''])}>
          <code>{tasks.ids[at]?.split('/').slice(1).join('/')}</code>
        </a>
      ),
    },
  ];
}

interface ToolbarProperties {
  readonly tasks: TaskSet;
  readonly found: readonly (number | GroupHead)[];
  readonly place: Place;
  readonly grouping: Grouping | null;
  readonly texts: readonly Cell[];
  readonly headings: Headings | undefined;
}

function Toolbar({ tasks, found, place, grouping, texts, headings }: ToolbarProperties) {
  const release = useRelease();
  const numbers = [...new Set(found.filter((item): item is number => !(item instanceof GroupHead)))];
  const sheet = () => ({
    name: t('tasks'),
    head: ['task_id', 'document', 'section', 'text', 'modality', 'actors'],
    rows: numbers.map((at): Cell[] => [
      tasks.ids[at] ?? '',
      tasks.documents.get(tasks.documentIds[at] ?? '')?.title ?? '',
      headings?.pathOf.get(tasks.sectionIds[at] ?? '') ?? '',
      texts[at] ?? '',
      tasks.modalities[at] ?? '',
      tasks.actors[at] ?? [],
    ]),
  });
  return (
    <div class="toolbar">
      <p role="status" class="found">
        {t('found', { n: number(numbers.length), all: number(tasks.count) })}
      </p>
      <label>
        {t('groupBy')}{' '}
        <select
          value={grouping ?? ''}
          onChange={(event) => amend(withParams(place, { group: event.currentTarget.value }))}
        >
          <option value="">{t('none')}</option>
          {GROUPINGS.map((name) => (
            <option key={name} value={name}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="save" aria-label={t('save')}>
        <legend>{t('save')}</legend>
        <button type="button" onClick={() => void saveXlsx(sheet())}>
          .xlsx
        </button>
        <button type="button" onClick={() => saveCsv(sheet())}>
          .csv
        </button>
        <button
          type="button"
          onClick={() => void breakdown(release, tasks, numbers, '任务分解表').then(saveXlsx)}
        >
          {t('saveBreakdown')}
        </button>
      </fieldset>
    </div>
  );
}
