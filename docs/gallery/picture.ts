import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture in greys, row by row from the top left: one byte per pixel, 0 is black and 255 white. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly greys: Uint8Array };

/** Which page of a PDF, counted from 1, and how many pixels wide. */
export type PageWish = { readonly page: number; readonly width: number };

/** What pdfjs draws on in Node: the few words of @napi-rs/canvas, which it brings, that are used here. */
type CanvasFactory = {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: object;
    readonly context: { getImageData(...box: [number, number, number, number]): { readonly data: Uint8ClampedArray } };
  };
};

/** Draws a page with its embedded fonts. Throws what pdfjs throws: the PDFs here are our own. */
export async function pagePicture(pdf: Uint8Array, wish: PageWish): Promise<GreyPicture> {
  // pdfjs takes the bytes away from the caller, so it gets a copy. Outlines are filled as paths: no font of the machine
  // and no hinting can change a pixel.
  const task = getDocument({ data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false });
  try {
    const document = await task.promise;
    const page = await document.getPage(wish.page);
    const viewport = page.getViewport({ scale: wish.width / page.getViewport({ scale: 1 }).width });
    const height = Math.round(viewport.height);
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(wish.width, height);
    await page.render({ canvas, canvasContext: context, viewport, background: 'white' }).promise;
    const { data } = context.getImageData(0, 0, wish.width, height);
    return { width: wish.width, height, greys: greysOf(data) };
  } finally {
    await task.destroy();
  }
}

/** Pages are printed in one black: red, green and blue are the same. */
const greysOf = (colours: Uint8ClampedArray): Uint8Array =>
  Uint8Array.from({ length: colours.length / 4 }, (_, pixel) => colours[pixel * 4] ?? 0);
