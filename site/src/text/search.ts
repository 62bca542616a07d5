/**
 * Full-text search: every word of the query has to stand in the text, as it is written.
 *
 * Chinese is not cut into words, so that none is missed, and a plain scan is exact: no trigram index that loses
 * words of two characters, no segmenter that cuts 长江大保护 otherwise in the query than in the text.
 */

import { simplified } from './script';

/** Fold Latin case and full-width Latin, digits and signs; the length in UTF-16 units stays. */
export function folded(text: string): string {
  return text.replace(/[A-Z\uFF01-\uFF5E\u3000]/g, (letter) => {
    if (letter === '\u3000') return ' ';
    const code = letter.charCodeAt(0);
    return (code > 0xff00 ? String.fromCharCode(code - 0xfee0) : letter).toLowerCase();
  });
}

/** The words of a query, in Simplified characters and folded. */
export async function queryTerms(query: string): Promise<string[]> {
  const words = folded(await simplified(query.normalize('NFC')))
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)];
}

export function holdsAll(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => text.includes(term));
}

/** Where the terms stand in a text, in UTF-16 units; spans that touch are one. */
export function hits(text: string, terms: readonly string[]): { start: number; end: number }[] {
  const sought = folded(text);
  const found: { start: number; end: number }[] = [];
  for (const term of terms) {
    for (let at = sought.indexOf(term); at !== -1; at = sought.indexOf(term, at + 1)) {
      found.push({ start: at, end: at + term.length });
    }
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: { start: number; end: number }[] = [];
  for (const hit of found) {
    const last = joined.at(-1);
    if (last && hit.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
    else joined.push(hit);
  }
  return joined;
}
