import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8 } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type Served, serve, visit } from './site';

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([
    serve([fileURLToPath(new URL('./hostile.txt', import.meta.url))]),
    launch(),
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

test.each([
  '#/documents',
  '#/document/hostile?show=tasks,actions,targets,entities,corrections,suspects',
  '#/document/hostile?view=order',
  '#/tasks',
  '#/entities',
  '#/targets',
  '#/curation',
  '#/tables/paragraphs',
  '#/pictures',
])('hostile content is text in %s', async (hash) => {
  const { page, open, complaints } = await visit(browser, served.address);
  await open(hash);
  expect(await page.title()).not.toContain('owned');
  expect(await page.locator('main script, main img, main [onerror], main [onload]').count()).toBe(0);
  expect(await page.locator('main a[href^="javascript:" i]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each([
  '#/tasks?q=%3Cscript%3Ealert(1)%3C/script%3E',
  '#/row/%3Cimg%20src=x%20onerror=alert(1)%3E',
  '#/entity/javascript:alert(1)',
  '#/constructor',
  '#/__proto__/x?lang=%3Cb%3E',
])('a hostile address %s is text', async (hash) => {
  const { page, complaints } = await visit(browser, served.address);
  await page.goto(`${served.address}${hash}`);
  await page.locator('main').getByText(/./).first().waitFor();
  expect(await page.locator('main script, main img').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a release whose files lie is told as an error, not run', async () => {
  const { page } = await visit(browser, served.address);
  writeFileSync(`${served.folder}/parquet/entities.parquet`, '<script>alert(1)</script>');
  await page.goto(`${served.address}#/entities`);
  expect(await page.getByRole('alert').textContent()).toContain('could not be read');
  await page.context().close();
});

test('a text that a spreadsheet would run is neutralised in CSV', async () => {
  const { page, open } = await visit(browser, served.address);
  await open('#/tables/paragraphs');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '.csv' }).click(),
  ]);
  const { readFileSync } = await import('node:fs');
  const text = strFromU8(readFileSync(await download.path()));
  expect(text).not.toMatch(/(^|,)"?=cmd/m);
  await page.context().close();
});
