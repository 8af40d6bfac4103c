/* Moments as the office reads them, in the round's zone; the computer's own zone and clock do not come in. */
/* A formatter is dear to make and cheap to use. */
const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** Year, month, day, hour and minute of a moment on the clocks of a zone. */
export const partsOf = (at: string, zone: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    formatterOf(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  )

/** 「14:02」. */
export const timeInWords = (at: string, zone: string): string => {
  const { hour, minute } = partsOf(at, zone)
  return `${hour}:${minute}`
}
