import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.biaoli'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

describe('the demo', () => {
  test('says how many pages it made, and gives the same bytes in another folder, time zone and language', async () => {
    const first = await biaoli(['render', 'data', '-o', join(home, '甲')], {
      env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    });
    const second = await biaoli(['render', join(root, 'data'), '-o', join(home, '乙')], {
      cwd: home,
      env: { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    });
    expect([first.code, second.code]).toEqual([0, 0]);
    const made = hashes(join(home, '甲'));
    expect(Object.keys(made)).toHaveLength(12);
    expect(hashes(join(home, '乙'))).toEqual(made);
    expect(first.out.match(/已生成 .*\.pdf（\d+页）/g)).toHaveLength(6);
    expect(first.out).toContain('共生成 6 份');
  });
});

describe('parts load only when they are needed', () => {
  const record = 'data/云澜区/城乡供水管网改造-2025.yaml';

  /** The files of the bundle and the packages that a command opens. */
  const openedBy = async (args: readonly string[]): Promise<readonly string[]> => {
    const hook = join(home, 'hook.cjs');
    writeFileSync(
      hook,
      `const fs = require('node:fs');
       const read = fs.readFileSync;
       fs.readFileSync = (file, ...rest) => { fs.writeSync(2, 'OPENED ' + file + '\\n'); return read(file, ...rest); };
       require('node:module').syncBuiltinESMExports();`,
    );
    const { code, err } = await runNode(['--require', hook, bundle, ...args]);
    expect(code).toBe(0);
    const files = [...err.matchAll(/OPENED (\S+)/g)].map((match) => match[1] as string);
    const packages = files.flatMap(
      (file) => /node_modules\/(pdfkit|docx|fontkit|pdfjs-dist|pdf-parse)\//.exec(file)?.[1] ?? [],
    );
    const parts = files.flatMap((file) => /dist\/(\w+)\.js$/.exec(file)?.[1] ?? []);
    return [...new Set([...parts, ...packages])].toSorted();
  };

  test('each part holds what its name says', () => {
    const part = (name: string): string => readFileSync(join(root, 'dist', `${name}.js`), 'utf8');
    expect(part('pdf')).toContain('DeviceGray');
    expect(part('docx')).toContain('word/document.xml');
    expect(part('program')).not.toMatch(/DeviceGray|word\/document\.xml/);
  });

  test('check loads no writer and no reader', async () => {
    expect(await openedBy(['check', 'data'])).toEqual(['biaoli', 'loader', 'program']);
  });

  test('rendering PDF loads no DOCX writer, and fontkit only for CFF faces', async () => {
    const args = ['render', record, '-o', join(home, '丁'), '--format', 'pdf'];
    expect(await openedBy(args)).toEqual(['biaoli', 'loader', 'pdf', 'program']);
  });

  test('rendering DOCX loads no PDF writer', async () => {
    const args = ['render', record, '-o', join(home, '戊'), '--format', 'docx'];
    expect(await openedBy(args)).toEqual(['biaoli', 'docx', 'loader', 'program']);
  });
});

describe('a form alone', () => {
  /** What a hook that is loaded first says on the error stream while one form is set. */
  const toldBy = async (hook: string, format: string): Promise<readonly string[]> => {
    const file = join(home, 'first.cjs');
    writeFileSync(file, `const tell = (text) => require('node:fs').writeSync(2, 'TOLD ' + text + '\\n');\n${hook}`);
    const record = join(root, 'data/大朗镇/公共服务办公室-2024.yaml');
    const { code, err } = await runNode([
      '--require',
      file,
      bundle,
      'render',
      record,
      '--format',
      format,
      '-o',
      join(home, '己'),
    ]);
    expect(code).toBe(0);
    return [...err.matchAll(/TOLD (\S+)/g)].map((match) => match[1] as string);
  };

  test('is set with compiled code that V8 accepts', async () => {
    const hook = `const vm = require('node:vm');
      vm.Script = class extends vm.Script {
        constructor(source, options) {
          super(source, options);
          tell(require('node:path').basename(options.filename) + ':' + (this.cachedDataRejected ?? 'none'));
        }
      };`;
    expect(await toldBy(hook, 'pdf,docx')).toEqual(['program.js:false', 'pdf.js:false', 'docx.js:false']);
  });

  test('as PDF loads no part of Node that it does not use', async () => {
    const hook = `process.on('exit', () => {
      for (const name of process.moduleLoadList) tell(name.replace('NativeModule ', ''));
    });`;
    const loaded = await toldBy(hook, 'pdf');
    expect(loaded).toContain('crypto');
    const needless = ['child_process', 'worker_threads', 'perf_hooks', 'os', 'timers/promises'];
    expect(loaded.filter((name) => needless.includes(name))).toEqual([]);
  });
});

test('the bundle is ASCII, as the loader reads it', () => {
  const parts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(readFileSync(join(root, 'dist', part)).every((byte) => byte < 0x80)).toBe(true);
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

test('while the bundle is built anew the one in place runs, and nothing of the building is left', async () => {
  const files = (): readonly string[] => readdirSync(join(root, 'dist')).toSorted();
  const before = files();
  let isBuilding = true;
  const built = runNode(['esbuild.config.mjs']).finally(() => {
    isBuilding = false;
  });
  const codes: number[] = [];
  while (isBuilding) codes.push((await biaoli(['--version'])).code);
  expect((await built).code).toBe(0);
  expect(codes.length).toBeGreaterThan(2);
  expect(new Set(codes)).toEqual(new Set([0]));
  expect(files()).toEqual(before);
  expect(readdirSync(root).filter((name) => name.startsWith('dist.'))).toEqual([]);
});
