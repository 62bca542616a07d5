import type { ComponentType } from 'preact';
import { useReducer } from 'preact/hooks';
import { Header } from './components/header';
import { chooseLanguage, language, t } from './i18n/language';
import { type Place, usePlace } from './router';

/** What every page has, around the view that its address names. */
export function App({ view: View }: { view: ComponentType<{ place: Place }> }) {
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
