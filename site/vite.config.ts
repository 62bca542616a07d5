import { defineConfig } from 'vitest/config';
import { engineFiles } from './build/engine_files.ts';

// The bundle is committed inside the Python package, so that neither a build of data nor an installation needs Node.
export default defineConfig({
  base: './',
  plugins: [engineFiles()],
  build: {
    outDir: '../gangyao/explorer/bundle',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined file would be a data: address, which the content security policy refuses for all but pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: ['index.html', 'sql.html'],
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: {
    environment: 'node',
    testTimeout: 60_000,
    // The browser draws in processes of its own, so a file of tests mostly waits: one for each core, not one fewer.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/browser/seed_release.ts',
        },
      },
    ],
  },
});
