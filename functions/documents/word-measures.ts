/*
 * Measures of GB/T 9704-2012 (党政机关公文格式) in Word's units: twentieths of a point for lengths, half-points for
 * type sizes. A4 with 天头 37 mm and 订口 28 mm; the type area of 156 × 225 mm leaves right 26 and bottom 35 mm;
 * 22 lines of 28 characters.
 */

const twipsPerMm = 1440 / 25.4

/** Twips of millimetres. */
export const mm = (millimetres: number): number => Math.round(millimetres * twipsPerMm)

export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  left: mm(28),
  right: mm(26),
  bottom: mm(35),
  /** 7 mm below the type area (common practice), less the height of the line itself. */
  footer: mm(35 - 7 - 5),
} as const

/** Width of the type area: 156 mm. */
export const textWidth = page.width - page.left - page.right

/** Type sizes by their Chinese names, in half-points. */
export const size = { no2: 44, no3: 32, no4: 28, small4: 24, no5: 21, small5: 18, no6: 15, small6: 13 } as const

/** The sizes of type in tables. */
export const cellSizes = [size.small4, size.no5, size.small5, size.small6] as const
export type CellSize = (typeof cellSizes)[number]

/** 225 mm ÷ 22 lines: 28.95 pt. */
export const linePitch = Math.floor((page.height - page.top - page.bottom) / 22)

/** One character of the body: 3号. */
export const character = size.no3 * 10

/*
 * 28 characters of 3号 are 448 pt, the type area is 442 pt wide: each character gives up a quarter of a point. A grid
 * of characters (w:charSpace) would say the same, but LibreOffice then sets eighteen in a line.
 */
export const characterSpacing = -5
