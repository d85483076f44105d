// Bundles a TypeScript entry with src/ the way the command line is bundled, into .built/ beside it, and runs it.
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { settings } from '../../esbuild.config.mjs';

const entry = resolve(process.argv[2] ?? join(import.meta.dirname, 'gallery.ts'));
const outfile = join(dirname(entry), '.built', basename(entry).replace(/\.ts$/, '.js'));
await build({
  ...settings,
  format: 'esm',
  minify: false,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  entryPoints: [entry],
  outfile,
  external: [...settings.external, '@myriaddreamin/*'],
});
await import(pathToFileURL(outfile).href);
