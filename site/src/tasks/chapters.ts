/** Which chapter a section belongs to, and the headings above it. */

import type { Section } from '../release/rows';

export interface Headings {
  /** The topmost section above each section. */
  readonly chapterOf: ReadonlyMap<string, string>;
  /** The heading of each section; one that is not on the page is its number in brackets. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** The headings from the top down to each section. */
  readonly pathOf: ReadonlyMap<string, string>;
}

type Named = Pick<Section, 'section_id' | 'parent_id' | 'label' | 'title' | 'path'>;

/** The rows have to come in reading order, those above before those below. */
export function headings(sections: readonly Named[]): Headings {
  const chapterOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  const pathOf = new Map<string, string>();
  for (const section of sections) {
    const { section_id: id, parent_id: parent } = section;
    const name = `${section.label} ${section.title}`.trim() || `[${section.path}]`;
    nameOf.set(id, name);
    chapterOf.set(id, parent === null ? id : (chapterOf.get(parent) ?? parent));
    const above = parent === null ? undefined : pathOf.get(parent);
    pathOf.set(id, above ? `${above} › ${name}` : name);
  }
  return { chapterOf, nameOf, pathOf };
}
