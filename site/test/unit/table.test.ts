import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { RemoteFile } from '../../src/release/remote_file';
import { Table } from '../../src/release/table';

/** Seven rows in three row groups, of the documents 甲, 乙 and 丙; Zstandard, as the release has it. */
async function rowsFile(read: [number, number][] = []): Promise<RemoteFile> {
  const file = await readFile(new URL('./rows.parquet', import.meta.url));
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
