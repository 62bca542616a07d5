import type { ComponentChildren } from 'preact';
import { t } from '../i18n/language';
import type { Loading } from './context';

/** Show what was loaded, or that it is on its way, or why it failed. */
export function Loaded<T>({
  from,
  children,
}: {
  from: Loading<T>;
  children: (value: T) => ComponentChildren;
}) {
  if (from.state === 'waiting') {
    return (
      <p class="quiet" role="status">
        {t('loading')}
      </p>
    );
  }
  if (from.state === 'failed') {
    const told = from.error instanceof Error ? from.error.message : String(from.error);
    return (
      <p class="failed" role="alert">
        {t('failed')}: {told}
      </p>
    );
  }
  return <>{children(from.value)}</>;
}
