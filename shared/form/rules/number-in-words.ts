/* Numbers as people write them in a text: 1,514, 43, 四十三, 一百零九, 二〇, 两. */

const digits = '零一二三四五六七八九'
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

const digitOf = (unit: string): number => (unit === '〇' ? 0 : unit === '两' ? 2 : digits.indexOf(unit))

/** Below 10,000: 一百零九. Undefined where the characters make no number (百一, 一二十). */
const sectionOf = (text: string): number | undefined => {
  let [sum, digit, below] = [0, -1, 10_000]
  for (const unit of text) {
    const step = steps[unit]
    if (step === undefined) {
      if (digit > 0) return undefined
      digit = digitOf(unit)
      continue
    }
    if (step >= below || (digit < 1 && !(step === 10 && sum === 0 && digit < 0))) return undefined
    sum += Math.max(digit, 1) * step
    ;[digit, below] = [-1, step]
  }
  return sum + Math.max(digit, 0)
}

const numeralOf = (text: string): number | undefined => {
  if (text === '') return undefined
  const units = [...text]
  /* 一〇九: digit by digit. */
  if (units.length > 1 && units.every((unit) => digitOf(unit) >= 0)) return Number(units.map(digitOf).join(''))
  const [high = '', low, ...rest] = text.split('万')
  if (rest.length > 0) return undefined
  if (low === undefined) return sectionOf(high)
  const [thousands, ones] = [sectionOf(high), sectionOf(low)]
  return high === '' || thousands === undefined || ones === undefined ? undefined : thousands * 10_000 + ones
}

/** The whole number that a text states; undefined where it is not certain (`12,74`, 百一, too large). */
export const numberOf = (text: string): number | undefined => {
  const isPlain = /^(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})$/.test(text)
  const value = isPlain ? Number(text.replace(/,/g, '')) : /^[0-9,]/.test(text) ? undefined : numeralOf(text)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
