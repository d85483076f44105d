import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fontFolders } from '../../../src/cli/inputs/font-folders.ts';
import { codesOf, folderWith, problemsOf, runCli, soundValue, standIn } from './support.ts';

const installed = path.resolve('fonts');
const font = (name: string): Uint8Array => readFileSync(`${installed}/${name}`);
const record = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
const NAME = '深圳市福田区民政局(本级)';
const FIELD = `部门名称: ${NAME}`;
/** The record with another name of the department; its line and the column of the name. */
const renamed = (name: string): string => record.replace(FIELD, `部门名称: ${name}`);
const nameLine = record.slice(0, record.indexOf(FIELD)).split('\n').length;
const nameColumn = FIELD.indexOf(NAME) + 1;

describe('which folders with fonts', () => {
  it('the one that is named, before the installation’s own', () => {
    const folder = folderWith({ 'mine/faces.yaml': '' });
    expect(soundValue(fontFolders(`${folder}/mine/`, installed))).toEqual([`${folder}/mine`, installed]);
  });

  it('else fonts/ in the current folder, where it has a faces.yaml', () => {
    standIn(folderWith({ 'fonts/faces.yaml': '' }));
    expect(soundValue(fontFolders(undefined, installed))).toEqual(['fonts', installed]);
    standIn(folderWith({ 'fonts/甲.ttf': '' }));
    expect(soundValue(fontFolders(undefined, installed))).toEqual([installed]);
  });

  it('the installation’s own counts once, by whatever path', () => {
    const folder = folderWith();
    symlinkSync(installed, `${folder}/fonts`);
    standIn(folder);
    expect(soundValue(fontFolders(undefined, installed))).toEqual([installed]);
    expect(soundValue(fontFolders('fonts', installed))).toEqual([installed]);
  });

  it('E001 for a folder that is not there, and for one without faces.yaml, with a first line to write', () => {
    const folder = folderWith({ 'fonts/方正仿宋.TTF': '' });
    expect(codesOf(fontFolders(`${folder}/font`, installed))).toEqual(['E001']);
    expect(problemsOf(fontFolders(`${folder}/fonts`, installed))).toMatchObject([
      { code: 'E001', at: { file: `${folder}/fonts/faces.yaml` }, advice: expect.stringContaining('[方正仿宋.TTF]') },
    ]);
  });
});

describe('fonts of the user', { timeout: 60_000 }, () => {
  it('replace a face, fall back for what they lack, and stand in DOCX by their own name', async () => {
    const folder = folderWith({
      '民政局.yaml': renamed(`${NAME}龘`),
      'fonts/faces.yaml': '宋体: { 文件: [我的宋体.ttf], 字库名: 某某宋体 }\n',
      'fonts/我的宋体.ttf': font('黑体-400.ttf'),
    });
    const { code, out, err } = await runCli(
      ...['render', `${folder}/民政局.yaml`, '-o', folder, '--fonts', `${folder}/fonts`, '--verbose'],
    );
    expect(code).toBe(0);
    expect(err).not.toMatch(/[BT]0\d\d/u);
    expect(out).toContain(`  正文（宋体）：${folder}/fonts/我的宋体.ttf `);
    expect(out).toContain('，宋体-全.ttf 1 字\n    用 宋体-全.ttf 的字：\n      “龘”(U+9F98) 第 1 页 ');
    expect(out).toContain(`第 1 页 ${folder}/民政局.yaml:${nameLine}:${nameColumn + NAME.length}\n`);
    expect(out).not.toContain('宋体-400.ttf');
    const styles = strFromU8(unzipSync(readFileSync(`${folder}/民政局.docx`))['word/styles.xml'] as Uint8Array);
    expect(styles).toContain('某某宋体');
  });

  it('in fonts/ of the current folder are taken without being asked for, and faces.yaml is no record', async () => {
    const folder = folderWith({
      '民政局.yaml': record,
      'fonts/faces.yaml': '宋体: { 文件: [我的.ttf] }\n',
      'fonts/我的.ttf': font('黑体-400.ttf'),
    });
    standIn(folder);
    const { code, out } = await runCli('check', '.', '--verbose');
    expect(code).toBe(0);
    expect(out).toContain('民政局.yaml\n  题（小标宋）：宋体-700.ttf ');
    expect(out).toContain('正文（宋体）：fonts/我的.ttf ');
    expect(out).toContain('1 份没有错误（1 份有警告）。');
  });

  it('that are broken or missing are told at their line, and exit with 1', async () => {
    const faces = '宋体:\n  文件: [网页.woff]\n黑体:\n  文件: [宋体-400.ttf, 没有.ttf]\n';
    const folder = folderWith({ 'fonts/faces.yaml': faces, 'fonts/网页.woff': 'wOFF'.padEnd(64), 'a.yaml': record });
    const missing = await runCli('check', `${folder}/a.yaml`, '--fonts', `${folder}/fonts`);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain(`${folder}/fonts/faces.yaml:4:20 错误[B008] 没有“没有.ttf”`);
    writeFileSync(`${folder}/fonts/faces.yaml`, faces.replace(', 没有.ttf', ''));
    const broken = await runCli('render', `${folder}/a.yaml`, '-o', folder, '--fonts', `${folder}/fonts`);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain(`${folder}/fonts/faces.yaml:2:8 错误[B009]`);
    expect(broken.err).not.toMatch(/\n\s+at /u);
  });

  describe('that turn out to be damaged when they are used are told at their line too', () => {
    const outlinesBroken = new Uint8Array(font('仿宋.otf'));
    const outlines = new DataView(outlinesBroken.buffer).getUint32(Buffer.from(outlinesBroken).indexOf('CFF ') + 8);
    outlinesBroken.fill(0xa5, outlines + 100, outlines + 400_000);
    // The widths of most characters are gone: what is written with one of them cannot be set.
    const widthsGone = new Uint8Array(font('宋体-400.ttf'));
    const widths = Buffer.from(widthsGone).indexOf('hmtx');
    new DataView(widthsGone.buffer).setUint32(widths + 12, 8000);
    const mistyped = record.replace('总额: 1219.80', '总额: 1219.8O');

    it.each([
      ['render', outlinesBroken, ['render', 'a.yaml', '-o', '.']],
      ['pack', outlinesBroken, ['pack', 'a.yaml', '-o', 'a.pdf']],
      ['diff --as pdf', outlinesBroken, ['diff', 'a.yaml', 'b.yaml', '--as', 'pdf']],
      ['check', widthsGone, ['check', 'a.yaml']],
      ['diff, where a value cannot be used', widthsGone, ['diff', 'a.yaml', 'c.yaml']],
    ])('%s', async (_, bytes, args) => {
      const folder = folderWith({
        'fonts/faces.yaml': '宋体: { 文件: [坏.otf] }\n',
        'fonts/坏.otf': bytes,
        'a.yaml': record,
        'b.yaml': renamed('民政局'),
        'c.yaml': mistyped,
      });
      standIn(folder);
      const { code, err } = await runCli(...args, '--fonts', 'fonts');
      expect(code).toBe(1);
      expect(err).toContain('fonts/faces.yaml:1:12 错误[B009] 字库 fonts/坏.otf 不能用：文件已经损坏');
      expect(err).not.toMatch(/\n\s+at /u);
    });
  });

  it('whose licence forbids embedding are used, with a warning', async () => {
    const bytes = new Uint8Array(font('符号.ttf'));
    const restricted = 8 + new DataView(bytes.buffer).getUint32(Buffer.from(bytes).indexOf('OS/2') + 8);
    new DataView(bytes.buffer).setUint16(restricted, 2);
    const folder = folderWith({
      'fonts/faces.yaml': '宋体: { 文件: [限制.ttf] }\n',
      'fonts/限制.ttf': bytes,
      'a.yaml': record,
    });
    const { code, out, err } = await runCli('check', `${folder}/a.yaml`, '--fonts', `${folder}/fonts`);
    expect([code, out]).toEqual([0, '1 份没有错误（1 份有警告）。\n']);
    expect(err).toContain('faces.yaml:1:12 警告[B010]');
    expect(err).toMatch(/共 \d+ 个警告/u);
  });
});

