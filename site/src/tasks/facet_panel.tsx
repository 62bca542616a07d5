import { useState } from 'preact/hooks';
import { number, t } from '../i18n/language';
import { amend, href, type Place } from '../router';
import { type Chosen, chosenTasks, countValues, type Facet } from './facets';
import { FACETS, type FacetName, OPEN_AT_FIRST } from './task_set';

/** Values shown of a facet before a reader asks for more, and then. */
const FEW = 8;
const MANY = 200;

interface PanelProperties {
  readonly names: readonly FacetName[];
  readonly place: Place;
  readonly facets: Readonly<Record<string, Facet>>;
  readonly chosen: Chosen;
  readonly candidates: readonly number[];
  readonly onOpen: (name: FacetName) => void;
}

export function FacetPanel({ place, names, facets, chosen, candidates, onOpen }: PanelProperties) {
  const any = FACETS.some((name) => (chosen[name]?.size ?? 0) > 0);
  // On a phone the filters would push the tasks off the screen: there they are closed at first.
  const [wide] = useState(() => matchMedia('(min-width: 48rem)').matches);
  return (
    <aside class="facets" aria-label={t('filters')}>
      <details open={wide}>
        <summary>
          <h2>{t('filters')}</h2>
        </summary>
        {any && (
          <p>
            <a href={href([place.view], { q: place.params.get('q') })}>{t('clear')}</a>
          </p>
        )}
        {names.map((name) => (
          <FacetGroup
            key={name}
            name={name}
            place={place}
            facet={facets[name]}
            chosen={chosen[name] ?? new Set()}
            tasks={facets[name] ? chosenTasks(candidates, facets, chosen, name) : []}
            onOpen={() => onOpen(name)}
          />
        ))}
      </details>
    </aside>
  );
}

interface GroupProperties {
  readonly name: FacetName;
  readonly place: Place;
  readonly facet: Facet | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly tasks: readonly number[];
  readonly onOpen: () => void;
}

function FacetGroup({ name, place, facet, chosen, tasks, onOpen }: GroupProperties) {
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState('');
  const counted = facet ? countValues(facet, tasks) : [];
  const fitting = counted.filter(({ value, label }) => chosen.has(value) || label.includes(sought));
  // What is chosen stays in sight, also where nothing has it any more.
  const lost = [...chosen]
    .filter((value) => !counted.some((one) => one.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const first = fitting.filter(({ value }, at) => at < (all ? MANY : FEW) || chosen.has(value));
  return (
    <details
      class="facet"
      open={OPEN_AT_FIRST.includes(name) || chosen.size > 0}
      onToggle={(event) => event.currentTarget.open && onOpen()}
    >
      <summary>{t(name)}</summary>
      {facet && counted.length + lost.length === 0 && <p class="quiet">{t('none')}</p>}
      {counted.length > FEW && (
        <input
          type="search"
          value={sought}
          placeholder={t('find')}
          aria-label={`${t('find')}: ${t(name)}`}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul>
        {[...first, ...lost].map(({ value, label, count }) => (
          <li key={value}>
            <label title={label}>
              <input
                type="checkbox"
                checked={chosen.has(value)}
                onChange={() => amend(toggled(place, name, value))}
              />
              <span class="label">{label}</span> <span class="count">{number(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > FEW && (
        <button type="button" class="small" onClick={() => setAll(!all)}>
          {all ? t('less') : `${t('more')} (${number(fitting.length - FEW)})`}
        </button>
      )}
    </details>
  );
}

function toggled(place: Place, name: string, value: string): string {
  const params = new URLSearchParams(place.params);
  const values = params.getAll(name);
  params.delete(name);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  for (const one of next) params.append(name, one);
  return href([place.view, ...place.rest], params);
}
