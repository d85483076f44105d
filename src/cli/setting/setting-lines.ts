import { placeAt, type World } from '../../base/index.ts';
import type { SetDocument } from '../../pipeline.ts';

const points = (length: number): string => `${Math.round(length / 10) / 100}pt`;

/** That a document was set smaller to fit its pages, and how; nothing where it was not. */
export function fitLines({ fitted }: SetDocument): readonly string[] {
  if (fitted === null) return [];
  const { pages, size, usual, padX, padY } = fitted;
  const type = size === usual ? `文字仍是 ${points(size)}` : `文字用 ${points(size)}（原来 ${points(usual)}）`;
  return [`  为排成 ${pages} 页：${type}，格子里上下各空 ${points(padY)}、左右各空 ${points(padX)}。`];
}

/** The column widths that were chosen, as a template would write them. */
export function widthLines({ columns }: SetDocument, world: Pick<World, 'readText'>): readonly string[] {
  return columns.map(({ at, columns: widths }) => {
    const text = world.readText(at.file);
    const place = text.ok ? `${at.file}:${placeAt(text.value, at.start).line}` : at.file;
    return `  栏宽（${place}）：columns="${widths.join(' ')}"`;
  });
}
