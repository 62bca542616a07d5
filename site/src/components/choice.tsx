import { t, valueName } from '../i18n/language';
import type { Word } from '../i18n/words';
import { amend, href, type Place } from '../router';

/** A choice among a few values that the address keeps under `name`. */
export function Choice({
  place,
  name,
  word,
  values,
  label = valueName,
}: {
  place: Place;
  name: string;
  word: Word;
  values: readonly string[];
  label?: (value: string) => string;
}) {
  return (
    <label>
      {t(word)}{' '}
      <select
        value={place.params.get(name) ?? ''}
        onChange={(event) => amend(placeWith(place, { [name]: event.currentTarget.value }))}
      >
        <option value="">{t('all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {label(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The address of a place with some parameters changed; those that are empty are dropped. */
export function placeWith(place: Place, changed: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(place.params);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  return href([place.view, ...place.rest], params);
}

/** The values that some rows have, in their order, each once. */
export function valuesOf<Of>(rows: readonly Of[], value: (row: Of) => string | null): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const one = value(row);
    if (one) found.add(one);
  }
  return [...found].sort();
}
