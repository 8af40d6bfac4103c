/** What looks like an escaped character (_x0041_) in a text of a workbook is escaped itself. */
export const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
