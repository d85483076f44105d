// Bundles src/cli into dist/: the program, and apart from it what is loaded only when it is needed.
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** What pdfkit would load for its own text, pictures and encryption, and Handlebars for source maps, is left out. */
const withoutUnused = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve({ filter: /^(fontkit|linebreak|png-js|source-map|@noble\/ciphers\/aes)$/ }, ({ importer }) =>
      /pdfkit|handlebars/.test(importer) ? { path: 'unused', namespace: 'unused' } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default {}; export const create = null, cbc = null, ecb = null;',
    }));
  },
};

/** Modules that are loaded when something of them is asked for, from a place of their own or as they are named. */
const loadedWhenUsed = (name, modules, placeOf = (path) => path) => ({
  name,
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^(${modules.join('|')})$`) }, ({ path, namespace }) =>
      namespace === name ? undefined : { path, namespace: name },
    );
    bundle.onResolve({ filter: /^/, namespace: name }, ({ path }) => ({ path, external: true }));
    bundle.onLoad({ filter: /^/, namespace: name }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((one) => one !== 'default' && one !== 'module.exports');
      const getters = names.map((one) => `get ${one}() { return require('${placeOf(path)}').${one}; },`);
      return { contents: `module.exports = {\n${getters.join('\n')}\n};` };
    });
  },
});

/** What setting a form does not use of Node. */
const seldom = loadedWhenUsed('seldom', [
  'node:child_process',
  'node:os',
  'node:timers/promises',
  'node:worker_threads',
]);

/** How everything is bundled; bench/ bundles itself with src/ the same way, but for the format. */
export const settings = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
  // yaml's build for Node reads process.env at every lexeme.
  alias: { yaml: `${import.meta.dirname}/node_modules/yaml/browser/dist/index.js` },
  external: ['fontkit', 'pdf-parse', 'pdfjs-dist', 'pdfjs-dist/*', 'tinypool', 'cli-progress', 'write-excel-file/node'],
  plugins: [withoutUnused, seldom],
  logLevel: 'warning',
};

/** Parts that the program loads when it needs them, by the module it names in `import()`. */
const lazy = { pdf: 'write/page/pdf', docx: 'write/flow/docx', read: 'read', pool: 'pool' };

/** Libraries that setting a form does not use, each a part of its own: YAML in unusual ways, patterns, watching. */
const libraries = ['yaml', 'tinyglobby', 'chokidar'];
const lazyLibraries = loadedWhenUsed('library', libraries, (path) => `./${path}.js`);

const lazyParts = {
  name: 'lazy-parts',
  setup(bundle) {
    bundle.onResolve({ filter: /\/index\.ts$/ }, ({ path, kind }) => {
      const part = Object.entries(lazy).find(([, folder]) => path.endsWith(`/${folder}/index.ts`));
      return part && kind === 'dynamic-import' ? { path: `./${part[0]}.js`, external: true } : undefined;
    });
  },
};

/** Makes the rest of a text ASCII: esbuild leaves regular expressions as they are. The loader reads texts of one byte a character. */
const ascii = {
  name: 'ascii',
  setup(bundle) {
    bundle.onEnd(({ outputFiles }) => {
      for (const { path, text } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
        );
      }
    });
  },
};

const commonjs = {
  ...settings,
  charset: 'ascii',
  write: false,
  absWorkingDir: import.meta.dirname,
  format: 'cjs',
  define: { 'import.meta.url': '__file' },
  plugins: [...settings.plugins, ascii],
  banner: { js: "const __file = require('node:url').pathToFileURL(__filename).href;" },
};

/** The file that tells one build from another. */
const BUILD = 'build';

/** Builds beside dist/ and then replaces file by file: who runs the program meanwhile finds it whole. */
async function bundleProgram() {
  const dist = join(import.meta.dirname, 'dist');
  const made = mkdtempSync(`${dist}.`);
  try {
    await bundleInto(made);
    replaceBy(made, dist);
    // Compiled code names the folder it was compiled in.
    saveCompiledCode(dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function bundleInto(folder) {
  const into = { ...commonjs, outdir: folder };
  const writers = { pdf: `src/${lazy.pdf}/index.ts`, docx: `src/${lazy.docx}/index.ts` };
  await build({
    ...into,
    entryPoints: { program: 'src/cli/main.ts', loader: 'src/cli/loader.ts', ...writers },
    plugins: [...commonjs.plugins, lazyParts, lazyLibraries],
    supported: { 'dynamic-import': false },
  });
  await build({ ...into, entryPoints: Object.fromEntries(libraries.map((name) => [name, name])) });
  await build({
    ...into,
    entryPoints: { read: `src/${lazy.read}/index.ts`, pool: `src/cli/batch/crew/${lazy.pool}/index.ts` },
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(
    join(folder, 'biaoli.js'),
    "#!/usr/bin/env node\nrequire('./loader.js').start(process.argv.slice(2));\n",
    { mode: 0o755 },
  );
  writeFileSync(join(folder, 'thread.js'), "require('./loader.js').thread();\n");
  writeFileSync(join(folder, 'worker.js'), "module.exports = require('./loader.js').work;\n");
  writeFileSync(join(folder, BUILD), buildName(folder));
}

/** Its name comes last: what the old program still makes must not be taken for the new one's. */
function replaceBy(made, dist) {
  mkdirSync(dist, { recursive: true });
  const names = readdirSync(made).filter((name) => name !== BUILD);
  for (const name of [...names, BUILD]) renameSync(join(made, name), join(dist, name));
  for (const name of readdirSync(dist)) {
    if (name !== BUILD && !names.includes(name)) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

/** Tells one build from another, so that what an earlier one has made is made anew. */
function buildName(dist) {
  const parts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  return hash('sha256', parts.map((name) => readFileSync(join(dist, name), 'utf8')).join('\0'));
}

/** Sets a record once in each mode of the loader and saves what V8 has compiled on the way. */
function saveCompiledCode(dist) {
  const record = join(import.meta.dirname, 'data/大朗镇/公共服务办公室-2024.yaml');
  if (!existsSync(record)) return;
  const out = mkdtempSync(join(tmpdir(), 'biaoli-'));
  for (const inputs of [[record], [record, record.replace('.yaml', '.y?ml')]]) {
    const script = `const { start, save } = require('./loader.js');
      start(${JSON.stringify(['render', ...inputs.slice(-1), '-o', out])}).then(save);`;
    execFileSync(process.execPath, ['-e', script], { cwd: dist, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  rmSync(out, { recursive: true, force: true });
}

if (process.argv[1] === import.meta.filename) await bundleProgram();
