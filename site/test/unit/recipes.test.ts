import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecipes } from '../../src/sql/recipes';

test('every query of the docs is a recipe, with its topic and what it asks', () => {
  const markdown = readFileSync(new URL('../../../docs/recipes.md', import.meta.url), 'utf8');
  const recipes = readRecipes(markdown);
  expect(recipes.length).toBe(markdown.match(/^```sql$/gm)?.length);
  expect(recipes[0]).toEqual({
    topic: 'How the plan is built',
    question: 'The table of contents:',
    query: 'select path, level, label, title, chars from sections order by position limit 12',
  });
  expect(recipes.every(({ topic, question, query }) => topic !== '' && question !== '' && query !== '')).toBe(
    true,
  );
});
