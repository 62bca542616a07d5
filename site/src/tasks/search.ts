/** Full-text search over all tasks: a plain scan of their texts, which are read once. */

import { folded, holdsAll, queryTerms } from '../text/search';
import type { TaskSet } from './task_set';

export interface Searched {
  /** The words sought, as they stand in the texts. */
  readonly terms: readonly string[];
  /** The numbers of the tasks that hold them all, in reading order. */
  readonly candidates: readonly number[];
}

/** The folded texts of all tasks: made once, since every letter typed is sought in them. */
const folding = new WeakMap<TaskSet, Promise<readonly string[]>>();

export function textsToSearch(tasks: TaskSet): Promise<readonly string[]> {
  const known = folding.get(tasks);
  if (known) return known;
  const texts = tasks.table.column('text').then((cells) => cells.map((text) => folded(String(text))));
  folding.set(tasks, texts);
  texts.catch(() => folding.delete(tasks));
  return texts;
}

/** Whether the site is served by this machine: then the texts cost no network, and can be read before they are sought. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

export async function searchTasks(tasks: TaskSet, query: string): Promise<Searched> {
  const terms = await queryTerms(query);
  const all = Array.from({ length: tasks.count }, (_, at) => at);
  if (terms.length === 0) return { terms, candidates: all };
  const texts = await textsToSearch(tasks);
  return { terms, candidates: all.filter((at) => holdsAll(texts[at] ?? '', terms)) };
}
