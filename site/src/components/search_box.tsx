import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/language';
import { amend, href, type Place } from '../router';

/** How long typing has to pause before the address, and with it the search, follows; in milliseconds. */
const PAUSE = 120;

/** The field whose words the address keeps as `q`. */
export function SearchBox({ place, onFocus }: { place: Place; onFocus?: () => void }) {
  const kept = place.params.get('q') ?? '';
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  useEffect(() => {
    if (typed === kept) return undefined;
    const waiting = setTimeout(() => {
      const params = new URLSearchParams(place.params);
      params.set('q', typed);
      amend(href([place.view, ...place.rest], params));
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [typed, kept, place]);
  return (
    <search>
      <label class="search">
        <span>{t('search')}</span>
        <input
          type="search"
          value={typed}
          placeholder={t('searchHint')}
          {...(onFocus && { onFocus })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
    </search>
  );
}
