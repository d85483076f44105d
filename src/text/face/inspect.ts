import { type Diagnostic, diagnostic, type FontBytes, flatMap, type Span, type World } from '../../base/index.ts';
import type { Face } from '../types.ts';
import { openFace } from './face.ts';
import { DAMAGED, readSfnt, UnreadableFont } from './sfnt.ts';

/**
 * Opens font files that are not the installation's own, each given with the place that names it: B009 for one that
 * cannot be used, B010 (a warning) for one whose licence forbids what a PDF does with it.
 */
export const inspectFonts = (world: Pick<World, 'readFont'>, named: ReadonlyMap<string, Span>): Diagnostic[] =>
  flatMap([...named], ([file, at]) => {
    const bytes = readQuietly(world, file);
    if (bytes === null) return [unusable(file, at, '系统读不了这个文件')];
    try {
      tryOut(openFace(file, bytes));
      return forbidsEmbedding(file, bytes) ? [restricted(file, at)] : [];
    } catch (error) {
      // Tables that contradict each other end in a RangeError: the file is broken, not the program.
      return [unusable(file, at, error instanceof UnreadableFont ? error.why : DAMAGED)];
    }
  });

const BEYOND = 0xffff;

/** Reads some of the tables that are only read on use; throws where they are broken. */
function tryOut(face: Face): void {
  const glyphs = [0x20, 0x4e00, 0x10ffff].map(face.glyph);
  // Beyond all glyphs stands the last of the advances, which a table that is cut short lacks.
  for (const glyph of [...glyphs, BEYOND]) face.advance(glyph);
  // Outlines of CFF are not tried: fontkit would read the whole file.
  if (face.outlines === 'glyf') face.subset([0, ...glyphs]);
}

function readQuietly(world: Pick<World, 'readFont'>, file: string): FontBytes | null {
  try {
    return world.readFont(file);
  } catch {
    return null;
  }
}

/** OpenType OS/2, fsType: of the levels 2, 4 and 8 the mildest holds, and 2 alone is «Restricted License embedding». */
function forbidsEmbedding(file: string, bytes: FontBytes): boolean {
  const os2 = readSfnt(file, bytes).find('OS/2');
  return os2 !== null && (os2.getUint16(8) & 0x000e) === 0x0002;
}

/** What is wrong with a font of a user, if that is what was thrown; `named` are the places that name such fonts. */
export function fontFault(error: unknown, named: ReadonlyMap<string, Span>): Diagnostic | null {
  if (!(error instanceof UnreadableFont)) return null;
  const at = named.get(error.file);
  return at === undefined ? null : unusable(error.file, at, error.why);
}

const unusable = (file: string, at: Span, why: string): Diagnostic =>
  diagnostic({
    code: 'B009',
    at,
    message: `字库 ${file} 不能用：${why}`,
    advice: '换成完好的 TTF、TTC 或 OTF 字库；网页用的 WOFF 要先转成 TTF。',
  });

const restricted = (file: string, at: Span): Diagnostic =>
  diagnostic({
    code: 'B010',
    severity: 'warning',
    at,
    message: `字库 ${file} 里标着“不许嵌入”，而 PDF 要嵌入用到的字`,
    advice: '看看购买字库的授权书：写明可以嵌入 PDF 的，照常用；没有写明的，换一套字库。',
  });
