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
import type { DocumentRows } from './marks';

export interface ReadDocument extends DocumentRows {
  readonly document: Document;
  readonly sections: readonly Section[];
}

/** The rows of one document that the reading view shows; undefined where the release has none of this id. */
export async function loadDocument(release: Release, id: string): Promise<ReadDocument | undefined> {
  const of = <Shape>(table: string) => release.rowsWhere<Shape>(table, 'document_id', id);
  const [documents, sections, paragraphs, tasks, actions, targets, mentions, corrections, suspects] =
    await Promise.all([
      of<Document>('documents'),
      of<Section>('sections'),
      of<Paragraph>('paragraphs'),
      of<Task>('tasks'),
      of<Action>('actions'),
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
