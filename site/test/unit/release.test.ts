import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csv, csvCell } from '../../src/release/csv';
import { type Descriptor, tablesOfId } from '../../src/release/descriptor';
import { readChecksums } from '../../src/release/release';
import { reportAddress, repositoryOfPages } from '../../src/release/report';
import { href, parsePlace } from '../../src/router';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

describe('an id', () => {
  const descriptor = JSON.parse(read('output/datapackage.json')) as Descriptor;

  test.each([
    ['chengyu-2021/8.1/p1/t2', 'tasks'],
    ['chengyu-2021/8.1/p1/t2/a1', 'actions'],
    ['chengyu-2021/8.1/p1', 'paragraphs'],
    ['chengyu-2021/8.1', 'sections'],
    ['chengyu-2021', 'documents'],
    ['chengyu-2021/c291-291', 'corrections'],
    ['admin_area/重庆市', 'entities'],
  ])('%s is found among those of its table', (id, table) => {
    expect(tablesOfId(descriptor, id)).toContain(table);
  });
});

test('a cell that a spreadsheet would run is neutralised as in the release', () => {
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('＠cmd')).toBe("'＠cmd");
  expect(csvCell("'quoted")).toBe("''quoted");
  expect(csvCell('-')).toBe('-');
  expect(csvCell(-5)).toBe('-5');
  expect(csv(['a', 'b'], [['x,"y"', ['甲', '乙']]])).toBe('a,b\n"x,""y""","[""甲"",""乙""]"\n');
});

test('the report fills in fields that the form has', () => {
  const form = read('.github/ISSUE_TEMPLATE/data-error.yml');
  const fields = [...form.matchAll(/^ {4}id: (\w+)$/gm)].map((found) => found[1]);
  const report = { row: 'd/1/p1/t1', release: '1+ab', printed: '甲&乙', expected: '', source: '' };
  const address = new URL(reportAddress('https://github.com/o/r', report));
  expect(Object.keys(report).every((name) => fields.includes(name))).toBe(true);
  expect(address.pathname).toBe('/o/r/issues/new');
  expect(address.searchParams.get('printed')).toBe('甲&乙');
  expect(address.searchParams.get('template')).toBe('data-error.yml');
  expect(repositoryOfPages('o.github.io', '/r/')).toBe('https://github.com/o/r');
  expect(repositoryOfPages('example.org', '/r/')).toBeNull();
});

test('checksums are read as sha256sum writes them', () => {
  const sum = 'a'.repeat(64);
  expect(readChecksums(`${sum}  csv/tasks.csv\n${sum} *x\nno line\n`)).toEqual([
    { sha256: sum, path: 'csv/tasks.csv' },
    { sha256: sum, path: 'x' },
  ]);
});

test('an address gives the place back that it was made of', () => {
  const address = href(['document', 'a/b 甲?'], { at: 'x/1&2', empty: '' });
  const place = parsePlace(address);
  expect([place.view, ...place.rest]).toEqual(['document', 'a/b 甲?']);
  expect([...place.params]).toEqual([['at', 'x/1&2']]);
  expect(parsePlace('#/row/d/1/p1?release=1').rest).toEqual(['d', '1', 'p1']);
  expect(parsePlace('#/%E0%A4%A').view).toBe('%E0%A4%A');
});
