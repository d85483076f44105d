// Mutation testing of some stages, part by part with the tests of each. usage: npm run mutation [-- part …]
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';

/**
 * Stages by their folders in src/: the least share of mutants that must be noticed, in percent, and parts. Of a part what
 * is mutated, and the tests in tests/unit/<stage>/ (or laws) that have to notice; only few tests keep a run short.
 */
const stages = {
  record: {
    least: 80,
    parts: {
      values: { mutate: ['target/*.ts'], tests: ['target*', 'values', 'amounts'] },
      rules: {
        mutate: ['checks/*.ts', 'acceptance.ts', 'acceptance-scope.ts'],
        tests: ['checks-*', 'acceptance', 'levels'],
      },
      sums: {
        mutate: ['checks/sums/*.ts', 'sums.ts', 'rows.ts', 'tolerance.ts', 'decimal.ts', 'money.ts'],
        tests: ['sums*', 'checks-sums', 'amounts'],
      },
      schema: { mutate: ['json-schema/*.ts'], tests: ['json-schema*'] },
      summary: { mutate: ['summary.ts', 'compose.ts'], tests: ['summary', 'compose'] },
      fields: {
        mutate: [
          'build',
          'explain*',
          'field-at',
          'layout',
          'misplaced',
          'near-names',
          'parse-printed',
          'place-of-part',
          'plain',
          'read',
          'rest',
          'sample',
          'schema',
        ].map((name) => `${name}.ts`),
        tests: [
          ...['amounts', 'faults', 'misplaced', 'near-names', 'parse-printed', 'rest'],
          ...['taxonomy', 'values', 'levels', 'layout', 'sample'],
        ],
      },
    },
  },
  text: {
    least: 70,
    // Reading and writing of font files.
    except: ['face/*.ts'],
    parts: {
      breaks: {
        mutate: ['characters', 'classes', 'breaks', 'units', 'words', 'parted', 'kinsoku'].map((name) => `${name}.ts`),
        tests: ['breaks', 'lines', 'plain', 'spacing', 'laws/text'],
      },
      lines: {
        mutate: ['balance', 'breakable', 'fill', 'justify', 'optimum', 'stretch-counts'].map((name) => `${name}.ts`),
        tests: ['breaks', 'lines', 'spacing', 'optimum', 'laws/text'],
      },
      glyphs: {
        mutate: ['lines', 'plain', 'shape', 'spacing', 'stack', 'zeros'].map((name) => `${name}.ts`),
        tests: ['breaks', 'lines', 'plain', 'spacing', 'laws/text'],
      },
    },
  },
  grid: { least: 90, parts: { grid: { mutate: ['*.ts'], tests: ['*', 'laws/grid'] } } },
  measure: {
    least: 75,
    parts: {
      cells: { mutate: ['*.ts'], tests: ['cells', 'measure', 'laws/ready-texts'] },
      columns: { mutate: ['columns/*.ts'], tests: ['columns', 'columns-share', 'columns-edges'] },
    },
  },
};

/** Files that only say what is there. */
const declarations = ['index.ts', 'types.ts', '**/types.ts', '**/index.ts'];

const wanted = process.argv.slice(2);
const noticed = new Set(['Killed', 'Timeout']);
mkdirSync('out', { recursive: true });
const shares = [];
for (const [stage, { least, parts, except = [] }] of Object.entries(stages)) {
  const filesOf = (patterns) => globSync(patterns, { cwd: `src/${stage}`, ignore: [...declarations, ...except] });
  const mutated = new Set(Object.values(parts).flatMap(({ mutate }) => filesOf(mutate)));
  const forgotten = filesOf(['**/*.ts']).filter((file) => !mutated.has(file));
  if (forgotten.length > 0) throw new Error(`no part of ${stage} mutates ${forgotten.join(', ')}`);

  let [found, all] = [0, 0];
  for (const [name, { mutate, tests }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const files = tests.map((test) => (test.startsWith('laws/') ? test : `unit/${stage}/${test}`));
    const mutants = await mutantsOf(
      name,
      filesOf(mutate).map((file) => `src/${stage}/${file}`),
      files,
    );
    for (const file of [...new Set(mutants.map(({ fileName }) => fileName))].sort()) {
      const own = mutants.filter(({ fileName }) => fileName === file);
      const killed = own.filter(({ status }) => noticed.has(status)).length;
      console.log(`${percent(killed, own.length)}  ${killed}/${own.length}  ${relative('src', file)}`);
      found += killed;
      all += own.length;
    }
  }
  if (all === 0) continue;
  shares.push(`${percent(found, all)}  ${found}/${all}  ${stage}, at least ${least} %`);
  if (found < (all * least) / 100) process.exitCode = 1;
}
console.log(shares.join('\n'));
writeFileSync('out/mutation.txt', `${shares.join('\n')}\n`);

/** The mutants of some files that these tests could notice, and whether they did. */
async function mutantsOf(name, mutate, tests) {
  process.env.BIAOLI_MUTATION_TESTS = tests.join(',');
  const results = await new Stryker({
    mutate,
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: `out/mutation-${name}.json` },
    tempDirName: `out/mutation-${name}`,
    ignorePatterns: ['/out', '/dist', '/docs', '/bench'],
    concurrency: Number(process.env.BIAOLI_MUTATION_JOBS ?? 2),
    logLevel: 'warn',
  }).runMutationTest();
  return results.filter(({ status }) => noticed.has(status) || status === 'Survived' || status === 'NoCoverage');
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)} %`;
}
