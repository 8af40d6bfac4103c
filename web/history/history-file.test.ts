import { describe, expect, it } from 'vitest'
import { cellsIn, refusedHere } from './history-file.ts'

describe('a JSON file of an earlier year', () => {
  it.each([
    ['{"a.b": 1}', { cells: { 'a.b': 1 } }],
    ['\ufeff{"form": "ogi-2019", "cells": {"a.b": "1"}}', { form: 'ogi-2019', cells: { 'a.b': '1' } }],
  ])('is read: %j', (text, read) => {
    expect(cellsIn(text)).toEqual(read)
  })

  it.each(['', '{', '[1]', '3', 'null', '{"cells": [1]}'])('is refused with a sentence: %j', (text) => {
    expect(cellsIn(text)).toMatch(/JSON.*。$/)
  })
})

describe('a file that need not be sent', () => {
  it.each([
    ['a.pdf', 1],
    ['a.xls', 1],
    ['a.xlsx', 5_000_000],
    ['a.json', 1_100_000],
  ])('is refused in the browser: %s of %i bytes', (name, size) => {
    expect(refusedHere({ name, size })).toMatch(/。$/)
  })

  it.each(['a.xlsx', 'A.XLSX', 'a.json'])('%s is sent', (name) => {
    expect(refusedHere({ name, size: 1000 })).toBeUndefined()
  })
})
