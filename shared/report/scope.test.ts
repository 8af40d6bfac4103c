import { describe, expect, it } from 'vitest'
import { words } from '../form/words.ts'
import { notStatutory, ownScope, wholeScope } from './scope.ts'

const city = { shortName: words('市局', 'City bureau'), hasBelow: true }

describe('scope labels', () => {
  it('use the words of the office where it has some', () => {
    const scope = { own: words('市局本级', 'City bureau itself'), whole: words('全市（含县区）', 'Whole city') }
    expect(ownScope({ ...city, scope }).zh).toBe('市局本级')
    expect(wholeScope({ ...city, scope }).zh).toBe('全市（含县区）')
  })

  it('are made from the short name where it has none', () => {
    expect(ownScope(city).zh).toBe('市局本级')
    expect(wholeScope(city).zh).toBe('市局及所属单位')
  })

  it('name a unit that has nobody below it and only one scope', () => {
    expect(ownScope({ shortName: words('乐都', 'Ledu'), hasBelow: false }).zh).toBe('乐都')
  })

  it('come with the sentence that this is not the filing the law asks for', () => {
    expect(notStatutory.zh).toBe('内部汇总，不代替向本级政府的法定报送')
  })
})
