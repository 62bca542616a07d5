import { useEffect, useMemo, useState } from 'preact/hooks';
import { placeWith } from '../components/choice';
import { useLoaded, useRelease } from '../components/context';
import { DataTable } from '../components/data_table';
import { Loaded } from '../components/loaded';
import { SearchBox } from '../components/search_box';
import { t } from '../i18n/language';
import type { Release } from '../release/release';
import { go, type Place } from '../router';
import { taskColumns } from '../tasks/columns';
import { FacetPanel } from '../tasks/facet_panel';
import { type Chosen, chosenTasks, type Facet } from '../tasks/facets';
import { GROUPINGS, type Grouping, SORTINGS, type SortName, sortedTasks, underHeads } from '../tasks/order';
import { isLocal, type Searched, searchTasks, textsToSearch } from '../tasks/search';
import {
  FACETS,
  type FacetName,
  facetsOf,
  loadFacet,
  loadHeadings,
  loadTasks,
  OPEN_AT_FIRST,
  type TaskSet,
} from '../tasks/task_set';
import { Toolbar } from '../tasks/toolbar';

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

async function loadFacets(release: Release, tasks: TaskSet, names: readonly FacetName[]) {
  const loaded = await Promise.all(
    names.map(async (name) => [name, await loadFacet(name, release, tasks)] as const),
  );
  return Object.fromEntries(loaded) as Record<string, Facet>;
}

/** What the address chooses of each facet. */
function chosenOf(params: URLSearchParams): Chosen {
  return Object.fromEntries(FACETS.map((name) => [name, new Set(params.getAll(name))]));
}

function Tasks({ tasks, place }: { tasks: TaskSet; place: Place }) {
  const release = useRelease();
  const [opened, setOpened] = useState<readonly FacetName[]>(OPEN_AT_FIRST);
  const query = place.params.get('q') ?? '';
  const chosen = useMemo(() => chosenOf(place.params), [place]);
  const grouping = GROUPINGS.find((one) => one === place.params.get('group')) ?? null;
  const offered = facetsOf(tasks, chosen.document?.size ?? 0);
  const needed = FACETS.filter(
    (name) =>
      (offered.includes(name) && opened.includes(name)) || (chosen[name]?.size ?? 0) > 0 || name === grouping,
  );
  const searched = useLoaded(() => searchTasks(tasks, query), [tasks, query]);
  const facets = useLoaded(() => loadFacets(release, tasks, needed), [tasks, needed.join()]);
  return (
    <Loaded from={searched}>
      {(found) => (
        <Loaded from={facets}>
          {(read) => (
            <Found
              tasks={tasks}
              place={place}
              searched={found}
              facets={read}
              offered={offered}
              chosen={chosen}
              grouping={grouping}
              onOpen={(name) => setOpened(opened.includes(name) ? opened : [...opened, name])}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface FoundProperties {
  readonly tasks: TaskSet;
  readonly place: Place;
  readonly searched: Searched;
  readonly facets: Readonly<Record<string, Facet>>;
  readonly offered: readonly FacetName[];
  readonly chosen: Chosen;
  readonly grouping: Grouping | null;
  readonly onOpen: (name: FacetName) => void;
}

function Found({ tasks, place, searched, facets, offered, chosen, grouping, onOpen }: FoundProperties) {
  const release = useRelease();
  const { terms, candidates } = searched;
  const headings = useLoaded(() => loadHeadings(release), [release]);
  const read = headings.state === 'done' ? headings.value : undefined;
  const sorting = sortingOf(place.params);
  const found = useMemo(() => chosenTasks(candidates, facets, chosen), [candidates, facets, chosen]);
  const sorted = useMemo(
    () => sortedTasks(tasks, found, sorting),
    [tasks, found, sorting.by, sorting.descending],
  );
  const group = grouping === null ? undefined : facets[grouping];
  const ordered = useMemo(() => (group ? underHeads(sorted, group) : sorted), [sorted, group]);
  useEffect(() => {
    if (isLocal(location.hostname)) void textsToSearch(tasks);
  }, [tasks]);
  const columns = useMemo(() => taskColumns(tasks, terms, read), [tasks, terms, read]);
  return (
    <div class="with-facets">
      <FacetPanel
        place={place}
        names={offered}
        facets={facets}
        chosen={chosen}
        candidates={candidates}
        onOpen={onOpen}
      />
      <div>
        {/* Who turns to the search will need the texts: they are fetched while the words are typed. */}
        <SearchBox place={place} onFocus={() => void textsToSearch(tasks)} />
        <Toolbar tasks={tasks} found={sorted} place={place} grouping={grouping} headings={read} />
        <DataTable
          label={t('tasks')}
          items={ordered}
          columns={columns}
          sorting={sorting}
          sortable={SORTINGS}
          onSort={(by) => {
            const descending = sorting.by === by && !sorting.descending;
            go(
              placeWith(place, {
                sort: by === 'order' && !descending ? null : `${descending ? '-' : ''}${by}`,
              }),
            );
          }}
        />
      </div>
    </div>
  );
}

function sortingOf(params: URLSearchParams): { by: SortName; descending: boolean } {
  const asked = params.get('sort') ?? '';
  const by = SORTINGS.find((one) => one === asked.replace(/^-/, '')) ?? 'order';
  return { by, descending: asked.startsWith('-') };
}
