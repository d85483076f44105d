import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { realPress } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { folderWith, runCli } from './support.ts';

const RECORD = 'data/大朗镇/公共服务办公室-2024.yaml';
const text = readFileSync(RECORD, 'utf8');
let docx: Uint8Array;
beforeAll(async () => {
  docx = successOf(await realPress().render(RECORD, ['docx'])).files.get('docx') as Uint8Array;
});

type Changes = readonly (readonly [from: string, to: string])[];

/** The real DOCX after texts of it were put in the place of others. */
const edited = (...changes: Changes): Uint8Array => editedIn(docx, changes);

function editedIn(bytes: Uint8Array, changes: Changes): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  for (const [from, to] of changes) {
    if (!xml.includes(from)) throw new Error(`no ${from}`);
    xml = xml.replace(from, () => to);
  }
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

/** A folder with the record and an edited DOCX, and the command line on them. */
function desk(bytes: Uint8Array, record: string | Uint8Array = text) {
  const folder = folderWith({ 'a.yaml': record, '改.docx': bytes });
  const yaml = path.join(folder, 'a.yaml');
  return {
    yaml,
    pull: async (...options: readonly string[]) => {
      const { code, out, err } = await runCli('pull', path.join(folder, '改.docx'), yaml, ...options);
      const here = (words: string) => words.replaceAll(`${folder}/`, '');
      return { code, out: here(out), err: here(err), now: readFileSync(yaml, 'utf8') };
    },
  };
}

const amount = ['8,400,000.00', '8,300,000.00'] as const;
const rate = ['居家养老服务完成率', '居家养老服务达标率'] as const;

