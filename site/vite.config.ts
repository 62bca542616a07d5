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
  test: { include: ['**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
});
