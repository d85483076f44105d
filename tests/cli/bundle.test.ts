import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { biaoli, bundle, root, runNode } from '../support/bundle.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'biaoli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

describe('the demo', () => {
  test('gives the same bytes in another folder, time zone and language', async () => {
    const first = await biaoli(['render', 'data', '-o', join(home, '甲')], {
      env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    });
    const second = await biaoli(['render', join(root, 'data'), '-o', join(home, '乙')], {
      cwd: home,
      env: { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    });
    expect([first.code, second.code]).toEqual([0, 0]);
    const made = hashes(join(home, '甲'));
    expect(Object.keys(made)).toHaveLength(10);
    expect(hashes(join(home, '乙'))).toEqual(made);
  });

  test('says how many pages it made', async () => {
    const { out } = await biaoli(['render', 'data', '-o', join(home, '丙'), '--format', 'pdf']);
    expect(out.match(/已生成 .*\.pdf（\d+页）/g)).toHaveLength(5);
    expect(out).toContain('共生成 5 份');
  });
});

describe('modules load only when they are needed', () => {
  /** Runs a command with a loader hook that prints the first 300 characters of every chunk that is loaded. */
  const packagesLoadedBy = async (
    args: readonly string[],
  ): Promise<Record<'pdfkit' | 'docx' | 'pdfjs' | 'fontkit', boolean>> => {
    const hook = join(home, 'hook.mjs');
    writeFileSync(
      hook,
      `import { writeSync } from 'node:fs';
       export async function load(url, context, next) {
         const loaded = await next(url, context);
         if (url.startsWith('file:')) writeSync(2, 'LOADED ' + url + '\\n');
         return loaded;
       }`,
    );
    const register = join(home, 'register.mjs');
    writeFileSync(
      register,
      `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(hook).href)});`,
    );
    const { err } = await runNode(['--import', pathToFileURL(register).href, bundle, ...args]);
    const files = [...err.matchAll(/LOADED (\S+)/g)].map((match) => new URL(match[1] as string));
    expect(files.length).toBeGreaterThan(1);
    const text = files.map((file) => `${file.pathname}\n${readFileSync(file, 'utf8')}`).join('\n');
    return {
      pdfkit: text.includes('DeviceGray') || text.includes('PDFDocument'),
      docx: text.includes('w:document') || text.includes('word/document.xml'),
      pdfjs: text.includes('pdfjs-dist/legacy'),
      fontkit: files.some((file) => file.pathname.includes('/fontkit/')),
    };
  };

  test('check loads no writer and no reader', async () => {
    expect(await packagesLoadedBy(['check', 'data'])).toEqual({
      pdfkit: false,
      docx: false,
      pdfjs: false,
      fontkit: false,
    });
  });

  test('rendering PDF loads pdfkit and not docx', async () => {
    const loaded = await packagesLoadedBy(['render', 'data', '-o', join(home, '丁'), '--format', 'pdf']);
    expect(loaded).toMatchObject({ pdfkit: true, docx: false, pdfjs: false, fontkit: false });
  });

  test('rendering DOCX loads docx and not pdfkit', async () => {
    const loaded = await packagesLoadedBy(['render', 'data', '-o', join(home, '戊'), '--format', 'docx']);
    expect(loaded).toMatchObject({ pdfkit: false, docx: true, pdfjs: false });
  });
});

test('npx biaoli works in the clone', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const ran = await new Promise<string>((resolve, reject) => {
    execFile('npx', ['biaoli', '--version'], { cwd: root, shell: process.platform === 'win32' }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
  });
  expect(ran.trim()).toBe(version);
});