describe('biaoli pull', () => {
  it('writes what was changed, says it in the words of the form with its place, and checks', async () => {
    const { code, out, now } = await desk(edited(amount, rate)).pull();
    expect(out.split('\n')).toEqual([
      '已写回 a.yaml，2 处：',
      '  拟投入的资金：8,400,000.00 → 8,300,000.00（年度重点工作任务 › 扎实推进“民生大莞家”品牌项目建设；a.yaml:30:13）',
      expect.stringMatching(/^ {2}改名：三级指标“?居家养老服务.*（产出指标 › 质量指标；a\.yaml:88:/),
      '',
    ]);
    expect(now).toBe(text.replace('拟投入的资金: 8400000', '拟投入的资金: 8300000').replace(rate[0], rate[1]));
    expect(code).toBe(0);
  });

  it('says that there is nothing to write', async () => {
    const { code, out, now } = await desk(docx).pull();
    expect(out).toBe('没有要写回的改动：a.yaml\n');
    expect(now).toBe(text);
    expect(code).toBe(0);
  });

  it('says that what is printed does not change where a sum is only left to the program', async () => {
    const typed = readFileSync('data/福田区/民政局-2024.yaml', 'utf8').replace(
      /# 金额合计.*/,
      '金额合计:\n  总额: 3980.52\n  财政拨款: 3980.52\n  其他资金: 0',
    );
    const press = realPress(new Map([[RECORD, typed]]));
    const bytes = successOf(await press.render(RECORD, ['docx'])).files.get('docx') as Uint8Array;
    const { pull } = desk(editedIn(bytes, [['3980.52', '']]), typed);
    expect((await pull('--dry-run')).out).toBe('会写回（--dry-run，没有写），印出来的没有变。\n');
    const { out, now } = await pull();
    expect(out).toBe('已写回 a.yaml，印出来的没有变。\n');
    expect(now).toBe(typed.replace('  总额: 3980.52\n  财', '  总额:\n  财'));
  });

  it('writes nothing on a dry run', async () => {
    const { out, now, code } = await desk(edited(amount)).pull('--dry-run');
    expect(out).toContain('会写回 1 处（--dry-run，没有写）：');
    expect(now).toBe(text);
    expect(code).toBe(0);
  });

  it('writes nothing where something was not understood, and with --partial the rest', async () => {
    const bytes = edited(amount, ['7,900,000.00', '790万元左右']);
    const stopped = await desk(bytes).pull();
    expect(stopped.err).toContain('a.yaml:34:13 错误[P003] 第 1 张表第 12 行第 4 格“790万元左右”');
    expect(stopped.err).toContain('没有写：有 1 处没有看懂');
    expect(stopped.out).toContain('看懂了 1 处，没有写：');
    expect(stopped.now).toBe(text);
    expect(stopped.code).toBe(1);
    const partial = await desk(bytes).pull('--partial');
    expect(partial.now).toBe(text.replace('8400000', '8300000'));
    expect(partial.code).toBe(1);
    expect(partial.err).toContain('有 1 处没有看懂；和它们同在一列、一组的增删、移动也没有写');
    const nothing = await desk(edited(['7,900,000.00', '790万元左右'])).pull('--partial');
    expect(nothing.out).toContain('没有看懂可以写回的改动');
    expect(nothing.now).toBe(text);
  });

  it('keeps line ends of Windows and a byte order mark', async () => {
    const windows = strToU8(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const { yaml, pull } = desk(
      edited(amount, ['发放居家养老服务经费；', '发放经费；</w:t></w:r></w:p><w:p><w:r><w:t>再说']),
      windows,
    );
    const { code, err } = await pull();
    expect(err).toBe('');
    expect(code).toBe(0);
    const now = readFileSync(yaml, 'utf8');
    expect(now.startsWith('\uFEFF#')).toBe(true);
    expect(now.replaceAll('\r\n', '')).not.toContain('\n');
    expect(now).toContain('    主要实施内容: |\r\n      发放经费；\r\n      再说');
  });

  it('keeps the own end of each line that it does not touch', async () => {
    const lines = text.split('\n');
    const mixed = lines
      .map((line, i) => (i === lines.length - 1 ? line : `${line}${i % 3 === 0 ? '\r\n' : '\n'}`))
      .join('');
    const { yaml, pull } = desk(edited(amount, ['社工及后勤人数', '社工人数']), strToU8(mixed));
    expect((await pull()).code).toBe(0);
    expect(readFileSync(yaml, 'utf8')).toBe(mixed.replace('8400000', '8300000').replace('社工及后勤人数', '社工人数'));
  });

  it.runIf(process.platform === 'linux')('does not say that it has written where it could not', async () => {
    // The folder's path is so long that it holds the record, and not the longer name under which it is written first.
    const base = folderWith({ '改.docx': edited(amount) });
    const below = path.join(base, ...Array.from({ length: 30 }, () => 'a'.repeat(150)));
    const yaml = path.join(below.slice(0, 4080), 'a.yaml');
    mkdirSync(path.dirname(yaml), { recursive: true });
    writeFileSync(yaml, text);
    const { code, out, err } = await runCli('pull', path.join(base, '改.docx'), yaml);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('错误[E006]');
    expect(err).toContain('没有写：');
    expect(readFileSync(yaml, 'utf8')).toBe(text);
  });

  it('says of tracked changes how they were read', async () => {
    const inserted = `<w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins>`;
    const xml = edited([
      '<w:r><w:t xml:space="preserve">社工及后勤人数',
      `${inserted}<w:r><w:t xml:space="preserve">社工及后勤人数`,
    ]);
    const { err, now } = await desk(xml).pull();
    expect(err).toContain('警告[P008]');
    expect(now).toContain('三级指标: 新社工及后勤人数');
  });

  it('refuses tables in cells, other documents and damaged files, and writes nothing', async () => {
    const nested = edited(['<w:tc>', '<w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>']);
    for (const [bytes, code] of [
      [nested, 'P010'],
      [docx.slice(0, 500), 'D002'],
      [strToU8('表: 甲'), 'D001'],
    ] as const) {
      const { err, now, code: exit } = await desk(bytes).pull();
      expect(err).toContain(`错误[${code}]`);
      expect(err).toContain('没有写：a.yaml');
      expect(now).toBe(text);
      expect(exit).toBe(1);
    }
  });

  it('writes nothing that is no record any more', async () => {
    const { err, now, code } = await desk(edited(['2024', '2031'])).pull();
    expect(err).toContain(
      'a.yaml:7:5 错误[B006] DOCX 里的年度改了，而“大朗镇部门整体预算绩效目标表”没有适用 2031 年的版本',
    );
    expect(err).toContain('办法：在 Word 里把年度改回来，再写回；');
    expect(now).toBe(text);
    expect(code).toBe(1);
  });

  it('does not touch a record that cannot be read', async () => {
    const broken = text.replace('基本支出: 81.5', '基本支出: 八十一');
    const { err, now, code } = await desk(edited(amount), broken).pull();
    expect(err).toContain('错误[R004]');
    expect(now).toBe(broken);
    expect(code).toBe(1);
  });

  it('gives the new record, printed, exactly as the document has it', async () => {
    const { yaml, pull } = desk(edited(amount, rate));
    await pull();
    const again = folderWith({});
    const texts = new Map([[RECORD, readFileSync(yaml, 'utf8')]]);
    const printed = successOf(await realPress(texts).render(RECORD, ['docx'])).files.get('docx') as Uint8Array;
    writeFileSync(path.join(again, 'b.docx'), printed);
    writeFileSync(path.join(again, 'a.docx'), edited(amount, rate));
    const tables = await Promise.all(
      ['a', 'b'].map((name) => runCli('read', path.join(again, `${name}.docx`), '--as', 'table')),
    );
    expect(tables[0]?.out).toBe(tables[1]?.out);
  });
});
