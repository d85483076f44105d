import { chmodSync, existsSync, linkSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  begin,
  beginAny,
  filesBelow,
  homeWith,
  hooked,
  many,
  mountDisk,
  outputs,
  put,
  record,
  render,
  renderHere,
  until,
} from '../support/batch.ts';
import { biaoli } from '../support/bundle.ts';

const unfinished = (home: string): string[] => filesBelow(join(home, 'out')).filter((file) => file.endsWith('.tmp'));

/** A script for {@link hooked}: does something when a record is read, with its name in `name`. */
const onRead = (body: string): string => `
  fs.readFileSync = (file, ...rest) => {
    const name = /data\\/(.*)\\.yaml$/.exec(String(file))?.[1];
    if (name !== undefined) { ${body} }
    return real.readFileSync(file, ...rest);
  };`;

/** A script for {@link hooked}: stops for ever where a finished file would get its name. */
const stuckAt = (part: string): string => `
  fs.renameSync = (from, to) => {
    if (String(to).includes(${JSON.stringify(part)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    return real.renameSync(from, to);
  };`;

describe('one bad record', () => {
  test('that ends its thread or eats all memory fails alone', async () => {
    const names = ['1-好', '2-退出', '3-内存', '4-出错', '5-好'];
    const home = homeWith(Object.fromEntries(names.map((name) => [`data/${name}.yaml`, record])));
    const hook = onRead(`
      if (name === '2-退出' && !isMainThread) process.exit(3);
      if (name === '3-内存') { const eaten = []; for (;;) eaten.push(new Array(2e5).fill(1.5)); }
      if (name === '4-出错') queueMicrotask(() => { throw new Error('坏了'); });`);
    const { code, out, err } = await render(home, ['--timeout', '60'], hooked(home, hook));
    expect(code).toBe(1);
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(['1-好.docx', '5-好.docx']);
    expect(out).toContain('生成 2 份，3 份有错误');
    expect(err).toMatch(/data\/2-退出\.yaml 错误\[E011\] .*突然结束/u);
    expect(err).toMatch(/data\/3-内存\.yaml 错误\[E011\] .*内存不够/u);
    expect(err).toMatch(/data\/4-出错\.yaml 错误\[E011\] .*坏了/u);
  });

  test('that never ends fails alone', async () => {
    const names = ['1-好', '2-不停', '3-好'];
    const home = homeWith(Object.fromEntries(names.map((name) => [`data/${name}.yaml`, record])));
    const hook = onRead(`if (name === '2-不停') for (;;);`);
    const { code, out, err } = await render(home, ['--timeout', '4'], hooked(home, hook));
    expect(code).toBe(1);
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(['1-好.docx', '3-好.docx']);
    expect(out).toContain('生成 2 份，1 份有错误');
    expect(err).toMatch(/data\/2-不停\.yaml 错误\[E011\] 做了 4 秒/u);
  });

  test('that is taken away between listing and reading fails alone', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record, 'data/丙.yaml': record });
    const hook = onRead(`if (name === '丙') fs.rmSync('data/乙.yaml', { force: true });`);
    const { code, err } = await render(home, [], hooked(home, hook));
    expect(code).toBe(1);
    expect(err).toMatch(/data\/乙\.yaml 错误\[E001\]/u);
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(['丙.docx', '甲.docx']);
  });
});

test('a working folder that is taken away ends the run', async () => {
  const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': '', 'data/丙.yaml': record });
  const hook = onRead(`if (name === '乙') fs.rmSync(process.cwd(), { recursive: true, force: true });`);
  const { code, err } = await render(home, [], hooked(home, hook));
  expect(code).toBe(1);
  expect(err).toMatch(/data\/甲\.yaml 错误\[E001\]/u);
  expect(existsSync(home)).toBe(false);
});

describe('a disk', () => {
  test('that is full ends the run after some records; what is there is whole, and the next run goes on', async (context) => {
    const home = homeWith(many(16));
    if (!mountDisk(home, 'size=96k')) return context.skip();
    const full = await renderHere(home, ['-o', 'disk/out']);
    expect(full.code).toBe(1);
    expect(full.err).toContain('磁盘满了');
    expect(full.err).toContain('接连几份都写不进去');
    expect(full.err.match(/错误\[E006\]/gu)).toHaveLength(5);
    const some = outputs(join(home, 'disk/out'));
    expect(Object.keys(some).length).toBeGreaterThan(2);
    expect(Object.keys(some).length).toBeLessThan(16);
    const whole = await renderHere(home);
    expect(whole.code).toBe(0);
    expect(outputs(join(home, 'out'))).toMatchObject(some);
  });

  test('that is read-only is told of, and only a few times', async (context) => {
    const home = homeWith(many(12));
    if (process.getuid?.() === 0) {
      if (!mountDisk(home, 'size=1m,ro')) return context.skip();
    } else {
      put(home, { 'disk/x': '' });
      chmodSync(join(home, 'disk'), 0o555);
    }
    const { code, out, err } = await renderHere(home, ['-o', 'disk/out']);
    if (process.getuid?.() !== 0) chmodSync(join(home, 'disk'), 0o755);
    expect(code).toBe(1);
    expect(err).toMatch(/错误\[E006\] 写不了这个文件：(?:这个磁盘是只读的|没有写到这里的权限)/u);
    expect(err.match(/错误\[E006\]/gu)).toHaveLength(5);
    expect(out).toContain('7 份没有做到');
  });
});

