import type { Outcome } from '../../../../src/base/index.ts';
import { type Opened, type Pulled, pull } from '../../../../src/pull/index.ts';
import { readDocx } from '../../../../src/read/index.ts';
import { realPress } from '../../../support/real-world.ts';
import { successOf } from '../../../support/set-form.ts';

export const press = realPress();

/** The six records that there are, by the names of their places. */
export const records: Readonly<Record<string, string>> = {
  大朗: 'data/大朗镇/公共服务办公室-2024.yaml',
  增城: 'data/增城区/民政局.yaml',
  小谷围: 'data/番禺区/小谷围街道办事处.yaml',
  渚源: 'data/渚源县/民政局-2024.yaml',
  福田: 'data/福田区/民政局-2024.yaml',
  项目支出: 'data/云澜区/城乡供水管网改造-2025.yaml',
};

export const opened = (file: string, text: string): Opened => successOf(press.open(file, text));

/** Pulls a DOCX into a text of a record. */
export function pullInto(bytes: Uint8Array, file: string, text: string): Outcome<Pulled> {
  const content = successOf(readDocx(bytes, 'a.docx'));
  return pull(content, opened(file, text), { open: (now) => press.open(file, now), expand: press.expand });
}
