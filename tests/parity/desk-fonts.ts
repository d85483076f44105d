import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FaceTable } from '../../src/base/index.ts';
import { renameFont } from './rename-font.ts';

/** The file of each face that has its Han; the other files of a face fill in what that one lacks. */
const MAIN: ReadonlyMap<string, string> = new Map([
  ['宋体', '宋体-400.ttf'],
  ['小标宋', '宋体-700.ttf'],
  ['黑体', '黑体-400.ttf'],
  ['仿宋', '仿宋.otf'],
]);

/**
 * Copies of our fonts under their names on the desk, and a fontconfig file that knows nothing else, so that LibreOffice
 * sets a DOCX with the very glyphs of the PDF. Returns the path of the fontconfig file.
 */
export function makeDeskFonts(folder: string, faces: FaceTable): string {
  const desk = join(folder, 'desk-fonts');
  mkdirSync(desk, { recursive: true });
  const rest = new Set<string>();
  for (const [name, main] of MAIN) {
    const face = faces.get(name);
    if (face === undefined) throw new Error(`no face ${name}`);
    for (const file of face.files) {
      if (!file.endsWith(`/${main}`)) rest.add(file);
      else
        writeFileSync(
          join(desk, main),
          renameFont(readFileSync(file), face.deskName, `Desk${[...MAIN.keys()].indexOf(name)}`),
        );
    }
  }
  [...rest].forEach((file, i) => {
    const font = renameFont(readFileSync(file), `后备${i}`, `Rest${i}`);
    writeFileSync(join(desk, `后备${i}${extname(file)}`), font);
  });
  return fontSettings(folder, desk);
}

/**
 * A fontconfig file that knows nothing but one of our fonts, and that under a name which no document asks for: with it
 * LibreOffice sets everything in that face, as it does on a desk without the faces of the forms.
 */
export function makeStrangeFont(folder: string, faces: FaceTable): string {
  const fonts = join(folder, 'strange-font');
  mkdirSync(fonts, { recursive: true });
  const file = faces.get('黑体')?.files[0];
  if (file === undefined) throw new Error('no face 黑体');
  writeFileSync(join(fonts, `strange${extname(file)}`), renameFont(readFileSync(file), '别的字体', 'Strange'));
  return fontSettings(folder, fonts);
}

function fontSettings(folder: string, fonts: string): string {
  const settings = join(folder, 'fonts.conf');
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir>` +
      `<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return settings;
}
