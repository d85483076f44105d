export { addTo } from './add-to.ts';
export { Bare } from './bare.ts';
export { between } from './between.ts';
export { type Code, codes } from './codes.ts';
export { byPlace, type Diagnostic, type DiagnosticInit, diagnostic, type Severity } from './diagnostic.ts';
export { type Document, type Meta, type Paper, typeHeight, typeWidth } from './document.ts';
export type { Enclosure } from './enclosure.ts';
export { flatMap } from './flat-map.ts';
export { lastUpTo } from './last-up-to.ts';
export { type Length, mm, mpt, pt, sum, ZERO } from './length.ts';
export { type Origin, type Path, pathKey, pathText } from './origin.ts';
export { alongside, andThen, fail, findingsOf, type Outcome, settle, succeed } from './outcome.ts';
export { type PdfKind, pdfKinds } from './pdf-kind.ts';
export { PERCENT_SLACK, roundedPercents } from './percents.ts';
export { plainCharacter } from './radicals.ts';
export { remembered } from './remembered.ts';
export { ShortTexts } from './short-texts.ts';
export { shortened } from './shortened.ts';
export { type Place, placeAt, type Span } from './span.ts';
export type {
  Align,
  AlignWish,
  BreakLevel,
  Direction,
  FaceEntry,
  FaceTable,
  ParagraphStyle,
  Role,
  Styles,
  TableStyle,
  TextStyle,
  VerticalAlign,
} from './style.ts';
export { codePointName, type Unseen, unseenIn, withoutUnseen } from './unseen.ts';
export type { FontBytes, World } from './world.ts';