describe('characters', { timeout: 60_000 }, () => {
  it('T001: 𠮷 is in none of the fonts that come with the program', async () => {
    const folder = folderWith({ 'a.yaml': renamed('𠮷林局') });
    const { code, err } = await runCli('check', `${folder}/a.yaml`);
    expect(code).toBe(1);
    expect(err).toContain(`a.yaml:${nameLine}:${nameColumn} 错误[T001] 没有一种字体有“𠮷”（U+20BB7）这个字`);
  });

  it('S011: a Kangxi radical is printed as it is, with a warning at its column', async () => {
    const folder = folderWith({ 'a.yaml': renamed('深圳\u2F00局') });
    const { code, err } = await runCli('check', `${folder}/a.yaml`);
    expect(code).toBe(0);
    expect(err).toContain(
      `a.yaml:${nameLine}:${nameColumn + 2} 警告[S011] 这里的“\u2F00”(U+2F00) 是部首，不是汉字“一”`,
    );
    expect(err).toContain('办法：换成“一”');
  });
});

describe('--verbose', { timeout: 60_000 }, () => {
  it('says of each role its face and its files, and nothing without it', async () => {
    const folder = folderWith({ 'a.yaml': record });
    const args = ['render', `${folder}/a.yaml`, '-o', folder, '-f', 'pdf'];
    const { out } = await runCli(...args, '--verbose');
    expect(
      out
        .replace(/\d+ 字/gu, 'n 字')
        .split('\n')
        .slice(1, -2),
    ).toEqual([
      '  题（小标宋）：宋体-700.ttf n 字',
      '  副题（宋体）：宋体-400.ttf n 字',
      '  栏目（黑体）：黑体-400.ttf n 字',
      '  正文（宋体）：宋体-400.ttf n 字',
      '  页码（宋体）：宋体-400.ttf n 字',
    ]);
    expect((await runCli(...args)).out).not.toContain('字');
  });

  it('shows twenty characters of a further file and counts the others', async () => {
    const rare = String.fromCodePoint(...Array.from({ length: 24 }, (_, i) => 0x3400 + i));
    const folder = folderWith({ 'a.yaml': renamed(`局${rare}`) });
    const { out } = await runCli('check', `${folder}/a.yaml`, '--verbose');
    const lines = out.split('\n');
    const from = lines.indexOf('    用 宋体-全.ttf 的字：');
    expect(lines[from + 1]).toBe(`      “㐀”(U+3400) 第 1 页 ${folder}/a.yaml:${nameLine}:${nameColumn + 1}`);
    expect(lines[from + 20]).toContain('“㐓”');
    expect(lines[from + 21]).toBe('      等 24 个');
  });
});