describe('a run that is stopped', () => {
  test.each([
    ['SIGINT', '1', 24],
    ['SIGTERM', '2', 90],
  ] as const)(
    'by %s with %s jobs finishes what it has begun, says where it is, and the next one goes on',
    async (signal, jobs, count) => {
      const home = homeWith(many(count));
      const run = begin(home, ['--jobs', jobs]);
      await until(() => filesBelow(join(home, 'out')).some((file) => file.endsWith('.docx')));
      run.child.kill(signal);
      expect(await run.ended).toEqual({ code: 130, signal: null });
      expect(run.told()).toMatch(/中途停下了，最后一份是 data\/\d+\.yaml/u);
      expect(unfinished(home)).toEqual([]);
      const made = Object.keys(outputs(join(home, 'out'))).length;
      expect(made).toBeLessThan(count);
      const next = await render(home, ['--jobs', jobs]);
      expect(next.code).toBe(0);
      expect(next.out).toContain(`生成 ${count - made} 份，${made} 份没有变`);
    },
  );

  test('ends at once when Ctrl-C comes a second time', async () => {
    const home = homeWith({ 'data/甲.yaml': record, 'data/乙.yaml': record });
    const hook = onRead(`if (name === '甲' && !isMainThread) { fs.writeFileSync('begun', ''); for (;;); }`);
    const run = begin(home, ['--timeout', '600'], hooked(home, hook));
    await until(() => filesBelow(home).includes('begun'));
    run.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: null, signal: 'SIGINT' });
  });

  test.each(['册.pdf', '册.zip'])('while it packs %s writes nothing and says so', async (volume) => {
    const home = homeWith({ ...many(40), [volume]: '旧的' });
    const hook = onRead(`if (name === '010') fs.writeFileSync('begun', '');`);
    const run = beginAny(home, ['pack', 'data', '-o', volume], hooked(home, hook));
    await until(() => filesBelow(home).includes('begun'));
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, signal: null });
    expect(run.told()).toContain('中途停下了，没有成册，什么也没有写。');
    expect(readFileSync(join(home, volume), 'utf8')).toBe('旧的');
    expect(filesBelow(home).filter((name) => /tmp|xlsx/u.test(name))).toEqual([]);
  });

  test('by kill -9 leaves no half under a final name, and the next one clears up and goes on', async () => {
    const home = homeWith(many(6));
    const run = begin(home, [], hooked(home, stuckAt('003.docx')));
    const finished = () => filesBelow(join(home, 'out')).filter((file) => file.endsWith('.docx'));
    await until(() => finished().length === 3 && unfinished(home).length > 0);
    run.child.kill('SIGKILL');
    await run.ended;
    expect(finished()).toEqual(['000.docx', '001.docx', '002.docx']);
    const [left = ''] = unfinished(home);
    utimesSync(join(home, 'out', left), 1, 1);
    expect(await renderHere(home)).toMatchObject({ code: 0 });
    expect(unfinished(home)).toEqual([]);
    const made = outputs(join(home, 'out'));
    rmSync(join(home, 'out'), { recursive: true });
    await renderHere(home);
    expect(outputs(join(home, 'out'))).toEqual(made);
  });
});

describe('names', () => {
  test('with spaces, Chinese, emoji and quotes are kept', async () => {
    const names = ['民政 局', '🏮灯笼', "a'b", '㐂𠮷', '%20', '局（本级）[1]'];
    const home = homeWith(Object.fromEntries(names.map((name) => [`data/${name}/${name}.yaml`, record])));
    expect(await renderHere(home)).toMatchObject({ code: 0 });
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(names.map((name) => `${name}/${name}.docx`).toSorted());
    expect((await renderHere(home)).out).toContain('6 份没有变');
  });

  test('that differ by case only are refused, both of them; the others are made', async () => {
    const home = homeWith({ 'data/A.yaml': record, 'data/a.yaml': record, 'data/乙.yaml': record });
    const { code, err } = await renderHere(home);
    expect(code).toBe(1);
    expect(err).toMatch(/data\/a\.yaml 错误\[E007\] .*data\/A\.yaml/u);
    expect(Object.keys(outputs(join(home, 'out')))).toEqual(['乙.docx']);
  });

  test('ten thousand in one folder are no matter', async () => {
    const home = homeWith({ 'data/0.yaml': '', 'data/好.yaml': record });
    // Further names of one file are made in a tenth of the time of further files.
    for (let i = 1; i < 10_000; i += 1) linkSync(join(home, 'data/0.yaml'), join(home, `data/${i}.yaml`));
    const { code, out } = await biaoli(['render', 'data', '-f', 'docx', '--quiet', '--jobs', '1'], { cwd: home });
    expect(code).toBe(1);
    expect(out).toContain('生成 1 份，10000 份有错误');
  });
});
