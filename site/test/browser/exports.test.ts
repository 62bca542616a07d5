import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BREAKDOWN_HEAD } from '../../src/tasks/breakdown';
import { asked, launch, type Served, serve, visit, workbookRows } from './site';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const name = download.suggestedFilename();
  const path = join(served.folder, name);
  await download.saveAs(path);
  return { name, path };
}

test('what is seen is saved as a workbook and as CSV', async () => {
  const { page, open, complaints } = await visit(browser, served.address);
  await open('#/tasks?modality=prohibit');
  const count = Number(asked(served, "select count(*) from tasks where modality = 'prohibit'"));
  expect(count).toBeGreaterThan(0);
  const workbook = await saved(page, '.xlsx');
  expect(workbook.name).toBe('Tasks.xlsx');
  const [head, ...rows] = workbookRows(workbook.path);
  expect(head).toEqual(['task_id', 'document', 'section', 'text', 'modality', 'actors']);
  expect(rows.length).toBe(count);
  expect(rows.every((row) => row[4] === 'prohibit' && String(row[0]).startsWith('chengyu-2021/'))).toBe(true);
  const text = readFileSync((await saved(page, '.csv')).path, 'utf8');
  expect(text.startsWith('\ufefftask_id,document,section,text,modality,actors\n')).toBe(true);
  expect(text.trim().split('\n').length).toBe(count + 1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the breakdown of tasks has the columns that offices use, and what the view in SQL has', async () => {
  const { page, open } = await visit(browser, served.address);
  await open('#/tasks');
  const [head, ...rows] = workbookRows((await saved(page, '任务分解表 (.xlsx)')).path);
  expect(head).toEqual([...BREAKDOWN_HEAD]);
  expect(rows.length).toBe(Number(asked(served, 'select count(*) from v_task_breakdown')));
  const bodies = rows.filter((row) => row[2] !== null).length;
  expect(bodies).toBe(
    Number(asked(served, 'select count(*) from v_task_breakdown where bodies is not null')),
  );
  expect(bodies).toBeGreaterThan(0);
  await page.context().close();
});

test('SQL runs in the browser, and gives what the pictures show', async () => {
  const { page, open, complaints, hosts } = await visit(browser, served.address);
  await open('sql.html#/sql');
  await page
    .getByRole('textbox')
    .fill('select modality, count(*) as tasks from tasks group by all order by tasks desc');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('main table').waitFor({ timeout: 25_000 });
  expect(await page.locator('main tbody tr').first().textContent()).toBe(
    `commit${asked(served, "select count(*) from tasks where modality = 'commit'")}`,
  );
  // A picture's own query gives its table.
  await open('#/pictures');
  const picture = page.locator('figure', { hasText: 'Tasks by chapter' });
  await picture.getByText('The table of this picture').click();
  const drawn = await picture.locator('tbody tr').allTextContents();
  await picture.getByText('The query of this picture').click();
  await picture.getByRole('link', { name: 'Ask it in SQL' }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('main table').waitFor({ timeout: 25_000 });
  // The chapter whose heading is not on the page has no title in the table of sections.
  const answered = await page.locator('main tbody tr').allTextContents();
  expect(answered.filter((row) => row.startsWith('第')).sort()).toEqual(
    drawn.filter((row) => row.startsWith('第')).sort(),
  );
  expect(answered.length).toBe(drawn.length);
  // What the engine may not do: reach elsewhere.
  await page.getByRole('textbox').fill("select * from read_csv('https://example.org/x.csv')");
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('alert').waitFor();
  expect([...hosts]).toEqual([new URL(served.address).host]);
  expect(complaints.filter((told) => !told.includes('read_csv') && !told.includes('Error'))).toEqual([]);
  await page.context().close();
});
