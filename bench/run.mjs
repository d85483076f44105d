// Bundles the benchmark with src/ the way the command line is bundled, then runs one entry.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { settings } from '../esbuild.config.mjs';

const [entry = 'main', ...rest] = process.argv.slice(2);
const out = new URL('.built/', import.meta.url);
const names = ['main', 'profile', 'prepare', 'worker', 'cold-typst'];
rmSync(out, { recursive: true, force: true });
await build({
  ...settings,
  splitting: true,
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  absWorkingDir: import.meta.dirname,
  entryPoints: Object.fromEntries(names.map((name) => [name, `${name}.ts`])),
  outdir: '.built',
  chunkNames: '[name]-[hash]',
  // The profile must name places in src/.
  ...(entry === 'profile' && { sourcemap: true, minify: false }),
  external: [...settings.external, 'carbone', 'pdfmake', '@myriaddreamin/*'],
});
process.argv.splice(2, process.argv.length, ...rest);
await import(new URL(`${entry}.js`, out));
