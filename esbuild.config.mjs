// Bundles src/cli into dist/biaoli.js with chunks that load only when they are needed.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** What pdfkit would load for its own text and pictures, and Handlebars for source maps, is left out of the bundle. */
const withoutUnused = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve({ filter: /^(fontkit|linebreak|png-js|source-map)$/ }, ({ importer }) =>
      /pdfkit|handlebars/.test(importer) ? { path: 'unused', namespace: 'unused' } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default {}; export const create = null;',
    }));
  },
};

rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: { biaoli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
  keepNames: true,
  external: ['fontkit', 'pdf-parse', 'pdfjs-dist', 'pdfjs-dist/*'],
  chunkNames: 'chunks/[name]-[hash]',
  define: { 'process.env.BIAOLI_VERSION': JSON.stringify(version) },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [withoutUnused],
  logLevel: 'warning',
});
