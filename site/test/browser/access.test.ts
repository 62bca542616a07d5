import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asked, launch, type Served, serve, settled, visit } from './site';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
  '#/',
  '#/documents',
  '#/document/chengyu-2021?show=tasks,actions,targets,entities,corrections,suspects&at=chengyu-2021/c111-113',
  '#/document/chengyu-2021?view=order',
  '#/tasks?q=生态&group=chapter',
  '#/entities',
  '#/entity/admin_area/重庆市',
  '#/targets',
  '#/pictures',
  '#/curation',
  '#/tables',
  '#/tables/tasks',
  '#/row/chengyu-2021/8.1/p2/t7',
  'sql.html#/sql',
];

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds serious or critical. */
async function seriousFindings(page: Page): Promise<string[]> {
  // From the driver, which the content security policy does not bind.
  await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } }).axe;
    return (await axe.run()).violations;
  });
  return (findings as Finding[])
    .filter((finding) => ['serious', 'critical'].includes(finding.impact))
    .map(
      (finding) =>
        `${finding.id}: ${finding.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

describe.each(VIEWS)('%s', (hash) => {
  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no serious finding in %s at %i pixels, and fits', async (colorScheme, width) => {
    const { page, open, complaints } = await visit(browser, served.address, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await open(hash);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('the keyboard reaches the content, a mark and what it says', async () => {
  const { page, open } = await visit(browser, served.address);
  await open('#/document/chengyu-2021?show=corrections');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.locator('.reading a.correction').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'What stands here' }).waitFor();
  await page.getByRole('link', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'What stands here' }).waitFor({ state: 'detached' });
  await page.context().close();
});

test('in print the text stands alone, and tables are whole', async () => {
  const { page, open } = await visit(browser, served.address);
  await open('#/tasks');
  await page.emulateMedia({ media: 'print' });
  const all = Number(asked(served, 'select count(*) from tasks'));
  await page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, all);
  expect(await page.locator('.top').isVisible()).toBe(false);
  await page.context().close();
});

test('a page left and come back to is the same page', async () => {
  const { page, open } = await visit(browser, served.address);
  await open('#/tasks?modality=explore');
  const found = await page.textContent('.found');
  await page.locator('tbody a.task-text').first().click();
  await page.locator('.reading').waitFor();
  await page.goBack();
  await settled(page);
  expect(await page.textContent('.found')).toBe(found);
  await page.context().close();
});
