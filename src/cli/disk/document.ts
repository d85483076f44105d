import { andThen, type Outcome, succeed } from '../../base/index.ts';
import { readBytes } from './bytes.ts';
import { fileFailure, type Words } from './file-fault.ts';

/** Larger than any form with its fonts and pictures; a scan of a book is not read. */
export const DOCUMENT_LIMIT = 200 * 1024 * 1024;

/** Whether a document is read as a PDF, by its first bytes or its name. */
export const isPdf = (bytes: Uint8Array, file: string): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') || /\.pdf$/iu.test(file);

/** The bytes of a PDF or DOCX, well or damaged. Fails with D001 for what is neither by its name nor by its first bytes. */
export const readDocument = (file: string): Outcome<Uint8Array> =>
  andThen(readBytes(file, DOCUMENT_LIMIT), (bytes) =>
    isPdf(bytes, file) || isWord(bytes, file) ? succeed(bytes) : fileFailure('D001', file, isNeither),
  );

/** Zips, and what Word wrote before there was DOCX, or writes with a password. */
const isWord = (bytes: Uint8Array, file: string): boolean =>
  /\.docx?$/iu.test(file) || ['PK', '\xd0\xcf'].includes(Buffer.from(bytes.subarray(0, 2)).toString('latin1'));

const isNeither: Words = [
  '这不是 PDF，也不是 DOCX',
  '写出生成的 .pdf 或 .docx 文件；数据（.yaml）用 biaoli check 检查。',
];
