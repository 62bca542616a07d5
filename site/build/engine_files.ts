/** The files of the bundle that are copies: DuckDB's engine, packed, and the recipes of the docs. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'fflate';
import type { Plugin } from 'vite';

const DUCKDB = createRequire(import.meta.url)
  .resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')
  .replace(/[^/]+$/, '');

export function engineFiles(): Plugin {
  return {
    name: 'gangyao-engine-files',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      // Packed by a library, not by Node, whose zlib differs from version to version. Browsers unpack it themselves,
      // so that no host has to.
      emit(
        'duckdb/duckdb-eh.wasm.gz',
        gzipSync(readFileSync(`${DUCKDB}duckdb-eh.wasm`), { level: 9, mtime: 0 }),
      );
      emit('duckdb/duckdb-browser-eh.worker.js', readFileSync(`${DUCKDB}duckdb-browser-eh.worker.js`));
      emit('recipes.md', readFileSync(new URL('../../docs/recipes.md', import.meta.url)));
    },
  };
}
