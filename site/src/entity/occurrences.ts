/** Where an entity occurs, and with whom. */

import type { Release } from '../release/release';
import type { Document, Entity, Mention } from '../release/rows';

export interface Occurrence {
  readonly document: Pick<Document, 'document_id' | 'title' | 'announced_on'>;
  readonly mentions: readonly Mention[];
}

export interface Companion {
  readonly entity_id: string;
  readonly tasks: number;
}

export interface Occurrences {
  readonly entity: Entity;
  /** By document, the earliest first. */
  readonly byDocument: readonly Occurrence[];
  /** Those that most tasks name together with the entity. */
  readonly companions: readonly Companion[];
  readonly tasks: readonly { readonly id: string; readonly text: string; readonly documentId: string }[];
}

const MENTION = ['mention_id', 'document_id', 'section_id', 'task_id', 'surface'] as const;

/** Companions and tasks that are shown. */
const MOST = 30;
const MOST_TASKS = 100;

export async function loadOccurrences(release: Release, id: string): Promise<Occurrences | undefined> {
  const entity = (await release.rowsWhere<Entity>('entities', 'entity_id', id))[0];
  if (!entity) return undefined;
  const [mentions, documents, links] = await Promise.all([
    release.rowsWhere<Mention>('mentions', 'entity_id', id, MENTION),
    release.allRows<Document>('documents', ['document_id', 'title', 'announced_on']),
    release.allRows<Pick<Mention, 'task_id' | 'entity_id'>>('mentions', ['task_id', 'entity_id']),
  ]);
  const taskIds = new Set(mentions.flatMap((mention) => mention.task_id ?? []));
  return {
    entity,
    byDocument: byDocument(mentions, documents),
    companions: companions(links, taskIds, id).slice(0, MOST),
    tasks: await taskTexts(release, taskIds),
  };
}

function byDocument(mentions: readonly Mention[], documents: readonly Document[]): Occurrence[] {
  return documents
    .map((document) => ({
      document,
      mentions: mentions.filter((mention) => mention.document_id === document.document_id),
    }))
    .filter((one) => one.mentions.length > 0)
    .sort((a, b) => ((a.document.announced_on ?? '9') < (b.document.announced_on ?? '9') ? -1 : 1));
}

/** The entities that the tasks name beside `id`, each counted once a task, the most frequent first. */
export function companions(
  links: readonly Pick<Mention, 'task_id' | 'entity_id'>[],
  tasks: ReadonlySet<string>,
  id: string,
): Companion[] {
  const seen = new Map<string, Set<string>>();
  for (const { task_id: task, entity_id: other } of links) {
    if (task === null || other === id || !tasks.has(task)) continue;
    const known = seen.get(other);
    if (known) known.add(task);
    else seen.set(other, new Set([task]));
  }
  return [...seen]
    .map(([entity_id, of]) => ({ entity_id, tasks: of.size }))
    .sort((a, b) => b.tasks - a.tasks || (a.entity_id < b.entity_id ? -1 : 1));
}

async function taskTexts(release: Release, ids: ReadonlySet<string>) {
  const table = await release.table('tasks');
  if (!table) return [];
  const all = (await table.column('task_id')) as string[];
  const rows = all.flatMap((id, at) => (ids.has(id) ? [at] : [])).slice(0, MOST_TASKS);
  const [texts, documents] = await Promise.all([
    table.cellsAt('text', rows),
    table.cellsAt('document_id', rows),
  ]);
  return rows.map((row, at) => ({
    id: all[row] ?? '',
    text: String(texts[at] ?? ''),
    documentId: String(documents[at] ?? ''),
  }));
}
