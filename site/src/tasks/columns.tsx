import { useLoaded } from '../components/context';
import type { ShownColumn } from '../components/data_table';
import { Highlighted } from '../components/highlighted';
import { t, valueName } from '../i18n/language';
import { href } from '../router';
import type { Headings } from './chapters';
import type { TaskSet } from './task_set';

/** The columns of the table of tasks; its rows are the numbers of tasks. */
export function taskColumns(
  tasks: TaskSet,
  terms: readonly string[],
  headings: Headings | undefined,
): ShownColumn<number>[] {
  const several = tasks.documents.size > 1;
  return [
    {
      name: 'order',
      title: t('text'),
      width: 'wide',
      cell: (at) => <TaskText key={at} tasks={tasks} at={at} terms={terms} />,
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
      cell: (at) => <TaskId key={at} tasks={tasks} at={at} />,
    },
  ];
}

/** What the rows in sight need is read for them alone; what lies together comes in one request. */
function useCell(tasks: TaskSet, column: string, at: number): string | undefined {
  const cell = useLoaded(() => tasks.table.cellsAt(column, [at]), [tasks, column, at]);
  return cell.state === 'done' ? String(cell.value[0] ?? '') : undefined;
}

interface Properties {
  readonly tasks: TaskSet;
  readonly at: number;
}

function TaskText({ tasks, at, terms }: Properties & { terms: readonly string[] }) {
  const text = useCell(tasks, 'text', at);
  const id = useCell(tasks, 'task_id', at);
  if (text === undefined) return <span class="quiet">…</span>;
  return (
    <a class="task-text" href={href(['document', tasks.documentIds[at] ?? ''], { at: id })}>
      <Highlighted text={text} terms={terms} />
    </a>
  );
}

function TaskId({ tasks, at }: Properties) {
  const id = useCell(tasks, 'task_id', at);
  if (id === undefined) return null;
  return (
    <a href={href(['row', id])}>
      <code>{id.split('/').slice(1).join('/')}</code>
    </a>
  );
}
