import type { Release } from '../release/release';
import type {
  Action,
  Correction,
  Document,
  Mention,
  Paragraph,
  Section,
  Suspect,
  Target,
  Task,
} from '../release/rows';
import type { DocumentRows, MarkKind } from './marks';

export interface ReadDocument extends DocumentRows {
  readonly document: Document;
  readonly sections: readonly Section[];
}

// The texts of sections and tasks are in the paragraphs too, and half of a release's bytes: they are not read again.
const SECTION = [
  'section_id',
  'document_id',
  'parent_id',
  'level',
  'depth',
  'label',
  'title',
  'title_hant',
  'path',
  'position',
  'is_implied',
] as const;
const PARAGRAPH = ['paragraph_id', 'section_id', 'position', 'kind', 'lead', 'text'] as const;
const TASK = ['task_id', 'document_id', 'section_id', 'paragraph_id', 'start_char', 'end_char'] as const;

/**
 * The rows of one document that the reading view shows; undefined where the release has none of this id.
 * What only some marks need is read where `shown` asks for it.
 */
export async function loadDocument(
  release: Release,
  id: string,
  shown: ReadonlySet<MarkKind>,
  traditional: boolean,
): Promise<ReadDocument | undefined> {
  const of = <Shape>(table: string, names?: readonly (keyof Shape & string)[]) =>
    release.rowsWhere<Shape>(table, 'document_id', id, names);
  const [documents, sections, paragraphs, tasks, actions, targets, mentions, corrections, suspects] =
    await Promise.all([
      of<Document>('documents'),
      of<Section>('sections', SECTION),
      of<Paragraph>('paragraphs', traditional ? [...PARAGRAPH, 'text_hant'] : PARAGRAPH),
      of<Task>('tasks', TASK),
      shown.has('actions') ? of<Action>('actions') : [],
      of<Target>('targets'),
      of<Mention>('mentions'),
      of<Correction>('corrections'),
      of<Suspect>('suspects'),
    ]);
  const document = documents[0];
  return (
    document && { document, sections, paragraphs, tasks, actions, targets, mentions, corrections, suspects }
  );
}
