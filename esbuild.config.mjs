// Bundles src/cli into dist/biaoli.js with chunks that load only when they are needed.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

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

/** How the command line is bundled; bench/ bundles itself with src/ the same way. */
export const settings = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
  // yaml's build for Node reads process.env at every lexeme.
  alias: { yaml: `${import.meta.dirname}/node_modules/yaml/browser/dist/index.js` },
  external: ['fontkit', 'pdf-parse', 'pdfjs-dist', 'pdfjs-dist/*'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [withoutUnused],
  logLevel: 'warning',
};

if (process.argv[1] === import.meta.filename) {
  rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });
  await build({
    ...settings,
    absWorkingDir: import.meta.dirname,
    entryPoints: { biaoli: 'src/cli/main.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
  });
}
