/** Cuts the fonts that Biaoli ships out of the npm packages; `--check` only compares them with the files here. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { indexCharacters, mendedCharacters, symbolCharacters, textCharacters } from './characters.mjs';

const require = createRequire(import.meta.url);
const noto = (path) => readFileSync(require.resolve(`@expo-google-fonts/${path}.ttf`));
const serif400 = noto('noto-serif-sc/400Regular/NotoSerifSC_400Regular');

// The reader sets one glyph per code point without hints, so layout, hinting and vertical metrics are dead weight.
const unused = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'prep', 'cvt ', 'fpgm', 'vhea', 'vmtx', 'VORG', 'DSIG'];

const cut = (font, characters) =>
  subsetFont(font, characters, {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    // Licence and its address, beside the names that are kept anyway.
    preserveNameIds: [13, 14],
    dropTables: unused,
  });

const text = textCharacters();
const files = {
  '宋体-400.ttf': await cut(serif400, text),
  '宋体-700.ttf': await cut(noto('noto-serif-sc/700Bold/NotoSerifSC_700Bold'), text),
  '黑体-400.ttf': await cut(noto('noto-sans-sc/400Regular/NotoSansSC_400Regular'), text),
  '宋体-全.ttf': serif400,
  '符号.ttf': await cut(noto('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular'), symbolCharacters),
  '上下标.ttf': await cut(noto('noto-serif/300Light/NotoSerif_300Light'), indexCharacters),
  '仿宋-补.ttf': await cut(serif400, mendedCharacters),
};

for (const [name, bytes] of Object.entries(files)) {
  const path = new URL(encodeURIComponent(name), import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, bytes);
    console.log(`${name} ${bytes.length}`);
  } else if (!readFileSync(path).equals(bytes)) {
    console.error(`${name}: differs from what cut.mjs makes`);
    process.exitCode = 1;
  }
}
