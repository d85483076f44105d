import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && file !== 'docs.test.ts')
  .map((file) => readFileSync(`tests/${file}`, 'utf8'))
  .join('\n');

/** The cells of the rows of the first table in docs/typography.md. */
const rules = readFileSync('docs/typography.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1)
  .map((line) => line.slice(2, -2).split(' | '));

test('every rule of docs/typography.md names a test that there is', () => {
  expect(rules.length).toBeGreaterThan(15);
  const missing = rules.filter(([, , , title = '']) => !sources.includes(`'${title}'`));
  expect(missing).toEqual([]);
});
