import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RenderOptions } from '../../../src/cli/commands/render.ts';
import { openInterrupt } from '../../../src/cli/process/interrupted.ts';
import { openSession } from '../../../src/cli/watch/session.ts';
import { watch } from '../../../src/cli/watch/watch.ts';
import { folderWith, runCli } from './support.ts';

const futian = readFileSync('data/福田区/民政局-2024.yaml', 'utf8');
const zhuyuan = readFileSync('data/渚源县/民政局-2024.yaml', 'utf8');
const FUTIAN = '福田区部门整体支出绩效目标表';

/** Long enough for the slowest machine; a test that passes never waits so long. */
const PATIENCE = 40_000;

async function until(what: () => boolean | Promise<boolean>, told: () => string): Promise<void> {
  const attempts = PATIENCE / 10;
  for (let i = 0; i < attempts; i += 1) {
    if (await what()) return;
    await setTimeout(10);
  }
  throw new Error(`waited in vain; so far was told:\n${told()}`);
}

type Seat = {
  readonly folder: string;
  /** Everything told so far. */
  readonly told: () => string;
  /** Does something, waits until the watch says how things stand, and gives back what it told. */
  readonly answer: (act: () => unknown) => Promise<string>;
  readonly end: () => Promise<number>;
};

const STANDING = /^—— 监视着 .*$/mu;

function ear(): { readonly told: () => string; readonly terminal: Parameters<typeof watch>[2] } {
  let words = '';
  const hear = (text: string): void => {
    words += text;
  };
  return { told: () => words, terminal: { out: hear, err: hear, color: { out: false, err: false } } };
}

/** Watches the records of a folder with templates of its own, and has rendered them once. */
async function watching(files: Readonly<Record<string, string>>, more: Partial<RenderOptions> = {}): Promise<Seat> {
  const folder = folderWith(files);
  cpSync('templates', `${folder}/templates`, { recursive: true });
  const { told, terminal } = ear();
  const stop = new AbortController();
  const options: RenderOptions = { out: `${folder}/out`, format: ['docx'], templates: `${folder}/templates`, ...more };
  const ended = watch([`${folder}/data`], options, terminal, stop.signal);
  const end = (): Promise<number> => {
    stop.abort();
    return ended;
  };
  onTestFinished(async () => void (await end()));
  await until(() => STANDING.test(told()), told);
  return {
    folder,
    told,
    end,
    answer: async (act) => {
      const from = told().length;
      await act();
      await until(() => STANDING.test(told().slice(from)), told);
      return told().slice(from);
    },
  };
}

const both = { 'data/福田.yaml': futian, 'data/渚源.yaml': zhuyuan };

