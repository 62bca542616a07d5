/** Which language the site speaks: as its address says, else as chosen before, else as the browser asks for. */

import { valuesZh } from './values';
import { type Word, words } from './words';

export type Language = 'en' | 'zh';

const KEY = 'gangyao-language';
let current: Language = 'zh';

export function language(): Language {
  return current;
}

export function chooseLanguage(asked: string | null): void {
  const wanted = asked ?? stored() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  current = wanted === 'en' ? 'en' : 'zh';
  document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';
}

export function keepLanguage(chosen: Language): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Without storage (a private window, say) the choice holds until the page is left.
  }
  current = chosen;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** A word of the site; `{name}` stands for what is given under that name. */
export function t(word: Word, given: Readonly<Record<string, string | number>> = {}): string {
  return words[word][current].replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
}

/** The name of a value of a table. */
export function valueName(value: string): string {
  return (current === 'zh' ? valuesZh[value] : undefined) ?? value.replaceAll('_', ' ');
}

export function number(value: number): string {
  return value.toLocaleString(current === 'zh' ? 'zh-CN' : 'en-GB');
}

/** A number of bytes as people read it. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1_000_000 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}
