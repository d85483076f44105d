import { describe, expect, test } from 'vitest';
import { checkedReal } from './checking.ts';

describe('the five forms', () => {
  const dalang = 'data/大朗镇/公共服务办公室-2024.yaml';
  const zengcheng = 'data/增城区/民政局.yaml';
  const xiaoguwei = 'data/番禺区/小谷围街道办事处.yaml';
  const futian = 'data/福田区/民政局-2024.yaml';
  const ofSums = async (file: string, from: string, to: string): Promise<string[]> => {
    const found = await checkedReal(file, (text) => {
      if (!text.includes(from)) throw new Error(`no ${from} in ${file}`);
      return text.replace(from, to);
    });
    return found.filter(({ code }) => /^A[0-8]$/.test(code)).map((one) => `${one.severity} ${one.code} ${one.message}`);
  };

  test.each([dalang, zengcheng, xiaoguwei, futian, 'data/渚源县/民政局-2024.yaml'])(
    '%s breaks no sum',
    async (file) => {
      const found = await checkedReal(file, (text) => text);
      expect(found.filter(({ code, severity }) => code.startsWith('A') || severity === 'error')).toEqual([]);
    },
  );

  test('A1 compares with 财政拨款, and with 其他资金 besides where there are any', async () => {
    expect(await ofSums(dalang, '财政拨款: 4128.5', '财政拨款: 4128.4')).toEqual([
      'warning A1 部门预算支出和事业发展性支出合计 4128.5 万元，财政拨款是 4128.4 万元，差 0.1 万元',
    ]);
    expect(await ofSums(zengcheng, '财政拨款: 51480.81', '财政拨款: 51480.83')).toEqual([]);
    expect(await ofSums(zengcheng, '财政拨款: 51480.81', '财政拨款: 45793.42')).toEqual([
      'warning A3 按预算级次划分合计 51,480.81 万元，财政拨款是 45,793.42 万元，差 5,687.39 万元',
    ]);
    expect(await ofSums(xiaoguwei, '财政拨款: 17045.54', '财政拨款: 17045.5')).toEqual([
      'warning A1 部门预算支出和事业发展性支出合计 17,045.53 万元，财政拨款是 17,045.50 万元，差 0.03 万元；财政拨款和其他资金合计是 17,075.50 万元，差 29.97 万元',
      'warning A3 按预算级次划分合计 17,045.54 万元，财政拨款是 17,045.50 万元，差 0.04 万元',
    ]);
  });

  test('A4 and A7 see an amount of 元 in a table of 万元', async () => {
    expect(await ofSums(dalang, '拟投入的资金: 8400000', '拟投入的资金: 8401000')).toEqual([
      'error A4 各项任务拟投入的资金合计 4128.6 万元，超过支出合计 4128.5 万元，多 0.1 万元',
    ]);
    expect(await ofSums(zengcheng, '拟投入的资金: 19910.63', '拟投入的资金: 199106300')).toEqual([
      'error A4 各项任务拟投入的资金合计 199,129,478.34 万元，超过支出合计 51,480.81 万元，多 199,077,997.53 万元',
      'error A7 年度重点工作任务第 1 项“继续着力推进困难群众兜底保障工作”的拟投入的资金是 199,106,300.00 万元，比全部支出 51,480.81 万元 还多，像是单位或小数点错了',
    ]);
  });

  test('A7 lets an amount be half a percent above all spending', async () => {
    expect(await ofSums(zengcheng, '其他资金: 5687.39', '其他资金: 51738.21')).toEqual([]);
    expect(await ofSums(zengcheng, '其他资金: 5687.39', '其他资金: 51738.22')).toEqual([
      'error A7 收入来源的其他资金是 51,738.22 万元，比全部支出 51,480.81 万元 还多，像是单位或小数点错了',
    ]);
  });

  test('A8 looks at each task, and lets blanks be', async () => {
    expect(await ofSums(futian, '总额: 449.85', '总额: 449.95')).toEqual([
      'error A8 年度主要任务第 3 项“一般管理事务”：总额 449.95 万元，财政拨款和其他资金合计是 449.85 万元，差 0.1 万元',
    ]);
    expect(await ofSums(futian, '总额: 449.85', '总额: ')).toEqual([]);
  });
});
