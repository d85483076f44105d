import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  emptyManifest,
  keyOf,
  type Manifest,
  manifestText,
  parseManifest,
} from '../../../src/cli/batch/books/manifest.ts';
import { threadsFor } from '../../../src/cli/batch/crew/crew.ts';
import { inOrder } from '../../../src/cli/batch/in-order.ts';
import { folderWith, runCli } from './support.ts';

const futian = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
const water = readFileSync('data/云澜区/城乡供水管网改造-2025.yaml', 'utf8');

/** Two records of two forms in a folder with templates of its own; runs them, and says which were made. */
function bureau() {
  const folder = folderWith({ 'in/福田.yaml': futian, 'in/供水.yaml': water });
  cpSync('templates', `${folder}/templates`, { recursive: true });
  const made = async (...args: string[]): Promise<string[]> => {
    const templates = `${folder}/templates`;
    const ran = await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '--templates', templates, ...args);
    expect(ran).toMatchObject({ code: 0, err: expect.not.stringMatching(/记不下|用不了/) });
    return [...ran.out.matchAll(/^已生成 .*\/(\S+\.\w+)/gmu)].map((match) => match[1] as string).toSorted();
  };
  const formOf = (record: string): string => `${folder}/templates/${/^表: *(.*)$/mu.exec(record)?.[1]}`;
  return { folder, made, formOf };
}

describe('a second run', () => {
  it('makes what a changed template touches, and all when what forms share has changed', async () => {
    const { folder, made, formOf } = bureau();
    expect(await made('-f', 'docx')).toEqual(['供水.docx', '福田.docx'].toSorted());
    expect(await made('-f', 'docx')).toEqual([]);
    appendFileSync(`${formOf(water)}/form.hbs`, '{{! 改 }}\n');
    expect(await made('-f', 'docx')).toEqual(['供水.docx']);
    expect(await made('-f', 'docx')).toEqual([]);
    appendFileSync(`${folder}/templates/共用/断词.yaml`, '# 改\n');
    expect(await made('-f', 'docx')).toHaveLength(2);
    expect(await made('-f', 'docx')).toEqual([]);
  });

  it('makes all when an option or a font asks for it, and nothing for formats that are there', async () => {
    const { folder, made } = bureau();
    await made('-f', 'docx');
    expect(await made('-f', 'docx', '--fit', '9')).toHaveLength(2);
    expect(await made('-f', 'docx')).toHaveLength(2);
    expect(await made()).toHaveLength(4);
    expect(await made('--small')).toHaveLength(4);
    expect(await made()).toHaveLength(4);
    expect(await made('-f', 'pdf')).toEqual([]);
    expect(await made('--fresh')).toHaveLength(4);
    writeFileSync(`${folder}/in/福田.yaml`, futian.replace('\n', '\n\n'));
    expect(await made('-f', 'pdf')).toEqual(['福田.pdf']);
    // The DOCX is from before.
    expect(await made('-f', 'docx')).toEqual(['福田.docx']);
  });

  it('a record that is alone begins no manifest, but keeps one that is there', async () => {
    const { folder, made } = bureau();
    const alone = () => runCli('render', `${folder}/in/福田.yaml`, '-o', `${folder}/out`, '-f', 'docx');
    await alone();
    expect(existsSync(`${folder}/out/.biaoli`)).toBe(false);
    expect((await alone()).out).toContain('共生成 1 份');
    await made('-f', 'docx');
    const templates = ['--templates', `${folder}/templates`];
    const known = await runCli('render', `${folder}/in/福田.yaml`, '-o', `${folder}/out`, '-f', 'docx', ...templates);
    expect(known).toMatchObject({
      err: expect.not.stringMatching(/记不下|用不了/),
      out: expect.stringContaining('1 份没有变'),
    });
  });

  it('tells the warnings of what it does not make again', async () => {
    const warned = futian.replace(/^年度: .*$/mu, (line) => `${line}\n`).replace('保障', '保障,');
    const folder = folderWith({ 'in/甲.yaml': warned, 'in/乙.yaml': futian });
    const run = () => runCli('render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'docx');
    const first = await run();
    const second = await run();
    expect(first.err).toContain('警告[');
    expect(second).toMatchObject({ err: first.err, out: expect.stringContaining('2 份没有变') });
  });
});

describe('a manifest', () => {
  const basis = { common: 'c', answers: new Map([['readText a', 'x']]) };
  const output = { format: 'pdf', bytes: 1, modified: 2.5, sha256: 's', isOld: false } as const;
  const record = { file: '../a.yaml', text: 't', basis: keyOf(basis), pages: 1, findings: [], outputs: [output] };
  const textOf = (manifest: Manifest): string => [...manifestText(manifest)].join('');
  const withRecord = (target: string): Manifest => ({
    ...emptyManifest,
    bases: new Map([[keyOf(basis), basis]]),
    records: new Map([[target, record]]),
  });

  it('is read as it was written, whatever order it was filled in, without bases that no record names', () => {
    const manifest = withRecord('区/甲');
    const other = { common: 'd', answers: new Map() };
    const more = { ...manifest, bases: new Map([[keyOf(other), other], ...manifest.bases]) };
    expect(textOf(more)).toBe(textOf(manifest));
    expect(parseManifest(textOf(more))).toEqual(manifest);
  });

  it('with any character changed, added or missing is refused', () => {
    const text = textOf(withRecord('区/甲'));
    for (let i = 0; i < text.length; i += 1) {
      const rest = text.slice(i + 1);
      const changed = text[i] === '1' ? '2' : '1';
      for (const damaged of [text.slice(0, i) + changed + rest, text.slice(0, i) + rest, text.slice(0, i)])
        expect(parseManifest(damaged)).toBeNull();
    }
    expect(parseManifest(`${text} `)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('holds names with a colon or a backslash where names may have them', () => {
    const manifest = withRecord('区/甲:乙\\丙');
    expect(parseManifest(textOf(manifest))).toEqual(manifest);
  });

  it.each(['../甲', '/etc/甲', 'a/../../甲', ...(process.platform === 'win32' ? ['C:\\甲'] : [])])(
    'that names output outside of the folder (%s) is refused',
    (target) => {
      expect(parseManifest(textOf(withRecord(target)))).toBeNull();
    },
  );
});

describe('how many work at once', () => {
  it('as many as are worth their start, at most as many as are asked for; a time limit needs one', () => {
    expect([1, 79, 80, 120, 4000].map((count) => threadsFor(count, { jobs: 4 }))).toEqual([0, 0, 2, 3, 4]);
    expect(threadsFor(4000, { jobs: 1 })).toBe(0);
    expect(threadsFor(1, { jobs: 1, timeout: 5 })).toBe(1);
    expect(threadsFor(0, { jobs: 4, timeout: 5 })).toBe(0);
  });

  it('what comes in any order is passed on in order, as soon as it can be', () => {
    const passed: string[] = [];
    const take = inOrder<string>((one) => passed.push(one));
    take(2, 'c');
    take(0, 'a');
    expect(passed).toEqual(['a']);
    take(1, 'b');
    expect(passed).toEqual(['a', 'b', 'c']);
  });
});
