import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PYTHON, ROOT } from './build';
import { asked, launch, type Served, serve, visit } from './site';

/** The site as `make site` writes it, on a host that knows nothing of it, not even ranges of bytes. */
let served: Served;
let browser: Browser;
let address: string;
let stop: () => void;
beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
  const folder = join(served.folder, '..', 'site');
  const repository = ['--repository', 'https://example.org/owner/name'];
  execFileSync(PYTHON, ['-m', 'gangyao.explorer.static', served.folder, folder, ...repository], {
    cwd: ROOT,
  });
  const host = spawn(PYTHON, ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder]);
  stop = () => host.kill();
  for await (const line of createInterface(host.stdout)) {
    const port = / port (\d+)/.exec(line)?.[1];
    if (port) {
      address = `http://127.0.0.1:${port}/`;
      break;
    }
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  stop?.();
  served?.stop();
});

test('any host of files will do', async () => {
  const { page, open, complaints, hosts } = await visit(browser, address);
  await open('#/tasks?modality=prohibit');
  const count = asked(served, "select count(*) from tasks where modality = 'prohibit'");
  expect(await page.textContent('.found')).toMatch(new RegExp(`^${count} of `));
  await open('#/document/chengyu-2021?show=corrections&at=chengyu-2021/c111-113');
  await page.locator('.printed-line mark').waitFor();
  const report = await page
    .getByRole('complementary', { name: 'What stands here' })
    .getByRole('link', { name: 'Report an error' })
    .getAttribute('href');
  expect(report).toContain('https://example.org/owner/name/issues/new?template=data-error.yml');
  expect(report).toContain('row=chengyu-2021%2Fc111-113');
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([new URL(address).host]);
  await page.context().close();
});

test('so will it for SQL', async () => {
  const { page, open } = await visit(browser, address);
  await open('sql.html#/sql');
  await page.getByRole('textbox').fill('select count(*) as n from tasks');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('main table').waitFor();
  expect(await page.locator('main tbody td').textContent()).toBe(asked(served, 'select count(*) from tasks'));
  await page.context().close();
});

test('what is read needs no network any more', async () => {
  const { page, open } = await visit(browser, address);
  await open('#/tasks');
  await page.getByRole('searchbox', { name: 'Search' }).fill('生態');
  await page.locator('mark.hit').first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('searchbox', { name: 'Search' }).fill('長江');
  await page.waitForFunction(() => document.querySelector('mark.hit')?.textContent === '长江');
  await page.context().close();
});
