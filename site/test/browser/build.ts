/** The command line of Gangyao, which makes what the tests look at. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = new URL('../../../', import.meta.url).pathname;
export const PYTHON = join(ROOT, '.venv/bin/python');
export const GANGYAO = join(ROOT, '.venv/bin/gangyao');

/** Build a release of the seeds, or of some files. */
export function build(files: readonly string[], release: string): void {
  execFileSync(GANGYAO, ['build', ...files, '--output', release], { cwd: ROOT, stdio: 'pipe' });
}
