import { describe, expect, test } from 'vitest';
import { type DocumentRows, linked, type Mark, marksByParagraph } from '../../src/document/marks';
import { linesOfSpan } from '../../src/document/printed_line';
import { companions } from '../../src/entity/occurrences';
import { byProvince } from '../../src/pictures/place_picture';
import { TILES } from '../../src/pictures/provinces';
import type { Line } from '../../src/release/rows';

const ROWS = {
  paragraphs: [{ paragraph_id: 'd/1/p1' }],
  tasks: [{ task_id: 'd/1/p1/t1', paragraph_id: 'd/1/p1', start_char: 2, end_char: 9 }],
  actions: [
    {
      action_id: 'd/1/p1/t1/a1',
      task_id: 'd/1/p1/t1',
      text: '到2027年，加快建设公园',
      verb: '加快建设',
      object: '公园',
      start_char: 2,
    },
    {
      action_id: 'd/1/p1/t1/a2',
      task_id: 'd/1/p1/t1',
      text: '推进',
      verb: '推进',
      object: '',
      start_char: 20,
    },
  ],
  targets: [{ target_id: 'd/1/p1/t1/q1', task_id: 'd/1/p1/t1', start_char: 2, end_char: 8 }],
  mentions: [],
  corrections: [
    { correction_id: 'd/c1-2', paragraph_id: 'd/1/p1', start_char: 3, end_char: 3 },
    { correction_id: 'd/c0-1', paragraph_id: null, start_char: null, end_char: null },
  ],
  suspects: [],
} as unknown as DocumentRows;

describe('marks', () => {
  const marks = marksByParagraph(ROWS).get('d/1/p1') ?? [];
  const at = (look: string) =>
    marks.filter((mark) => mark.of.look === look).map(({ start, end }) => [start, end]);

  test('stand where the rows say, verb and object where they stand in the clause', () => {
    expect(at('task')).toEqual([[2, 9]]);
    expect(at('verb')).toEqual([
      [9, 13],
      [20, 22],
    ]);
    expect(at('object')).toEqual([[13, 15]]);
    expect(at('target')).toEqual([[2, 8]]);
  });

  test('of corrections include those that took characters out, not those outside paragraphs', () => {
    expect(at('correction')).toEqual([[3, 3]]);
  });

  test('that cover one place are linked by the one that says most', () => {
    const mark = (look: Mark['look']): Mark => ({ kind: 'tasks', table: 'tasks', id: look, look });
    expect(linked([mark('task'), mark('entity'), mark('correction')])?.look).toBe('correction');
    expect(linked([mark('task'), mark('verb')])).toBeUndefined();
  });
});

test('a raw span lies on the lines that it touches, one without length where it stands', () => {
  const line = (number: number, start: number, text: string) =>
    ({ line: number, raw_start: start, raw_end: start + text.length, text }) as Line;
  const lines = [line(1, 0, '长江'), line(2, 3, '大保护'), line(3, 7, '')];
  const numbers = (start: number, end: number) => linesOfSpan(lines, start, end).map((one) => one.line);
  expect(numbers(1, 4)).toEqual([1, 2]);
  expect(numbers(3, 4)).toEqual([2]);
  expect(numbers(5, 5)).toEqual([2]);
  expect(numbers(2, 2)).toEqual([1]);
});

test('companions are counted once a task, without the entity itself', () => {
  const link = (task_id: string | null, entity_id: string) => ({ task_id, entity_id });
  const links = [
    link('t1', 'a'),
    link('t1', 'b'),
    link('t1', 'b'),
    link('t2', 'b'),
    link('t3', 'c'),
    link(null, 'd'),
  ];
  expect(companions(links, new Set(['t1', 't2']), 'a')).toEqual([{ entity_id: 'b', tasks: 2 }]);
});

test('places are gathered by province, and every province has one tile of its own', () => {
  const place = (admin_code: string | null, mention_count: number, type = 'admin_area') => ({
    type,
    admin_code,
    mention_count,
  });
  expect(
    byProvince([
      place('510100', 2),
      place('510000', 3),
      place('500000', 1),
      place(null, 9),
      place('510100', 5, 'zone'),
    ]),
  ).toEqual([
    { code: '50', places: 1, mentions: 1 },
    { code: '51', places: 2, mentions: 5 },
  ]);
  expect(TILES.length).toBe(34);
  expect(new Set(TILES.map((tile) => tile.code)).size).toBe(34);
  expect(new Set(TILES.map((tile) => `${tile.column} ${tile.row}`)).size).toBe(34);
});
