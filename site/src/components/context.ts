import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { Release } from '../release/release';

/** Where the host of the site puts the release: beside it. */
const ReleaseContext = createContext(new Release('release/'));

export function useRelease(): Release {
  return useContext(ReleaseContext);
}

export type Loading<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** What `load` gives, once it is there; asked for again when `keys` change. What was there stays until then. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loading<T> {
  const [loading, setLoading] = useState<Loading<T>>({ state: 'waiting' });
  useEffect(() => {
    let stale = false;
    load().then(
      (value) => stale || setLoading({ state: 'done', value }),
      (error: unknown) => stale || setLoading({ state: 'failed', error }),
    );
    return () => {
      stale = true;
    };
  }, keys);
  return loading;
}
