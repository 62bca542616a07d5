/** All tasks of a release in columns, and the facets by which they are chosen; each part is read when asked for. */

import { valueName } from '../i18n/language';
import type { Release } from '../release/release';
import type { Document, Entity, Responsibility, Section, Target } from '../release/rows';
import type { Table } from '../release/table';
import { type Headings, headings } from './chapters';
import { type Facet, facetOf } from './facets';

export interface TaskSet {
  readonly count: number;
  readonly documentIds: readonly string[];
  readonly sectionIds: readonly string[];
  readonly modalities: readonly string[];
  readonly kinds: readonly string[];
  readonly actors: readonly (readonly string[])[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly table: Table;
}

type DocumentColumn = keyof Document & string;
const DOCUMENT_COLUMNS: readonly DocumentColumn[] = ['document_id', 'title', 'announced_on', 'kind', 'level'];

export async function loadTasks(release: Release): Promise<TaskSet> {
  const table = await release.table('tasks');
  if (!table) throw new Error('tasks.parquet is not there');
  const [columns, documents] = await Promise.all([
    table.columns('document_id', 'section_id', 'modality', 'kind', 'actors'),
    release.allRows<Document>('documents', DOCUMENT_COLUMNS),
  ]);
  return {
    count: table.rows,
    documentIds: columns.document_id as string[],
    sectionIds: columns.section_id as string[],
    modalities: columns.modality as string[],
    kinds: columns.kind as string[],
    actors: columns.actors as (readonly string[])[],
    documents: new Map(documents.map((one) => [one.document_id, one])),
    table,
  };
}

/** The number of each task by its id: a large column, read when other tables have to be joined. */
async function numbersOf(tasks: TaskSet): Promise<ReadonlyMap<string, number>> {
  const ids = (await tasks.table.column('task_id')) as string[];
  return new Map(ids.map((id, at) => [id, at]));
}

export async function loadHeadings(release: Release): Promise<Headings> {
  return headings(
    await release.allRows<Section>('sections', ['section_id', 'parent_id', 'label', 'title', 'path']),
  );
}

/** The facets, in the order in which they are shown. */
export const FACETS = [
  'document',
  'chapter',
  'modality',
  'actor',
  'body',
  'deadline',
  'indicator',
  'place',
  'entity',
  'kind',
  'level',
] as const;
export type FacetName = (typeof FACETS)[number];

/** Facets that are open, and so are read, from the start. */
export const OPEN_AT_FIRST: readonly FacetName[] = ['document', 'chapter', 'modality', 'actor'];

/** The chapters of more documents than this are no help to choose by. */
const MOST_DOCUMENTS_BY_CHAPTER = 20;

/** The facets of a release: by chapter only where there are few documents, or one is chosen. */
export function facetsOf(tasks: TaskSet, documentsChosen: number): readonly FacetName[] {
  const byChapter = tasks.documents.size <= MOST_DOCUMENTS_BY_CHAPTER || documentsChosen === 1;
  return byChapter ? FACETS : FACETS.filter((name) => name !== 'chapter');
}

type Loader = (release: Release, tasks: TaskSet) => Promise<Facet>;

const LOADERS: Readonly<Record<FacetName, Loader>> = {
  document: async (_, tasks) =>
    facetOf(
      tasks.count,
      (at) => [tasks.documentIds[at] ?? ''],
      (id) => tasks.documents.get(id)?.title ?? id,
    ),
  chapter: async (release, tasks) => {
    const { chapterOf, nameOf } = await loadHeadings(release);
    return facetOf(
      tasks.count,
      (at) => {
        const chapter = chapterOf.get(tasks.sectionIds[at] ?? '');
        return chapter === undefined ? [] : [chapter];
      },
      (id) => nameOf.get(id) ?? id,
    );
  },
  modality: async (_, tasks) => facetOf(tasks.count, (at) => [tasks.modalities[at] ?? ''], valueName),
  kind: async (_, tasks) => facetOf(tasks.count, (at) => [tasks.kinds[at] ?? ''], valueName),
  actor: async (_, tasks) => facetOf(tasks.count, (at) => tasks.actors[at] ?? []),
  level: async (_, tasks) =>
    facetOf(
      tasks.count,
      (at) => {
        const level = tasks.documents.get(tasks.documentIds[at] ?? '')?.level;
        return level ? [level] : [];
      },
      valueName,
    ),
  body: async (release, tasks) => {
    const rows = await release.allRows<Responsibility>('responsibilities', ['task_id', 'body']);
    return byTask(
      tasks,
      rows.map((row) => [row.task_id, row.body]),
    );
  },
  deadline: async (release, tasks) => {
    const rows = await release.allRows<Target>('targets', ['task_id', 'year']);
    const years = rows.flatMap((row): [string, string][] =>
      row.year === null ? [] : [[row.task_id, String(row.year)]],
    );
    return byTask(tasks, years);
  },
  indicator: async (release, tasks) => {
    const rows = await release.allRows<Target>('targets', ['task_id', 'indicator']);
    const named = rows.flatMap((row): [string, string][] =>
      row.indicator ? [[row.task_id, row.indicator]] : [],
    );
    return byTask(tasks, named);
  },
  place: (release, tasks) => entityFacet(release, tasks, (entity) => entity.type === 'admin_area'),
  entity: (release, tasks) => entityFacet(release, tasks, () => true),
};

export function loadFacet(name: FacetName, release: Release, tasks: TaskSet): Promise<Facet> {
  return LOADERS[name](release, tasks);
}

/** A facet from pairs of a task's id and a value. */
async function byTask(
  tasks: TaskSet,
  pairs: readonly (readonly [string, string])[],
  label?: (value: string) => string,
): Promise<Facet> {
  const numberOf = await numbersOf(tasks);
  const values = new Map<number, string[]>();
  for (const [id, value] of pairs) {
    const at = numberOf.get(id);
    if (at === undefined) continue;
    const known = values.get(at);
    if (known) known.push(value);
    else values.set(at, [value]);
  }
  return facetOf(tasks.count, (at) => values.get(at) ?? [], label);
}

async function entityFacet(
  release: Release,
  tasks: TaskSet,
  wanted: (entity: Entity) => boolean,
): Promise<Facet> {
  const [links, entities] = await Promise.all([
    release.allRows<{ task_id: string; entity_id: string }>('task_entities', ['task_id', 'entity_id']),
    release.allRows<Entity>('entities', ['entity_id', 'type', 'name']),
  ]);
  const known = new Map(entities.filter(wanted).map((entity) => [entity.entity_id, entity.name]));
  const pairs = links.flatMap((link): [string, string][] =>
    known.has(link.entity_id) ? [[link.task_id, link.entity_id]] : [],
  );
  return byTask(tasks, pairs, (id) => known.get(id) ?? id);
}
