import { useEffect, useState } from 'preact/hooks';
import { keepLanguage, language, t } from '../i18n/language';
import type { Word } from '../i18n/words';
import { amend, href, type Place } from '../router';

const VIEWS: readonly { view: string; word: Word; also?: readonly string[] }[] = [
  { view: '', word: 'overview' },
  { view: 'documents', word: 'documents', also: ['document'] },
  { view: 'tasks', word: 'tasks' },
  { view: 'entities', word: 'entities', also: ['entity'] },
  { view: 'targets', word: 'targets' },
  { view: 'pictures', word: 'pictures' },
  { view: 'curation', word: 'curation' },
  { view: 'tables', word: 'tables', also: ['row'] },
  { view: 'sql', word: 'sql' },
];

const THEME = 'gangyao-theme';

export function Header({ place, onChange }: { place: Place; onChange: () => void }) {
  const here = VIEWS.find(({ view, also }) => view === place.view || also?.includes(place.view));
  useEffect(() => {
    document.title = here ? `${t(here.word)} · ${t('site')}` : t('site');
  });
  const other = language() === 'zh' ? 'en' : 'zh';
  return (
    <header class="top">
      <a class="brand" href={href([''])}>
        {t('site')}
      </a>
      <nav aria-label={t('menu')}>
        <ul>
          {VIEWS.map(({ view, word }) => (
            <li key={view}>
              <a href={href([view])} aria-current={here?.view === view ? 'page' : undefined}>
                {t(word)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="choices">
        <ThemeButton />
        <button
          type="button"
          lang={other === 'zh' ? 'zh-Hans' : 'en'}
          onClick={() => {
            keepLanguage(other);
            if (place.params.has('lang')) {
              const params = new URLSearchParams(place.params);
              params.set('lang', other);
              amend(href([place.view, ...place.rest], params));
            }
            onChange();
          }}
        >
          {t('language')}
        </button>
      </div>
    </header>
  );
}

function ThemeButton() {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <button
      type="button"
      onClick={() => {
        setDark(!dark);
        try {
          localStorage.setItem(THEME, dark ? 'light' : 'dark');
        } catch {
          // Without storage the choice holds until the page is left.
        }
      }}
    >
      {t(dark ? 'light' : 'dark')}
    </button>
  );
}

function isDark(): boolean {
  try {
    const kept = localStorage.getItem(THEME);
    if (kept) return kept === 'dark';
  } catch {
    // Without storage the system's choice holds.
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
