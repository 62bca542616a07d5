/** The built site over a release, as `gangyao explore` serves it, and a browser to look at it. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { build, GANGYAO, PYTHON, ROOT } from './build';

/** Debian's browser; another one by its path. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface Served {
  readonly address: string;
  readonly folder: string;
  stop(): void;
}

/** Serve a release of some files, or a copy of the one of the seeds. */
export async function serve(files: readonly string[] = []): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'gangyao-site-'));
  const release = join(folder, 'release');
  if (files.length > 0) build(files, release);
  else cpSync(inject('seedRelease'), release, { recursive: true });
  const server = spawn(GANGYAO, ['explore', release, '--no-open', '--port', '0'], { cwd: ROOT });
  return {
    address: await addressOf(server),
    folder: release,
    stop: () => {
      server.kill('SIGINT');
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a query on the release gives, asked outside the browser: the first cell. */
export function asked(served: Served, query: string): string {
  const printed = execFileSync(GANGYAO, ['sql', '--output', served.folder, '--format', 'csv', query], {
    cwd: ROOT,
  });
  return printed.toString().trim().split('\n')[1] ?? '';
}

/** The rows of a workbook's first sheet, as openpyxl reads it. */
export function workbookRows(path: string): (string | number | null)[][] {
  const code =
    'import json, sys, openpyxl; print(json.dumps([list(row) for row in openpyxl.load_workbook(sys.argv[1]).active.values]))';
  return JSON.parse(execFileSync(PYTHON, ['-c', code, path]).toString());
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface(server.stdout)) {
    const address = / is at (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the server did not start');
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    // Chromium's own sandbox does not work for root, as whom CI runs.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained of: errors, and what the content security policy refused. */
  readonly complaints: string[];
  /** The hosts that anything was asked of. */
  readonly hosts: Set<string>;
  open(hash: string): Promise<void>;
}

/** A page in a context of its own that speaks English unless told otherwise. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // What the page makes itself (blob:) is asked of nobody.
  page.on('request', (request) => request.url().startsWith('http') && hosts.add(new URL(request.url()).host));
  return {
    page,
    complaints,
    hosts,
    open: async (hash) => {
      await page.goto(`${address}${hash}`);
      await settled(page);
    },
  };
}

/** Wait until nothing on the page is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('main p.quiet[role=status]') === null,
  );
}
