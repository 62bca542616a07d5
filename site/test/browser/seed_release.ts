/** The release of the seeds, built once for all files of tests. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from './build';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of that release. */
    seedRelease: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gangyao-seed-'));
  const release = join(folder, 'release');
  build([], release);
  project.provide('seedRelease', release);
  return () => rmSync(folder, { recursive: true });
}
