/** Reasons of corrections and suspects in Chinese; the release has them in English. */

import { language } from './language';
import templates from './reasons.json';

interface Wording {
  readonly pattern: RegExp;
  readonly chinese: string;
}

const wordings: readonly Wording[] = Object.entries(templates).map(([english, chinese]) => ({
  pattern: new RegExp(
    `^${english
      .split('{}')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(.+?)')}$`,
    'u',
  ),
  chinese,
}));

/** A reason as the site's language words it; in English where a part of it has no Chinese wording. */
export function reasonInWords(reason: string): string {
  if (language() === 'en') return reason;
  const parts = reason.split('; ').map(worded);
  return parts.includes(null) ? (worded(reason) ?? reason) : parts.join('；');
}

function worded(reason: string): string | null {
  for (const { pattern, chinese } of wordings) {
    const found = pattern.exec(reason);
    if (found !== null) {
      return chinese.replace(/\{(\d)\}/g, (_, place: string) => found[Number(place) + 1] ?? '');
    }
  }
  return null;
}
