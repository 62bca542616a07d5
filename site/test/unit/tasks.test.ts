import { describe, expect, test } from 'vitest';
import { breakdownRows } from '../../src/tasks/breakdown';
import { headings } from '../../src/tasks/chapters';
import { chosenTasks, countValues, facetOf } from '../../src/tasks/facets';

const ALL = [0, 1, 2, 3];
const facets = {
  actor: facetOf(4, (at) => [['重庆市', '四川省'], ['重庆市'], [], ['四川省']][at] ?? []),
  modality: facetOf(4, (at) => [['commit'], ['commit'], ['support'], ['support']][at] ?? []),
};

describe('facets', () => {
  test('choose the tasks with one of the values in every facet', () => {
    const chosen = { actor: new Set(['重庆市', '四川省']), modality: new Set(['commit']) };
    expect(chosenTasks(ALL, facets, chosen)).toEqual([0, 1]);
    expect(chosenTasks(ALL, facets, { actor: new Set(['nobody']) })).toEqual([]);
    expect(chosenTasks(ALL, facets, {})).toEqual(ALL);
  });

  test('count their own values as if none of them were chosen', () => {
    const chosen = { actor: new Set(['四川省']), modality: new Set(['commit']) };
    expect(countValues(facets.modality, chosenTasks(ALL, facets, chosen, 'modality'))).toEqual([
      { value: 'commit', label: 'commit', count: 1 },
      { value: 'support', label: 'support', count: 1 },
    ]);
  });

  test('count a value once a task', () => {
    const twice = facetOf(1, () => ['a', 'a']);
    expect(countValues(twice, [0])).toEqual([{ value: 'a', label: 'a', count: 1 }]);
  });
});

test('headings know their chapter and all that is above them', () => {
  const { chapterOf, pathOf } = headings([
    { section_id: 'd/8', parent_id: null, label: '第八章', title: '生态', path: '8' },
    { section_id: 'd/8.1', parent_id: 'd/8', label: '', title: '', path: '8.1' },
  ]);
  expect(chapterOf.get('d/8.1')).toBe('d/8');
  expect(pathOf.get('d/8.1')).toBe('第八章 生态 › [8.1]');
});

test('the breakdown tells who leads, who supports, by when and how much', () => {
  const target = { task_id: 'd/1/p1/t1', indicator: null };
  const duty = { task_id: 'd/1/p1/t1', deadline: null };
  const rows = breakdownRows(
    [
      { id: 'd/1/p1/t1', text: '提高覆盖率。', where: '规划 第一章' },
      { id: 'd/1/p1/t2', text: '推进建设。', where: '规划 第一章' },
    ],
    [
      { ...target, target_id: 'q2', kind: 'share', indicator: '覆盖率', text: '56%', start_char: 9 },
      { ...target, target_id: 'q1', kind: 'deadline', text: '到2027年', start_char: 0 },
    ],
    [
      { ...duty, responsibility_id: 'r1', body: '林业局', part: 'lead' },
      { ...duty, responsibility_id: 'r2', body: '财政局', part: 'support' },
      { ...duty, responsibility_id: 'r3', body: '发改委', part: 'responsible' },
    ],
  );
  expect(rows).toEqual([
    [1, '提高覆盖率。', '林业局、发改委', '财政局', '到2027年', '覆盖率56%', '规划 第一章（d/1/p1/t1）'],
    [2, '推进建设。', '', '', '', '', '规划 第一章（d/1/p1/t2）'],
  ]);
});
