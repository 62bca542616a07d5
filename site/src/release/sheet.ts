/** What a view shows, as a file to keep. */

import { csv } from './csv';
import type { Cell } from './table';

export interface Sheet {
  /** Name of the file without its ending, and of the sheet. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel's own limit: characters of a cell. */
const LONGEST_CELL = 32_767;

export function saveCsv(sheet: Sheet): void {
  // The mark tells Excel that the file is UTF-8.
  save(
    new Blob(['\ufeff', csv(sheet.head, sheet.rows)], { type: 'text/csv;charset=utf-8' }),
    `${sheet.name}.csv`,
  );
}

export async function saveXlsx(sheet: Sheet): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const head = sheet.head.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#DDE7F0' as const,
    wrap: true,
  }));
  const rows = sheet.rows.map((row) => row.map(xlsxCell));
  const columns = sheet.head.map((_, at) => ({
    width: width(sheet.rows.slice(0, 200).map((row) => row[at] ?? null)),
  }));
  const written = writeXlsxFile([head, ...rows], {
    sheet: sheet.name.slice(0, 31),
    columns,
    stickyRowsCount: 1,
  });
  save(await written.toBlob(), `${sheet.name}.xlsx`);
}

function xlsxCell(value: Cell) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = Array.isArray(value) ? value.join('、') : String(value);
  // Always text, never a formula.
  return { value: text.slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' as const };
}

/** Width of a column in characters, by what stands in it: texts are wrapped at 60. */
function width(cells: readonly Cell[]): number {
  const longest = Math.max(0, ...cells.map((cell) => (cell === null ? 0 : String(cell).length * 1.8)));
  return Math.min(60, Math.max(10, longest));
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