/** Saves as editors do that write a new file beside the old one. */
function saveByRename(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

/** Saves as programs do that empty the file first and write it bit by bit. */
async function saveInPieces(file: string, text: string): Promise<void> {
  const handle = openSync(file, 'w');
  const middle = Math.floor(text.length / 2);
  for (const piece of [text.slice(0, middle), text.slice(middle)]) {
    await setTimeout(40);
    writeSync(handle, piece);
  }
  closeSync(handle);
}

describe('biaoli render --watch', { timeout: 3 * PATIENCE }, () => {
  it('renders all once, then the record that was saved, however it was saved; Ctrl-C ends it with 0', async () => {
    const { folder, told, answer, end } = await watching(both);
    expect(told()).toContain(`已生成 ${folder}/out/福田.docx\n`);
    expect(told()).toContain(`已生成 ${folder}/out/渚源.docx\n`);
    expect(told()).toMatch(/—— 监视着 2 份，都没有错误.*。按 Ctrl-C 结束。\n$/u);
    const file = `${folder}/data/福田.yaml`;
    const named = (name: string): string => futian.replace('部门名称: 深圳市福田区民政局(本级)', `部门名称: ${name}`);
    for (const [i, save] of [writeFileSync, saveByRename, saveInPieces].entries()) {
      const words = await answer(() => save(file, named(`某局${i}`)));
      const read = async () => (await runCli('read', `${folder}/out/福田.docx`)).out;
      await until(async () => (await read()).includes(`某局${i}`), told);
      expect(words).not.toContain('渚源');
    }
    await until(() => /，都没有错误.*。按 Ctrl-C 结束。\n$/u.test(told()), told);
    expect(await end()).toBe(0);
    expect(told()).toMatch(/不再监视。\n$/u);
  });

  it('tells a fault at its place, keeps the last good output, and says when it is mended', async () => {
    const { folder, answer } = await watching({ 'data/福田.yaml': futian });
    const output = readFileSync(`${folder}/out/福田.docx`);
    const file = `${folder}/data/福田.yaml`;
    const wrong = await answer(() => writeFileSync(file, futian.replace('年度: 2024', '年度：2024')));
    expect(wrong).toContain(`${file}:6:3 错误[S002] “年度”后面用了全角冒号“：”`);
    expect(wrong).toContain(`没有生成：${file}（上次生成的文件没有动）\n`);
    expect(wrong).toContain('—— 监视着 1 份，1 份有错误：');
    expect(readFileSync(`${folder}/out/福田.docx`)).toEqual(output);
    const mended = await answer(() => writeFileSync(file, futian));
    expect(mended).toContain(`改好了 ${file}\n`);
    expect(mended).toContain('—— 监视着 1 份，都没有错误');
    expect(mended).not.toContain('错误[');
  });

  it('tells a warning once, and counts all that are left', async () => {
    const { folder, told, answer } = await watching({ 'data/福田.yaml': futian });
    const count = Number(/都没有错误，(\d+) 个警告/u.exec(told())?.[1]);
    expect(told().match(/警告\[/gu)).toHaveLength(count);
    const file = `${folder}/data/福田.yaml`;
    const more = await answer(() =>
      writeFileSync(file, `# 一行注\n${futian.replace('年度: 2024\n', '年度: 2024 #注\n')}`),
    );
    expect(more.match(/警告\[.*/gu)).toEqual(['警告[S010] “#注”当作注释，没有印出来']);
    expect(more).toContain(`，${count + 1} 个警告。`);
    expect(await answer(() => writeFileSync(file, futian))).toMatch(
      new RegExp(`^已生成 .*\n—— 监视着 1 份，都没有错误，${count} 个警告。按 Ctrl-C 结束。\n$`, 'u'),
    );
  });

  it('renders a record that is new, and says which one is gone and that its output stays', async () => {
    const { folder, answer } = await watching({ 'data/福田.yaml': futian });
    const come = await answer(() => writeFileSync(`${folder}/data/新.yaml`, futian));
    expect(come).toContain(`已生成 ${folder}/out/新.docx\n—— 监视着 2 份`);
    const gone = await answer(() => rmSync(`${folder}/data/新.yaml`));
    expect(gone).toContain(`没有了 ${folder}/data/新.yaml（已经生成的文件没有动）\n—— 监视着 1 份`);
    expect(gone).not.toContain('已生成');
    expect(existsSync(`${folder}/out/新.docx`)).toBe(true);
  });

  it('renders the records of a form whose template changes, and no others; a broken template does not end it', async () => {
    const { folder, answer } = await watching(both);
    const template = `${folder}/templates/${FUTIAN}/form.hbs`;
    const sound = readFileSync(template, 'utf8');
    const broken = await answer(() => writeFileSync(template, sound.replace('<band', '<bend')));
    expect(broken).toContain('form.hbs，重新生成 1 份：\n');
    expect(broken).toMatch(/form\.hbs:\d+:\d+ 错误\[F005\]/u);
    expect(broken).toContain('没有生成：');
    expect(broken).not.toContain('渚源');
    const mended = await answer(() => saveByRename(template, sound));
    expect(mended).toContain(`已生成 ${folder}/out/福田.docx\n改好了 ${folder}/data/福田.yaml\n`);
    const settings = `${folder}/templates/${FUTIAN}/form.yaml`;
    expect(await answer(() => writeFileSync(settings, `${readFileSync(settings, 'utf8')}# 注\n`))).toContain(
      '重新生成 1 份',
    );
  });

  it('renders all whose forms read what forms share; a broken one does not end it', async () => {
    const { folder, answer } = await watching(both);
    const shared = `${folder}/templates/共用/体系.yaml`;
    const sound = readFileSync(shared, 'utf8');
    expect(await answer(() => writeFileSync(shared, '体系：\n'))).toContain('—— 监视着 2 份，2 份有错误：');
    const mended = await answer(() => writeFileSync(shared, sound));
    expect(mended).toContain(`已生成 ${folder}/out/福田.docx`);
    expect(mended).toContain(`已生成 ${folder}/out/渚源.docx`);
    expect(mended).toContain('都没有错误');
  });

  it('a form that is made after its record is found', async () => {
    const { folder, told, answer } = await watching({ 'data/新.yaml': futian.replace(FUTIAN, '新表') });
    expect(told()).toContain('错误[B001]');
    const made = `${folder}/templates/新表`;
    const source = `${folder}/templates/${FUTIAN}`;
    const words = await answer(() => {
      cpSync(source, `${folder}/新表`, { recursive: true });
      const form = readFileSync(`${source}/form.yaml`, 'utf8');
      writeFileSync(`${folder}/新表/form.yaml`, form.replace(FUTIAN, '新表'));
      renameSync(`${folder}/新表`, made);
    });
    await until(() => told().includes(`改好了 ${folder}/data/新.yaml`), told);
    expect(words).toContain('重新生成 1 份');
  });

  it('renders all when the names of fonts change', async () => {
    const faces = (name: string): string => `宋体: { 文件: [某.ttf], 字库名: ${name} }\n`;
    const folder = folderWith({ 'fonts/faces.yaml': faces('某宋') });
    cpSync('fonts/黑体-400.ttf', `${folder}/fonts/某.ttf`);
    const seat = await watching(both, { fonts: `${folder}/fonts` });
    const words = await seat.answer(() => writeFileSync(`${folder}/fonts/faces.yaml`, faces('别的宋')));
    expect(words).toContain('faces.yaml，重新生成 2 份：\n');
    const broken = await seat.answer(() => writeFileSync(`${folder}/fonts/faces.yaml`, '宋体：\n'));
    expect(broken).toContain('2 份有错误');
    expect(await seat.answer(() => writeFileSync(`${folder}/fonts/faces.yaml`, faces('某宋')))).toContain('都没有错误');
  });

  it('ends at once with 1 where there is nothing to watch', async () => {
    const { told, terminal } = ear();
    const options: RenderOptions = { out: 'out', format: ['pdf'] };
    expect(await watch([`${folderWith()}/没有`], options, terminal, new AbortController().signal)).toBe(1);
    expect(told()).toContain('错误[E001]');
  });

  it('Ctrl-C is told once, and the process is not ended by it', () => {
    const before = process.listeners('SIGINT');
    const { signal } = openInterrupt();
    const added = process.listeners('SIGINT').filter((one) => !before.includes(one));
    expect(added).toHaveLength(1);
    expect(signal.aborted).toBe(false);
    added[0]?.('SIGINT');
    expect(signal.aborted).toBe(true);
    process.removeListener('SIGINT', added[0] as NodeJS.SignalsListener);
  });
});

describe('a fault while more is being written', () => {
  it('is held back, and the record is rendered again with the next batch', async () => {
    const folder = folderWith({ 'data/半.yaml': '表：' });
    const { told, terminal } = ear();
    const file = `${folder}/data/半.yaml`;
    let pending = true;
    const again: string[] = [];
    const changes = { pending: () => pending, again: (files: readonly string[]) => void again.push(...files) };
    const options: RenderOptions = { out: `${folder}/out`, format: ['pdf'] };
    const stop = new AbortController().signal;
    const session = await openSession({ args: [folder], options, terminal, fonts: [], changes, stop }, [
      { file, target: '半' },
    ]);
    await session.start();
    expect({ told: told(), again }).toEqual({ told: '', again: [file] });
    pending = false;
    await session.follow(new Map([[path.resolve(file), 'content']]));
    expect(told()).toContain('错误[S002]');
    expect(again).toHaveLength(1);
  });
});
