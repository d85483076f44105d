import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { andThen, type Diagnostic, diagnostic, fail, type Outcome, type Span, succeed } from '../../base/index.ts';
import { declaredChecksums } from './checksums.ts';
import { attribute, parseXml } from './xml.ts';

/** The most that all parts of a package may say they unpack to, in bytes. */
const UNPACKED_LIMIT = 200 * 1024 * 1024;
const PART_LIMIT = 10_000;

const USUAL_MAIN_PART = 'word/document.xml';

/** What a document's text is read from: the main part, usually word/document.xml, and its styles, where there are any. */
type DocumentParts = { readonly main: Uint8Array; readonly styles: Uint8Array | null };

/** The parts of a DOCX package with the document's text; D001, D002 or D006 when there are none. */
export function documentParts(bytes: Uint8Array, file: string): Outcome<DocumentParts> {
  const at = { file, start: 0, end: 0 };
  if (!startsWith(bytes, [0x50, 0x4b])) return fail(notDocx(bytes, at));
  try {
    const sizes = declaredSizes(bytes);
    if (sizes === undefined || [...sizes.values()].reduce((a, b) => a + b, 0) > UNPACKED_LIMIT) return fail(tooBig(at));
    const name = relatedPart(bytes, sizes, { to: '', as: '/officeDocument' }) ?? USUAL_MAIN_PART;
    if (!sizes.has(name)) return fail(notDocx(bytes, at));
    const look = relatedPart(bytes, sizes, { to: name, as: '/styles' });
    const names = look !== undefined && sizes.has(look) ? [name, look] : [name];
    // Unpacking never goes beyond the declared size, so a part that lies about it comes out cut or padded.
    const [main, styles] = unpack(bytes, names);
    if (main === undefined || (names.length > 1 && styles === undefined)) return fail(damaged(at));
    return succeed({ main, styles: styles ?? null });
  } catch {
    return fail(damaged(at));
  }
}

/** The parts whose names are wanted, in the order of the package; D001, D002 or D006 where it is none. */
export function partsNamed(bytes: Uint8Array, file: string, wanted: RegExp): Outcome<readonly Uint8Array[]> {
  return andThen(documentParts(bytes, file), () => {
    try {
      // What all parts unpack to was looked at with the main one.
      const names = [...(declaredSizes(bytes)?.keys() ?? [])].filter((name) => wanted.test(name));
      const parts = unpack(bytes, names);
      return parts.every((part) => part !== undefined) ? succeed(parts) : fail(damaged({ file, start: 0, end: 0 }));
    } catch {
      return fail(damaged({ file, start: 0, end: 0 }));
    }
  });
}

/** The file is a package, but what is inside cannot be read. */
export const damaged = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D002',
    at,
    message: 'DOCX 文件打不开：压缩包或其中的正文已损坏',
    advice: '用 Word 或 WPS 打开，能打开就另存为新的 .docx；打不开就请对方重发一份。',
  });

/** The unpacked size of every part by name, summed where a name comes twice; nothing when there are too many parts. */
function declaredSizes(bytes: Uint8Array): ReadonlyMap<string, number> | undefined {
  const sizes = new Map<string, number>();
  let parts = 0;
  const tooMany = new Error('too many parts');
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        // The only way to stop: a forged directory may promise four thousand million parts.
        if (parts > PART_LIMIT) throw tooMany;
        sizes.set(name, (sizes.get(name) ?? 0) + originalSize);
        return false;
      },
    });
  } catch (error) {
    if (error === tooMany) return undefined;
    throw error;
  }
  return sizes;
}

/**
 * Parts by their names, each if its bytes sum up to what the directory says: a flipped bit must not change a text
 * unnoticed. The archive is walked once for all of them: a stranger's may have thousands.
 */
function unpack(bytes: Uint8Array, names: readonly string[]): readonly (Uint8Array | undefined)[] {
  const wanted = new Set(names);
  const unpacked = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
  const sums = declaredChecksums(bytes);
  return names.map((name) => {
    const part = unpacked[name];
    return part !== undefined && crc32(part) === sums.get(name) ? part : undefined;
  });
}

/** A relation of parts: what it is to, '' for the package itself, and how its type ends. */
type Relation = { readonly to: string; readonly as: string };

/** The name of the part that relations name (ISO/IEC 29500-2, 6.5.3; the types in ISO/IEC 29500-1, 11.3). */
function relatedPart(bytes: Uint8Array, sizes: ReadonlyMap<string, number>, { to, as }: Relation): string | undefined {
  const folder = posix.dirname(to);
  const relations = posix.join(folder, '_rels', `${posix.basename(to)}.rels`);
  if (!sizes.has(relations)) return undefined;
  const [part] = unpack(bytes, [relations]);
  if (part === undefined) throw new Error('damaged relations');
  let found: string | undefined;
  parseXml(part, {
    open: (tag) => {
      if (attribute(tag, 'Type')?.endsWith(as)) found ??= attribute(tag, 'Target');
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found === undefined ? undefined : posix.resolve('/', folder, found).slice(1);
}

function notDocx(bytes: Uint8Array, at: Span): Diagnostic {
  const old = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
  return diagnostic({
    code: 'D001',
    at,
    message: old ? '这是旧格式的 .doc，或是加了密的 DOCX' : '这不是 DOCX 文件',
    advice: old ? '用 Word 或 WPS 打开，去掉密码，另存为 .docx。' : '换成 Word 或 WPS 存出的 .docx 文件。',
  });
}

const tooBig = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D006',
    at,
    message: `DOCX 解开后超过 ${UNPACKED_LIMIT / 1024 / 1024} MB，或其中的部件超过 ${PART_LIMIT} 个`,
    advice: '删去图片等附带内容后另存，或请对方重发一份。',
  });

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
