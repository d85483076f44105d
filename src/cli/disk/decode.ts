import { isUtf8, transcode } from 'node:buffer';
import { type Outcome, succeed } from '../../base/index.ts';
import { fileFailure, type Words } from './file-fault.ts';

const saveAsUtf8 =
  '记事本：另存为，编码选 UTF-8；VS Code：点右下角的编码，先“通过编码重新打开”选原来的编码，再“通过编码保存”选 UTF-8；WPS：另存为纯文本时编码选 UTF-8。';

/** The text of UTF-8 bytes without a byte order mark. Fails with E004, which says what the bytes seem to be. */
export function decodeText(file: string, bytes: Uint8Array): Outcome<string> {
  const other = otherKind(file, bytes);
  if (other !== undefined) return fileFailure('E004', file, other);
  if (isUtf8(bytes)) return succeed(textOf(isMarked(bytes) ? bytes.subarray(MARK) : bytes));
  const bad = firstBadByte(bytes);
  const line = lineOf(bytes, bad);
  const shown = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  if (isSoundIn('gb18030', bytes, { more: false }))
    return fileFailure('E004', file, [
      `不是 UTF-8 编码（第 ${line} 行的字节 ${shown} 不合法），看起来是 GBK 编码`,
      saveAsUtf8,
    ]);
  return fileFailure('E004', file, [
    `不是 UTF-8 编码：第 ${line} 行的字节 ${shown} 不合法`,
    `对照原件重打这一行，再存成 UTF-8。${saveAsUtf8}`,
  ]);
}

/** How long the byte order mark of UTF-8 is. */
const MARK = 3;

/** Whether bytes begin with it. */
export const isMarked = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf;

function otherKind(file: string, bytes: Uint8Array): Words | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return ['是 UTF-16 编码（记事本叫“Unicode”），不是 UTF-8', saveAsUtf8];
  if (!bytes.subarray(0, 4096).includes(0)) return undefined;
  if (file.endsWith('.hbs'))
    return ['不是文本文件：里面有编码为 0 的字符', `模板是纯文本：删去那个字符，或另写一份。${saveAsUtf8}`];
  return ['不是文本文件', '这里要 YAML 文件；Word、Excel、PDF 不能直接读，按样例另写一份 .yaml。'];
}

/** In two steps, because V8 reads UTF-16 more than five times as fast as UTF-8. */
const textOf = (bytes: Uint8Array): string => transcode(bytes, 'utf8', 'utf16le').toString('utf16le');

/** Whether bytes are sound in an encoding; those of a character at their end may be cut off where more is to come. */
function isSoundIn(encoding: string, bytes: Uint8Array, { more }: { readonly more: boolean }): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}

/** The least prefix that does not decode ends with the first bad byte, or stands before the cut-off end. */
function firstBadByte(bytes: Uint8Array): number {
  let sound = 0;
  let faulty = bytes.length + 1;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isSoundIn('utf-8', bytes.subarray(0, middle), { more: true })) sound = middle;
    else faulty = middle;
  }
  return Math.min(faulty, bytes.length) - 1;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i += 1) if (bytes[i] === 0x0a) line += 1;
  return line;
}
