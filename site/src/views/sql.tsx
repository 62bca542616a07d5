import { useEffect, useState } from 'preact/hooks';
import { useLoaded, useRelease } from '../components/context';
import { SaveButtons } from '../components/save_buttons';
import { SimpleTable } from '../components/simple_table';
import { number, t } from '../i18n/language';
import type { Cell } from '../release/table';
import { amend, href, type Place } from '../router';
import type { Answer } from '../sql/engine';
import { loadRecipes, type Recipe } from '../sql/recipes';

/** Rows of an answer that are drawn. */
const MOST_ROWS = 500;

const FIRST = "select task_id, verb, object from actions where modality = 'prohibit' order by action_id";

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly answer: Answer; readonly ms: number }
  | { readonly is: 'failed'; readonly told: string };

/** Queries on the release, in the browser; the address holds the query. */
export function SqlView({ place }: { place: Place }) {
  const release = useRelease();
  const kept = place.params.get('q') ?? FIRST;
  const [query, setQuery] = useState(kept);
  const [state, setState] = useState<State>({ is: 'idle' });
  useEffect(() => setQuery(kept), [kept]);
  const run = async () => {
    amend(href(['sql'], { ...Object.fromEntries(place.params), q: query }));
    setState({ is: 'running' });
    const begun = performance.now();
    try {
      const { ask } = await import('../sql/engine');
      const answer = await ask(release.base, query);
      setState({ is: 'done', answer, ms: Math.round(performance.now() - begun) });
    } catch (error) {
      setState({ is: 'failed', told: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <h1>{t('sql')}</h1>
      <p class="quiet">{t('sqlNote')}</p>
      <div class="with-facets with-recipes">
        <Recipes place={place} />
        <div>
          <label class="query">
            {t('query')}
            <textarea
              spellcheck={false}
              rows={Math.min(18, Math.max(5, query.split('\n').length + 1))}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
              }}
            />
          </label>
          <p>
            <button type="button" class="main" disabled={state.is === 'running'} onClick={() => void run()}>
              {t('run')}
            </button>{' '}
            <span class="quiet">Ctrl+Enter</span>
          </p>
          <Result state={state} />
        </div>
      </div>
    </>
  );
}

function Recipes({ place }: { place: Place }) {
  const recipes = useLoaded(loadRecipes, []);
  if (recipes.state !== 'done') return <aside />;
  const topics = new Map<string, Recipe[]>();
  for (const recipe of recipes.value) topics.set(recipe.topic, [...(topics.get(recipe.topic) ?? []), recipe]);
  return (
    <aside class="recipes" aria-label={t('recipes')}>
      <h2>{t('recipes')}</h2>
      {[...topics].map(([topic, of]) => (
        <section key={topic} lang="en">
          <h3>{topic}</h3>
          <ul>
            {of.map((recipe) => (
              <li key={recipe.query}>
                <a href={href(['sql'], { ...Object.fromEntries(place.params), q: recipe.query })}>
                  {recipe.question}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function Result({ state }: { state: State }) {
  if (state.is === 'idle') return null;
  if (state.is === 'running') {
    return (
      <p class="quiet" role="status">
        {t('running')}
      </p>
    );
  }
  if (state.is === 'failed') {
    return (
      <pre class="wrapped failed" role="alert">
        {state.told}
      </pre>
    );
  }
  const { columns, rows } = state.answer;
  return (
    <>
      <div class="toolbar">
        <p role="status" class="found">
          {t('took', { n: number(rows.length), ms: number(state.ms) })}
          {rows.length > MOST_ROWS && ` ${t('firstRows', { n: number(MOST_ROWS) })}`}
        </p>
        <SaveButtons sheet={() => ({ name: 'query', head: columns, rows })} />
      </div>
      <SimpleTable
        head={columns}
        rows={rows.slice(0, MOST_ROWS).map((row) => row.map((value, at) => shown(columns[at] ?? '', value)))}
      />
    </>
  );
}

/** A cell of an answer; an id of a row leads to it. */
function shown(column: string, value: Cell) {
  if (value === null) return <span class="quiet">∅</span>;
  if (column.endsWith('_id') && typeof value === 'string') return <a href={href(['row', value])}>{value}</a>;
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'number' ? value : String(value);
}
