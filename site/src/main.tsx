import { render } from 'preact';
import { App } from './app';
import { lazy } from './components/lazy';
import { t } from './i18n/language';
import type { Place } from './router';
import { OverviewView } from './views/overview';
import './styles/site.css';

// The first view is in the first file; the others come when they are asked for.
const VIEWS = {
  documents: lazy(() => import('./views/documents').then((loaded) => loaded.DocumentsView)),
  document: lazy(() => import('./views/document').then((loaded) => loaded.DocumentView)),
  tasks: lazy(() => import('./views/tasks').then((loaded) => loaded.TasksView)),
  entities: lazy(() => import('./views/entities').then((loaded) => loaded.EntitiesView)),
  entity: lazy(() => import('./views/entity').then((loaded) => loaded.EntityView)),
  targets: lazy(() => import('./views/targets').then((loaded) => loaded.TargetsView)),
  pictures: lazy(() => import('./views/pictures').then((loaded) => loaded.PicturesView)),
  curation: lazy(() => import('./views/curation').then((loaded) => loaded.CurationView)),
  tables: lazy(() => import('./views/tables').then((loaded) => loaded.TablesView)),
  row: lazy(() => import('./views/row').then((loaded) => loaded.RowView)),
} as const;

function View({ place }: { place: Place }) {
  if (place.view === '') return <OverviewView />;
  if (!Object.hasOwn(VIEWS, place.view)) return <p class="failed">{t('notThere')}</p>;
  const Found = VIEWS[place.view as keyof typeof VIEWS];
  return <Found place={place} />;
}

const root = document.getElementById('app');
if (root) render(<App view={View} />, root);
