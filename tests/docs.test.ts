import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

test('the package holds every file that README.md leads to', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(packed) as [{ readonly files: readonly { readonly path: string }[] }];
  const there = new Set(files.map(({ path }) => path));
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(20);
  const missing = links.filter((link = '') => ![...there].some((one) => one === link || one.startsWith(`${link}/`)));
  expect(missing).toEqual([]);
});

test.each(['ARCHITECTURE.md', 'docs/decisions.md', 'docs/where-to-change.md'])(
  'every path that %s names is there',
  (page) => {
    const text = readFileSync(page, 'utf8');
    const paths = [...text.matchAll(/`((?:src|tests|templates|fonts|docs)\/[^`*<]+)`/gu)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  },
);
