/** CSV as the release writes it: lists as JSON, and no cell that a spreadsheet would run as a formula. */

import type { Cell } from './table';

// The same starts and mark as gangyao/release/writers/csv.py, where the reasons are.
const FORMULA = /^(?:'|[=+\-@＝＋－＠\t\r][\s\S])/;

export function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}
