import { describe, expect, test } from 'vitest';
import { adviseName } from '../../../src/record/near-names.ts';
import { openedShelf, repository } from '../blueprint/support.ts';

const taxonomy = openedShelf(repository).commons.taxonomies.get('2015');
if (taxonomy === undefined) throw new Error('there is no taxonomy 2015');
const tops = [...taxonomy.levels.keys()];
const under = (top: string): readonly string[] => taxonomy.levels.get(top) ?? [];

describe('what a wrong name of level one or two most likely means', () => {
  test.each([
    ['产出', tops, '是不是“产出指标”？'],
    ['满意度', tops, '是不是“满意度指标”？'],
    ['项目产出指标', tops, '是不是“产出指标”？'],
    ['效应指标', tops, '是不是“效益指标”？'],
    ['数目指标', under('产出指标'), '是不是“数量指标”？'],
    ['时间', under('产出指标'), '是不是“时效指标”？'],
    ['产出数量', under('产出指标'), '是不是“数量指标”？'],
    ['社会效应', under('效益指标'), '是不是“社会效益指标”？'],
    ['环境指标', under('效益指标'), '是不是“环境效益指标”？'],
  ])('%s', (key, names, advice) => {
    expect(adviseName(key, names, taxonomy)).toBe(advice);
  });

  test('what all names end with makes no two of them alike', () => {
    expect(adviseName('投入指标', tops, taxonomy)).toBe(
      '可以写的有：产出指标、效益指标、满意度指标、服务对象满意度指标。',
    );
    expect(adviseName('指标', ['数量指标', '质量指标'], taxonomy)).toBe('可以写的有：数量指标、质量指标。');
  });

  test('a distant guess comes with the list, which holds no aliases', () => {
    expect(adviseName('社会公众满意度指标', under('满意度指标').concat('数量指标'), taxonomy)).toBe(
      '是不是“服务对象满意度指标”？可以写的有：服务对象满意度指标、数量指标。',
    );
  });

  test('a single name is known as a whole', () => {
    expect(adviseName('满意度指标', ['服务对象满意度指标'], taxonomy)).toBe('是不是“服务对象满意度指标”？');
  });
});
