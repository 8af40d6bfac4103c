import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOfCopied, blockOfText } from './clipboard-block.ts'

describe('the text form of a copied block', () => {
  it('has cells between tabs and lines between line ends', () => {
    expect(blockOfText('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('keeps cells that are empty', () => {
    expect(blockOfText('1\t\t2\n\t\t\n')).toEqual([
      ['1', '', '2'],
      ['', '', ''],
    ])
  })

  it('is one cell without the line end behind it', () => {
    expect(blockOfText('55\r\n')).toEqual([['55']])
    expect(blockOfText('55')).toEqual([['55']])
  })

  it('keeps line ends, tabs and quotes of a quoted cell together', () => {
    expect(blockOfText('"a\n""b""\tc"\t2\n')).toEqual([['a\n"b"\tc', '2']])
  })

  it('takes a quote that is never closed as it stands', () => {
    expect(blockOfText('"5\t6\n7')).toEqual([['"5', '6'], ['7']])
  })

  it('makes strange spaces plain', () => {
    expect(blockOfText('\u00a01\u00a0234\u3000\t5')).toEqual([['1 234', '5']])
  })

  it('gives back whatever lines and cells were copied', () => {
    const cell = fc.stringMatching(/^[0-9a-z,."\n\t]{0,6}$/).map((text) => text.trim())
    const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (block) => {
        const text = block.map((line) => `${line.map(quoted).join('\t')}\r\n`).join('')
        expect(blockOfText(text)).toEqual(block)
      }),
    )
  })
})

describe('the HTML form of a copied block', () => {
  const cell = (text: string, columns = 1, lines = 1) => ({ text, columns, lines })

  it('puts the text of a merged cell first and says nothing of the others', () => {
    expect(blockOfCopied([[cell('1', 2, 2), cell('2')], [cell('3')], [cell('4'), cell('5'), cell('6')]])).toEqual([
      ['1', undefined, '2'],
      [undefined, undefined, '3'],
      ['4', '5', '6'],
    ])
  })

  it('does not believe any span', () => {
    const [line] = blockOfCopied([[cell('1', 1_000_000_000, 1_000_000_000)]])
    expect(line?.length).toBe(500)
  })
})
