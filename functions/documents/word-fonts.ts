/*
 * Fonts are named and never embedded. 方正小标宋 is licensed and not on every machine, the GB2312 cuts neither: the
 * names below are those that Windows brings, and the font table names what may stand in (w:altName), so that Word,
 * WPS and LibreOffice choose alike. Digits and Latin letters are set in Times New Roman, as offices do.
 */

interface Face {
  readonly ascii: string
  readonly hAnsi: string
  readonly cs: string
  readonly eastAsia: string
  /** Quotation marks and dashes are in both; set them as Chinese ones. */
  readonly hint: 'eastAsia'
}

const face = (eastAsia: string, latin = 'Times New Roman'): Face => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
  hint: 'eastAsia',
})

export const faces = {
  /** 小标宋: the title. */
  title: face('方正小标宋简体'),
  /** 仿宋: the body. */
  body: face('FangSong'),
  /** 黑体: 一、 */
  heading: face('SimHei', 'SimHei'),
  /** 楷体: （一） */
  subheading: face('KaiTi'),
  /** 宋体: page numbers. */
  pageNumber: face('SimSun', 'SimSun'),
} as const

interface TableFont {
  readonly name: string
  readonly alternatives: string
  readonly family: 'roman' | 'swiss' | 'script' | 'modern'
}

const fontTable: readonly TableFont[] = [
  { name: '方正小标宋简体', alternatives: 'FZXiaoBiaoSong-B05S,SimSun,宋体,Noto Serif CJK SC', family: 'roman' },
  { name: 'FangSong', alternatives: '仿宋,仿宋_GB2312,STFangsong,Noto Serif CJK SC', family: 'modern' },
  { name: 'KaiTi', alternatives: '楷体,楷体_GB2312,STKaiti,Noto Serif CJK SC', family: 'modern' },
  { name: 'SimHei', alternatives: '黑体,STHeiti,Noto Sans CJK SC', family: 'modern' },
  { name: 'SimSun', alternatives: '宋体,STSong,Noto Serif CJK SC', family: 'roman' },
  { name: 'Times New Roman', alternatives: 'Liberation Serif', family: 'roman' },
]

const entryOf = ({ name, alternatives, family }: TableFont): string => {
  const isChinese = name !== 'Times New Roman'
  return `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="${isChinese ? '86' : '00'}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
}

/** The part word/fontTable.xml: names and what may stand in for them, no font files. */
export const fontTablePart = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fontTable.map(entryOf).join('')}</w:fonts>`,
} as const
