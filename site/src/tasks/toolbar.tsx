import { placeWith } from '../components/choice';
import { useRelease } from '../components/context';
import { SaveButtons } from '../components/save_buttons';
import { number, t } from '../i18n/language';
import { type Sheet, saveXlsx } from '../release/sheet';
import type { Cell } from '../release/table';
import { amend, type Place } from '../router';
import { breakdown } from './breakdown';
import type { Headings } from './chapters';
import { GROUPINGS, type Grouping } from './order';
import type { TaskSet } from './task_set';

interface Properties {
  readonly tasks: TaskSet;
  /** The numbers of the tasks, each once. */
  readonly found: readonly number[];
  readonly place: Place;
  readonly grouping: Grouping | null;
  readonly headings: Headings | undefined;
}

/** How many tasks were found, how they are grouped, and the files that keep them. */
export function Toolbar({ tasks, found, place, grouping, headings }: Properties) {
  const release = useRelease();
  return (
    <div class="toolbar">
      <p role="status" class="found">
        {t('found', { n: number(found.length), all: number(tasks.count) })}
      </p>
      <label>
        {t('groupBy')}{' '}
        <select
          value={grouping ?? ''}
          onChange={(event) => amend(placeWith(place, { group: event.currentTarget.value }))}
        >
          <option value="">{t('none')}</option>
          {GROUPINGS.map((name) => (
            <option key={name} value={name}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <SaveButtons sheet={() => shownTasks(tasks, found, headings)} />
      <button
        type="button"
        onClick={() => void breakdown(release, tasks, found, '任务分解表').then(saveXlsx)}
      >
        {t('saveBreakdown')}
      </button>
    </div>
  );
}

async function shownTasks(
  tasks: TaskSet,
  numbers: readonly number[],
  headings: Headings | undefined,
): Promise<Sheet> {
  const [ids, texts] = await Promise.all([tasks.table.column('task_id'), tasks.table.column('text')]);
  return {
    name: t('tasks'),
    head: ['task_id', 'document', 'section', 'text', 'modality', 'actors'],
    rows: numbers.map((at): Cell[] => [
      ids[at] ?? '',
      tasks.documents.get(tasks.documentIds[at] ?? '')?.title ?? '',
      headings?.pathOf.get(tasks.sectionIds[at] ?? '') ?? '',
      texts[at] ?? '',
      tasks.modalities[at] ?? '',
      tasks.actors[at] ?? [],
    ]),
  };
}
