/** In which order the found tasks are shown, and under which heads. */

import { GroupHead } from '../components/data_table';
import { countValues, type Facet } from './facets';
import type { TaskSet } from './task_set';

export const SORTINGS = ['order', 'modality', 'actor'] as const;
export type SortName = (typeof SORTINGS)[number];

export const GROUPINGS = ['chapter', 'actor', 'body', 'document', 'modality', 'deadline'] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface Sorting {
  readonly by: SortName;
  readonly descending: boolean;
}

/** The tasks under a head for each value of a facet, the most frequent first; a task of two values is under both. */
export function underHeads(sorted: readonly number[], group: Facet): (number | GroupHead)[] {
  const under = new Map<string, number[]>();
  for (const task of sorted) {
    for (const value of group.of[task] ?? []) {
      const name = group.values[value] ?? '';
      const known = under.get(name);
      if (known) known.push(task);
      else under.set(name, [task]);
    }
  }
  return countValues(group, sorted).flatMap(({ value, label, count }) => [
    new GroupHead(label, count),
    ...(under.get(value) ?? []),
  ]);
}

/** The tasks in their order; those with equal keys stay in reading order. */
export function sortedTasks(tasks: TaskSet, found: readonly number[], { by, descending }: Sorting): number[] {
  // What was found comes in reading order.
  if (by === 'order') return descending ? [...found].reverse() : [...found];
  const key: (task: number) => string =
    by === 'modality'
      ? (task) => tasks.modalities[task] ?? ''
      : (task) => tasks.actors[task]?.join('、') || '\uffff';
  const keys = new Map(found.map((task) => [task, key(task)]));
  const sorted = [...found].sort((a, b) => {
    const [one, other] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    return one === other ? a - b : one < other ? -1 : 1;
  });
  return descending ? sorted.reverse() : sorted;
}
