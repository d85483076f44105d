import { readFileSync } from 'node:fs';

/** A record of `data/`, the rows its table is known to have, and what stands above it. */
export type FiveForm = {
  readonly name: string;
  readonly record: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly author: string;
};

export const fiveForms: readonly FiveForm[] = [
  {
    name: '大朗',
    record: 'data/大朗镇/公共服务办公室-2024.yaml',
    title: '大朗镇部门整体预算绩效目标表',
    subtitle: '(2024年)',
    author: '东莞市大朗镇公共服务办公室',
  },
  {
    name: '增城',
    record: 'data/增城区/民政局.yaml',
    title: '部门整体预算绩效目标申报表',
    subtitle: null,
    author: '广州市增城区民政局',
  },
  {
    name: '渚源',
    record: 'data/渚源县/民政局-2024.yaml',
    title: '2024年部门整体支出绩效目标批复表',
    subtitle: '(2024年度)',
    author: '渚源县民政局',
  },
  {
    name: '小谷围',
    record: 'data/番禺区/小谷围街道办事处.yaml',
    title: '部门整体预算绩效目标申报表',
    subtitle: null,
    author: '番禺区人民政府小谷围街道办事处',
  },
  {
    name: '福田',
    record: 'data/福田区/民政局-2024.yaml',
    title: '部门整体支出绩效目标表',
    subtitle: '(2024年度)',
    author: '深圳市福田区民政局(本级)',
  },
];

/** The rows of the table as printed by hand, one line a row. */
export const expectedRows = ({ name }: FiveForm): string[] =>
  readFileSync(`tests/cases/五表/${name}.tsv`, 'utf8').replace(/\n$/, '').split('\n');
