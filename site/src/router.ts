/** Every view has an address: `#/view/part?name=value`. What is after the hash needs no server to know it. */

import { useEffect, useState } from 'preact/hooks';

export interface Place {
  readonly view: string;
  readonly rest: readonly string[];
  readonly params: URLSearchParams;
}

export function parsePlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rest] = path.split('/').map(decoded);
  return { view, rest, params: new URLSearchParams(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page that has the SQL view: a page of its own, since its content security policy is another one. */
const SQL_PAGE = 'sql.html';
let page = '';

/** Say which page this is, where it is not the main one. */
export function standOnPage(name: string): void {
  page = name;
}

/** The page of a view, as seen from this page. */
function pageOf(view: string): string {
  if (view === 'sql') return page === SQL_PAGE ? '' : SQL_PAGE;
  return page === SQL_PAGE ? './' : '';
}

type Params = URLSearchParams | Readonly<Record<string, string | null | undefined>>;

/** The address of a view; parameters that are empty are left out. */
export function href(parts: readonly string[], params: Params = {}): string {
  const entries = params instanceof URLSearchParams ? [...params] : Object.entries(params);
  const query = new URLSearchParams(
    entries.filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined && entry[1] !== '',
    ),
  ).toString();
  const path = parts.filter((part) => part !== '').map(encodeURIComponent);
  return `${pageOf(parts[0] ?? '')}#/${path.join('/')}${query ? `?${query}` : ''}`;
}

export function usePlace(): Place {
  const [place, setPlace] = useState(() => parsePlace(location.hash || (page === SQL_PAGE ? '#/sql' : '')));
  useEffect(() => {
    const follow = () => setPlace(parsePlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

export function go(address: string): void {
  location.hash = address;
}

/** Change the address without a step in the history: for what is typed letter by letter. */
export function amend(address: string): void {
  history.replaceState(null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
