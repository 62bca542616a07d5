import { useLoaded, useRelease } from '../components/context';
import { Loaded } from '../components/loaded';
import { t, valueName } from '../i18n/language';
import type { Release } from '../release/release';
import { loadHeadings, loadTasks, type TaskSet } from '../tasks/task_set';
import { Chart } from './chart';
import { COLOURS, MODALITIES } from './colours';
import { Picture } from './picture';
import { TASKS_BY_DOCUMENT, tasksByChapterQuery } from './queries';

interface Bar {
  readonly group: string;
  readonly modality: string;
  readonly tasks: number;
}

/** Documents that are drawn when none is chosen: those with most tasks. */
const MOST_BARS = 30;

async function load(release: Release, documentId: string | null) {
  const tasks = await loadTasks(release);
  const only = documentId ?? (tasks.documents.size === 1 ? [...tasks.documents.keys()][0] : undefined);
  if (only === undefined) {
    return {
      bars: counted(tasks, (at) => tasks.documents.get(tasks.documentIds[at] ?? '')?.title),
      documentId: null,
    };
  }
  const { chapterOf, nameOf } = await loadHeadings(release);
  const chapter = (at: number) => nameOf.get(chapterOf.get(tasks.sectionIds[at] ?? '') ?? '');
  return {
    bars: counted(tasks, (at) => (tasks.documentIds[at] === only ? chapter(at) : undefined)),
    documentId: only,
  };
}

function counted(tasks: TaskSet, groupOf: (task: number) => string | undefined): Bar[] {
  const counts = new Map<string, Map<string, number>>();
  for (let at = 0; at < tasks.count; at++) {
    const group = groupOf(at);
    if (group === undefined) continue;
    const of = counts.get(group) ?? new Map<string, number>();
    counts.set(group, of);
    const modality = tasks.modalities[at] ?? '';
    of.set(modality, (of.get(modality) ?? 0) + 1);
  }
  return [...counts].flatMap(([group, of]) =>
    [...of].map(([modality, tasks]) => ({ group, modality, tasks })),
  );
}

/** Tasks by chapter of one document, or by document, and by how firmly they bind. */
export function TaskPicture({ documentId }: { documentId: string | null }) {
  const release = useRelease();
  const loaded = useLoaded(() => load(release, documentId), [release, documentId]);
  return <Loaded from={loaded}>{({ bars, documentId: of }) => <Bars bars={bars} documentId={of} />}</Loaded>;
}

function Bars({ bars, documentId }: { bars: readonly Bar[]; documentId: string | null }) {
  const totals = new Map<string, number>();
  for (const bar of bars) totals.set(bar.group, (totals.get(bar.group) ?? 0) + bar.tasks);
  const byChapter = documentId !== null;
  const drawn = byChapter
    ? [...totals.keys()]
    : [...totals]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_BARS)
        .map(([group]) => group);
  const title = t(byChapter ? 'tasksByChapter' : 'tasksByDocument');
  const names = MODALITIES.map(valueName);
  return (
    <Picture
      id="by-chapter"
      title={title}
      head={[t(byChapter ? 'chapter' : 'document'), t('modality'), t('tasks')]}
      rows={bars.map((bar) => [bar.group, valueName(bar.modality), bar.tasks])}
      query={byChapter ? tasksByChapterQuery(documentId) : TASKS_BY_DOCUMENT}
    >
      <Legend names={names} />
      <Chart
        label={title}
        of={[bars]}
        draw={(plot, width) =>
          plot.plot({
            width,
            height: 40 + drawn.length * 26,
            marginLeft: Math.min(240, width * 0.45),
            marginRight: 30,
            x: { label: t('tasks'), grid: true, ticks: 5 },
            y: { domain: drawn, label: null, tickFormat: (name: string) => cut(name, width < 500 ? 12 : 20) },
            color: { domain: names, range: [...COLOURS] },
            marks: [
              plot.barX(
                bars.filter((bar) => drawn.includes(bar.group)),
                {
                  x: 'tasks',
                  y: 'group',
                  fill: (bar: Bar) => valueName(bar.modality),
                  order: names,
                  stroke: 'var(--ground)',
                  title: (bar: Bar) => `${bar.group}\n${valueName(bar.modality)}: ${bar.tasks}`,
                },
              ),
              plot.text(drawn, {
                x: (group: string) => totals.get(group),
                y: (group: string) => group,
                text: (group: string) => String(totals.get(group)),
                dx: 14,
              }),
              plot.ruleX([0]),
            ],
          })
        }
      />
    </Picture>
  );
}

export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul class="legend">
      {names.map((name, at) => (
        <li key={name} class={`colour-${at}`}>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
