import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, launch, type Served, serve, settled, type Visit, visit } from './site';

let served: Served;
let browser: Browser;
let all: string;
beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
  all = asked(served, 'select count(*) from tasks');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

async function looking(hash: string, see: (visited: Visit) => Promise<void>): Promise<void> {
  const visited = await visit(browser, served.address);
  await visited.open(hash);
  await see(visited);
  expect(visited.complaints).toEqual([]);
  expect([...visited.hosts]).toEqual([new URL(served.address).host]);
  await visited.page.context().close();
}

test('the overview tells what the release holds', async () => {
  await looking('#/', async ({ page }) => {
    expect(await page.textContent('main')).toContain(`${all}Tasks`);
    expect(await page.getByRole('link', { name: 'parquet/tasks.parquet' }).getAttribute('href')).toBe(
      'release/parquet/tasks.parquet',
    );
  });
});

test('tasks are found by Traditional and by Simplified words alike', async () => {
  const rowsOf = async (word: string) => {
    let found = '';
    await looking('#/tasks', async ({ page }) => {
      await page.getByRole('searchbox', { name: 'Search' }).fill(word);
      await page.waitForFunction(
        (before) => !document.querySelector('.found')?.textContent?.startsWith(before),
        `${all} `,
      );
      found = (await page.textContent('.found')) ?? '';
      expect(await page.textContent('mark.hit')).toBe('生态');
    });
    return found;
  };
  const count = asked(served, "select count(*) from tasks where text like '%生态%'");
  expect(await rowsOf('生態')).toBe(`${count} of ${all} tasks`);
  expect(await rowsOf('生态')).toBe(`${count} of ${all} tasks`);
});

test('a facet narrows the tasks and is kept in the address', async () => {
  await looking('#/tasks', async ({ page }) => {
    const found = `${asked(served, "select count(*) from tasks where modality = 'prohibit'")} of ${all} tasks`;
    await page.getByLabel(/^prohibit/).check();
    await page.waitForFunction((told) => document.querySelector('.found')?.textContent === told, found);
    expect(page.url()).toContain('modality=prohibit');
    await page.reload();
    await settled(page);
    expect(await page.textContent('.found')).toBe(found);
  });
});

test('a correction leads to its printed form', async () => {
  await looking('#/document/chengyu-2021', async ({ page }) => {
    expect(await page.locator('.reading .correction').count()).toBe(0);
    await page.getByRole('checkbox', { name: /^Corrections/ }).check();
    await page.locator('.reading a.correction', { hasText: '竞训' }).click();
    const panel = page.getByRole('complementary', { name: 'What stands here' });
    await panel.locator('.printed-line mark').waitFor();
    expect(await panel.locator('.printed-line mark').textContent()).toBe('训训');
    expect(await panel.textContent()).toContain('witness');
    expect(page.url()).toContain('at=chengyu-2021%2Fc111-113');
  });
});

test('the lasting link of a row opens it, and says when the release is another', async () => {
  await looking('#/row/chengyu-2021/8.1/p2/t7?release=0.0.1', async ({ page }) => {
    expect(await page.textContent('h1')).toContain('chengyu-2021/8.1/p2/t7');
    expect(await page.getByRole('note').textContent()).toContain('0.0.1');
    expect(await page.textContent('main')).toContain('严厉打击');
  });
});

test('the site speaks the language that is chosen', async () => {
  await looking('#/', async ({ page }) => {
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
    await page.getByRole('link', { name: '任务', exact: true }).first().click();
    await settled(page);
    expect(await page.textContent('.found')).toBe(`${all} 条任务中的 ${all} 条`);
  });
});
