import { useReducer } from 'preact/hooks';
import { Header } from './components/header';
import { lazy } from './components/lazy';
import { chooseLanguage, language, t } from './i18n/language';
import { type Place, usePlace } from './router';
import { OverviewView } from './views/overview';

// The first view is in the first file; the others come when they are asked for.
const VIEWS = {
  documents: lazy(() => import('./views/documents').then((loaded) => loaded.DocumentsView)),
  document: lazy(() => import('./views/document').then((loaded) => loaded.DocumentView)),
  tasks: lazy(() => import('./views/tasks').then((loaded) => loaded.TasksView)),
  row: lazy(() => import('./views/row').then((loaded) => loaded.RowView)),
} as const;

function View({ place }: { place: Place }) {
  if (place.view === '') return <OverviewView />;
  if (!Object.hasOwn(VIEWS, place.view)) return <p class="failed">{t('notThere')}</p>;
  const Found = VIEWS[place.view as keyof typeof VIEWS];
  return <Found place={place} />;
}

export function App() {
  const place = usePlace();
  const [, redraw] = useReducer((times: number, _: undefined) => times + 1, 0);
  chooseLanguage(place.params.get('lang'));
  return (
    <>
      <a class="skip" href="#main" onClick={skipToMain}>
        {t('skip')}
      </a>
      <Header place={place} onChange={() => redraw(undefined)} />
      <main id="main" tabIndex={-1} key={language()}>
        <View place={place} />
      </main>
    </>
  );
}

/** The hash holds the view, so that a jump within the page has to be made by hand. */
function skipToMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
