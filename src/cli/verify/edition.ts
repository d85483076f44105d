import type { Facts } from '../../agree/index.ts';
import type { Outcome } from '../../base/index.ts';
import type { Blueprint, Shelf } from '../../blueprint/index.ts';
import { fileFailure } from '../disk/file-fault.ts';

/** The edition of a form in which a document was made; D037 where it is not at hand. */
export function editionOf(shelf: Shelf, { form, edition }: Facts, file: string): Outcome<Blueprint> {
  const editions = shelf.editions(form).map(({ blueprint }) => blueprint);
  const wanted = editions.find((one) => one.ok && one.value.edition === edition);
  if (wanted !== undefined) return wanted;
  const broken = editions.find((one) => !one.ok);
  if (broken !== undefined) return broken;
  const others = editions.flatMap((one) => (one.ok ? [one.value.edition] : []));
  const has = others.length === 0 ? '手边没有这张表' : `手边只有 ${others.join('、')} 版`;
  return fileFailure('D037', file, [
    `这份是用“${form}”的 ${edition} 版生成的，${has}`,
    '用 --templates 指明有这一版的模板文件夹。',
  ]);
}
