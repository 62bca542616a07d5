/** What is marked in a paragraph of the reading view, and where. */

import type { Action, Correction, Mention, Paragraph, Suspect, Target, Task } from '../release/rows';
import { codePoints, type Span } from '../text/spans';

export const MARK_KINDS = ['tasks', 'actions', 'targets', 'entities', 'corrections', 'suspects'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What is marked unless the address says otherwise. Corrections and suspects are shown on demand. */
export const MARKED_AT_FIRST: readonly MarkKind[] = ['tasks', 'targets', 'entities'];

export interface Mark {
  readonly kind: MarkKind;
  /** Table and id of the row that the mark stands for. */
  readonly table: string;
  readonly id: string;
  /** A class of the style sheet. */
  readonly look: 'task' | 'verb' | 'object' | 'target' | 'entity' | 'correction' | 'suspect';
}

export interface DocumentRows {
  readonly paragraphs: readonly Paragraph[];
  readonly tasks: readonly Task[];
  readonly actions: readonly Action[];
  readonly targets: readonly Target[];
  readonly mentions: readonly Mention[];
  readonly corrections: readonly Correction[];
  readonly suspects: readonly Suspect[];
}

/** A mark that is drawn as a link, if several cover a place: the one that says most of how far the text holds. */
const FIRST_LINKED: readonly Mark['look'][] = ['suspect', 'correction', 'target', 'entity'];

export function linked(marks: readonly Mark[]): Mark | undefined {
  for (const look of FIRST_LINKED) {
    const found = marks.find((mark) => mark.look === look);
    if (found) return found;
  }
  return undefined;
}

/** The marks of every paragraph, by its id. */
export function marksByParagraph(rows: DocumentRows): Map<string, Span<Mark>[]> {
  const found = new Map<string, Span<Mark>[]>(rows.paragraphs.map((one) => [one.paragraph_id, []]));
  const paragraphOf = new Map(rows.tasks.map((task) => [task.task_id, task.paragraph_id]));
  const add = (paragraph: string | null | undefined, start: number | null, end: number | null, of: Mark) => {
    if (paragraph && start !== null && end !== null) found.get(paragraph)?.push({ start, end, of });
  };
  for (const one of rows.tasks) {
    const mark: Mark = { kind: 'tasks', table: 'tasks', id: one.task_id, look: 'task' };
    add(one.paragraph_id, one.start_char, one.end_char, mark);
  }
  for (const one of rows.actions) {
    for (const { look, start, end } of clauseParts(one)) {
      add(paragraphOf.get(one.task_id), start, end, {
        kind: 'actions',
        table: 'actions',
        id: one.action_id,
        look,
      });
    }
  }
  for (const one of rows.targets) {
    const mark: Mark = { kind: 'targets', table: 'targets', id: one.target_id, look: 'target' };
    add(paragraphOf.get(one.task_id), one.start_char, one.end_char, mark);
  }
  for (const one of rows.mentions) {
    const mark: Mark = { kind: 'entities', table: 'mentions', id: one.mention_id, look: 'entity' };
    add(one.paragraph_id, one.start_char, one.end_char, mark);
  }
  for (const one of rows.corrections) {
    const mark: Mark = {
      kind: 'corrections',
      table: 'corrections',
      id: one.correction_id,
      look: 'correction',
    };
    add(one.paragraph_id, one.start_char, one.end_char, mark);
  }
  for (const one of rows.suspects) {
    const mark: Mark = { kind: 'suspects', table: 'suspects', id: one.suspect_id, look: 'suspect' };
    add(one.paragraph_id, one.start_char, one.end_char, mark);
  }
  return found;
}

/** Verb and object of a clause; together they are one piece of its text. */
function clauseParts(action: Action): { look: 'verb' | 'object'; start: number; end: number }[] {
  const at = action.text.indexOf(action.verb + action.object);
  if (at === -1) return [];
  const start = action.start_char + codePoints(action.text.slice(0, at)).length;
  const middle = start + codePoints(action.verb).length;
  const end = middle + codePoints(action.object).length;
  return [
    { look: 'verb', start, end: middle },
    ...(end > middle ? [{ look: 'object' as const, start: middle, end }] : []),
  ];
}
