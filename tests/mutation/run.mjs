// Mutation testing of src/record, part by part with the tests of each. usage: npm run mutation [-- part …]
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';

/** What is mutated, and the tests in tests/unit/record/ that have to notice; only few tests keep a run short. */
const parts = {
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
};

/** The least share of mutants that must be noticed, in percent. */
const LEAST = 80;

/** Files that only say what is there. */
const declarations = ['index.ts', 'types.ts', '**/types.ts', '**/index.ts'];

const filesOf = (patterns) => globSync(patterns, { cwd: 'src/record', ignore: declarations });
const mutated = new Set(Object.values(parts).flatMap(({ mutate }) => filesOf(mutate)));
const forgotten = filesOf(['**/*.ts']).filter((file) => !mutated.has(file));
if (forgotten.length > 0) throw new Error(`no part mutates ${forgotten.join(', ')}`);

const wanted = process.argv.slice(2);
const noticed = new Set(['Killed', 'Timeout']);
let [found, all] = [0, 0];
mkdirSync('out', { recursive: true });
for (const [name, { mutate, tests }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.env.BIAOLI_MUTATION_TESTS = tests.join(',');
  const results = await new Stryker({
    mutate: mutate.map((file) => `src/record/${file}`),
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
  const counted = results.filter(
    ({ status }) => noticed.has(status) || status === 'Survived' || status === 'NoCoverage',
  );
  const files = new Set(counted.map(({ fileName }) => fileName));
  for (const file of [...files].sort()) {
    const mutants = counted.filter(({ fileName }) => fileName === file);
    const killed = mutants.filter(({ status }) => noticed.has(status)).length;
    console.log(`${percent(killed, mutants.length)}  ${killed}/${mutants.length}  ${relative('src/record', file)}`);
    found += killed;
    all += mutants.length;
  }
}
console.log(`${percent(found, all)}  ${found}/${all}  in all`);
writeFileSync('out/mutation.txt', `${percent(found, all)} ${found}/${all}\n`);
if (found < (all * LEAST) / 100) process.exitCode = 1;

function percent(part, whole) {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)} %`;
}
