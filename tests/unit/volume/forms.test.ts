import { describe, expect, test } from 'vitest';
import { words } from '../../../src/blueprint/index.ts';
import { openPress } from '../../../src/press.ts';
import { realPress, realWorld } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';

const { contents, summary, folder } = words.shared;

describe('the forms of the contents and the summary', () => {
  const press = realPress();

  test.each([contents, summary])('%s is sound with records that hold nothing and everything', (name) => {
    expect(press.proof(successOf(press.shelf.shared(name)))).toMatchObject({ ok: true });
  });

  test.each([
    [contents, words.contents],
    [summary, words.summaryTable],
  ])('%s has a field for all that the program says', (name, said) => {
    const text = successOf(realWorld().readText(`templates/${folder}/${name}/form.yaml`));
    expect(Object.values(said).filter((word) => !text.includes(`${word}:`))).toEqual([]);
  });

  test("are a district's own where it has some, on a sheet of its own", () => {
    const own = `own/${folder}/${summary}`;
    const world = realWorld(
      new Map([[`${own}/form.yaml`, `表: ${summary}\n沿用: ${folder}/${summary}\n页面: { 方向: 横向 }\n`]]),
    );
    const district = {
      ...world,
      listFiles: (place: string) => (place === own ? ['form.yaml'] : world.listFiles(place)),
    };
    const places = { templates: ['own', 'templates'], fonts: ['fonts'] };
    const [page] = successOf(successOf(openPress(district, places)).compose(summary, {})).paged.pages;
    expect((page?.width ?? 0) > (page?.height ?? 0)).toBe(true);
  });
});
