import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { RemoteFile } from '../../src/release/remote_file';
import { Table } from '../../src/release/table';

/** Seven rows in three row groups, of the documents 甲, 乙 and 丙; Zstandard, as the release has it. */
async function rowsFile(read: [number, number][] = [], name = './rows.parquet'): Promise<RemoteFile> {
  const file = await readFile(new URL(name, import.meta.url));
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  return {
    byteLength: bytes.byteLength,
    slice: async (start, end = bytes.byteLength) => {
      read.push([start, end]);
      return bytes.slice(start, end);
    },
  };
}

describe('a table', () => {
  test('gives columns of plain values over all row groups', async () => {
    const table = await Table.open('rows', await rowsFile());
    expect(table.rows).toBe(7);
    expect(await table.column('number')).toEqual([1, 2, null, 4, 5, 6, 7]);
    expect(await table.column('day')).toEqual([...Array(6).fill('2021-10-20'), null]);
    expect(await table.column('names')).toEqual([['a', 'b'], [], ['c'], [], [], [], ['d']]);
    expect(await table.column('is_it')).toEqual([true, false, true, false, true, false, null]);
  });

  test('gives nulls for a column that it does not have', async () => {
    const table = await Table.open('rows', await rowsFile());
    expect(await table.column('later')).toEqual(Array(7).fill(null));
  });

  test('gives the rows of one document', async () => {
    const table = await Table.open('rows', await rowsFile());
    expect(await table.rowsWhere('document_id', '乙', ['number'])).toEqual([
      { number: 4 },
      { number: 5 },
      { number: 6 },
    ]);
    expect(await table.rowsWhere('document_id', '丁')).toEqual([]);
    expect(await table.rowsWhere('later', '乙')).toEqual([]);
  });

  test('gives single cells of whatever rows', async () => {
    const table = await Table.open('rows', await rowsFile());
    expect(await table.cellsAt('number', [6, 0, 4])).toEqual([7, 1, 5]);
    expect(await table.cellsAt('number', [7])).toEqual([null]);
    expect(await table.rowsBetween(2, 4, ['document_id', 'number'])).toEqual([
      { document_id: '甲', number: null },
      { document_id: '乙', number: 4 },
    ]);
  });

  test('reads of a large row group only the pages that hold the rows', async () => {
    const read: [number, number][] = [];
    const table = await Table.open('paged', await rowsFile(read, './paged.parquet'));
    read.length = 0;
    const texts = await table.rowsWhere('document_id', 'd7', ['text']);
    expect(texts.length).toBe(500);
    expect(texts.every((row) => String(row.text).startsWith('d7 '))).toBe(true);
    const bytes = read.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(bytes).toBeLessThan(table.byteLength / 2);
    expect(await table.cellsAt('text', [4999, 0])).toEqual([
      expect.stringMatching(/^d9 /),
      expect.stringMatching(/^d0 /),
    ]);
  });

  test('reads no row group that cannot hold the document', async () => {
    const read: [number, number][] = [];
    const table = await Table.open('rows', await rowsFile(read));
    read.length = 0;
    await table.rowsWhere('document_id', '丙', ['number']);
    const one = read.length;
    read.length = 0;
    await table.column('number');
    // Two columns of one group, against the two groups that are left of one column.
    expect(one).toBe(2);
    expect(read.length).toBe(2);
  });
});
