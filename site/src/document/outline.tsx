import { t } from '../i18n/language';
import type { Section } from '../release/rows';
import type { AddressOf } from './reading';

/** Headings below this depth would make the outline longer than it helps. */
const DEEPEST = 3;

export function Outline({
  sections,
  at,
  traditional,
  addressOf,
}: {
  sections: readonly Section[];
  at: string | null;
  traditional: boolean;
  addressOf: AddressOf;
}) {
  return (
    <nav class="outline" aria-label={t('outline')}>
      <h2>{t('outline')}</h2>
      <ul lang={traditional ? 'zh-Hant' : 'zh-Hans'}>
        {sections
          .filter((section) => section.depth <= DEEPEST)
          .map((section) => (
            <li key={section.section_id} class={`depth-${section.depth}`}>
              <a
                href={addressOf(section.section_id)}
                aria-current={section.section_id === at ? 'location' : undefined}
              >
                {sectionName(section, traditional)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** A section's heading; one that is not on the page is shown by its number in brackets. */
export function sectionName(section: Section, traditional = false): string {
  const name = `${section.label} ${traditional ? section.title_hant : section.title}`.trim();
  return name || `[${section.path}]`;
}
