/** 任务分解表, the breakdown of tasks as offices hand it round; the view `v_task_breakdown` says the same in SQL. */

import type { Release } from '../release/release';
import type { Responsibility, Target } from '../release/rows';
import type { Sheet } from '../release/sheet';
import type { TaskSet } from './task_set';
import { loadHeadings } from './task_set';

export const BREAKDOWN_HEAD = ['序号', '任务', '牵头单位', '配合单位', '完成时限', '目标值', '出处'] as const;

export interface BoundTask {
  readonly id: string;
  readonly text: string;
  /** The document and the headings above the task. */
  readonly where: string;
}

type BoundTarget = Pick<Target, 'target_id' | 'task_id' | 'kind' | 'indicator' | 'text' | 'start_char'>;

/** The rows of the breakdown, one a task, in the order given. */
export function breakdownRows(
  tasks: readonly BoundTask[],
  targets: readonly BoundTarget[],
  duties: readonly Responsibility[],
): (string | number)[][] {
  const targetsOf = grouped([...targets].sort(byPlace));
  const dutiesOf = grouped(duties);
  return tasks.map((task, at) => {
    const bound = targetsOf.get(task.id) ?? [];
    const answered = dutiesOf.get(task.id) ?? [];
    const bodies = (parts: readonly string[]) =>
      answered
        .filter((duty) => parts.includes(duty.part))
        .map((duty) => duty.body)
        .join('、');
    const deadline = answered.find((duty) => duty.deadline !== null)?.deadline;
    const dates = bound.filter((target) => target.kind === 'deadline').map((target) => target.text);
    const figures = bound
      .filter((target) => target.kind !== 'deadline')
      .map((target) => `${target.indicator ?? ''}${target.text}`);
    return [
      at + 1,
      task.text,
      bodies(['lead', 'responsible']),
      bodies(['support', 'guide']),
      deadline ?? dates.join('；'),
      figures.join('；'),
      `${task.where}（${task.id}）`,
    ];
  });
}

function byPlace(a: BoundTarget, b: BoundTarget): number {
  return a.start_char - b.start_char || (a.target_id < b.target_id ? -1 : 1);
}

function grouped<Of extends { readonly task_id: string }>(rows: readonly Of[]): Map<string, Of[]> {
  const found = new Map<string, Of[]>();
  for (const row of rows) {
    const known = found.get(row.task_id);
    if (known) known.push(row);
    else found.set(row.task_id, [row]);
  }
  return found;
}

/** The breakdown of some tasks, by their numbers in the set. */
export async function breakdown(
  release: Release,
  tasks: TaskSet,
  found: readonly number[],
  name: string,
): Promise<Sheet> {
  const [ids, texts, targets, duties, { pathOf }] = await Promise.all([
    tasks.table.column('task_id'),
    tasks.table.column('text'),
    release.allRows<BoundTarget>('targets', [
      'target_id',
      'task_id',
      'kind',
      'indicator',
      'text',
      'start_char',
    ]),
    release.allRows<Responsibility>('responsibilities'),
    loadHeadings(release),
  ]);
  const bound = found.map((at) => {
    const document = tasks.documents.get(tasks.documentIds[at] ?? '');
    const path = pathOf.get(tasks.sectionIds[at] ?? '') ?? '';
    return {
      id: String(ids[at] ?? ''),
      text: String(texts[at] ?? ''),
      where: `${document?.title ?? ''} ${path}`.trim(),
    };
  });
  return { name, head: BREAKDOWN_HEAD, rows: breakdownRows(bound, targets, duties) };
}
