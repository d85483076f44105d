import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Diagnostic, diagnostic, fail, type Outcome, type Span } from '../../base/index.ts';
import { TooLarge, tooLarge } from './limits.ts';
import { latin1 } from './objects/lexer.ts';

const { push } = Array.prototype;
const { parse } = JSON;

/**
 * pdfjs takes a tenth of a second to load, so it is loaded when the first PDF is read. On Node 20 it puts functions of its
 * own, many times slower, in the place of two that the whole process uses; they are put back.
 */
export async function loadPdfjs() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // @ts-expect-error: it has no types. Loaded here, it is found when a document is opened, and replaces nothing later.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Array.prototype.push = push;
  JSON.parse = parse;
  return pdfjs;
}

/**
 * Options under which nothing is fetched, drawn, printed or run, and a fault in the file is an error instead of a guess.
 * pdfjs takes the bytes away from the caller, so it gets a copy, made so that a Buffer becomes a plain array of bytes.
 */
export const openingOptions = (bytes: Uint8Array) => ({
  data: new Uint8Array(bytes),
  verbosity: 0,
  stopAtErrors: true,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  useWasm: false,
});

/**
 * Opens a PDF, reads something of it and closes it. `file` is only named in messages. Fails with D003 (not a PDF), D004
 * (damaged or cut off, or what was read threw), D005 (encrypted with a password) or D022 (too large).
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  file: string,
  read: (document: PDFDocumentProxy, pdfjs: Pdfjs) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const at = { file, start: 0, end: 0 };
  const wrong = wrongAtSight(bytes, at);
  if (wrong !== undefined) return fail(wrong);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument(openingOptions(bytes));
  try {
    return await read(await task.promise, pdfjs);
  } catch (error) {
    return fail(refusal(error, at));
  } finally {
    await task.destroy();
  }
}

type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;

/** What is wrong with the bytes as far as can be told without parsing them. */
function wrongAtSight(bytes: Uint8Array, at: Span): Diagnostic | undefined {
  // Readers accept the header and the end mark anywhere in the first and last 1024 bytes (ISO 32000-1, H.3).
  if (!latin1(bytes, 0, Math.min(bytes.length, 1024)).includes('%PDF-')) {
    return diagnostic({ code: 'D003', at, message: '这不是 PDF 文件', advice: '换成 .pdf 文件。' });
  }
  return latin1(bytes, Math.max(0, bytes.length - 1024), bytes.length).includes('%%EOF')
    ? undefined
    : damagedPdf(at, '文件不完整，末尾缺了一截');
}

/** The diagnostic for what was thrown while a PDF was read. */
function refusal(error: unknown, at: Span): Diagnostic {
  if (error instanceof TooLarge) return tooLarge(error, at);
  if (!(error instanceof Error && error.name === 'PasswordException')) return damagedPdf(at, '文件里的内容已损坏');
  return diagnostic({
    code: 'D005',
    at,
    message: 'PDF 加了密码，读不了',
    advice: '用 PDF 阅读器去掉密码后另存，再读。',
  });
}

const damagedPdf = (at: Span, what: string): Diagnostic =>
  diagnostic({
    code: 'D004',
    at,
    message: `PDF 读不了：${what}`,
    advice: '重新生成或重新下载这份 PDF。',
  });
