import { afterAll, beforeAll, it } from 'vitest'
import { openFrontDoor, type FrontDoor } from './front-door.ts'
import { officeDay, wholeReturn } from './office-day.ts'
import { must } from '../../local/api-client.ts'
import { signOff } from '../over-http.ts'
let door: FrontDoor
beforeAll(async () => { door = await openFrontDoor() }, 200_000)
afterAll(() => door.stop())
it('shots', async () => {
  const empty = await officeDay(door, 'kong')
  const wrong = await officeDay(door, 'cuo')
  await wrong.write({ ...wholeReturn, 'requests.received.naturalPerson': 12, 'requests.granted.naturalPerson': 40, 'overview.text': '本年度共收到申请99件，上年结转3件。联系电话13800138000。' })
  const back = await officeDay(door, 'tui')
  await back.write(wholeReturn)
  const api = await door.office.as(back.emails[0])
  const path = { round: back.round, unit: back.unit }
  const { version } = must(await api.call('getReturn', { path }))
  must(await api.call('submitReturn', { path, body: { version, signOff } }))
  const boss = await door.office.as('coordinator@office.example')
  const now = must(await boss.call('getReturn', { path }))
  const sent = await boss.call('reviewReturn', { path, body: { revision: now.revisions, decision: 'sendBack', reason: '请核对申请数量后重新报送。', comments: [{ cell: 'requests.received.naturalPerson', text: '与上报的台账不一致' }] } } as any)
  console.log(JSON.stringify(sent).slice(0, 300))
  for (const [name, day] of [['empty', empty], ['wrong', wrong], ['back', back]] as const)
    for (const width of [1280, 375]) {
      const { page, context } = await door.visit(day.emails[0], day.path, { width })
      for (const language of ['zh', 'en']) {
        if (language === 'en') { await page.getByRole('button', { name: 'English' }).click(); await page.waitForTimeout(600) }
        for (const part of name === 'empty' ? ['', 'overview', 'requests', 'accounts', 'check', 'workbook'] : name === 'wrong' ? ['overview', 'requests', 'check'] : ['', 'overview', 'requests', 'check', 'receipt', 'cover', 'revisions']) {
          if (language === 'en' && part === 'workbook') continue
          await page.goto(part === '' ? door.system.url : `${day.url}/${part}`)
          await page.locator('h1').first().waitFor()
          await page.waitForTimeout(700)
          await page.screenshot({ path: `/tmp/pg-shots/${name}-${part || 'work'}-${width}-${language}.png`, fullPage: true })
        }
      }
      if (width === 1280 && name !== 'empty') {
        await page.getByRole('button', { name: '中文' }).click()
        await page.goto(`${day.url}/requests`); await page.waitForTimeout(900)
        await page.emulateMedia({ forcedColors: 'active' })
        await page.screenshot({ path: `/tmp/pg-shots/${name}-forced.png`, fullPage: true })
        await page.goto(`${day.url}/check`); await page.waitForTimeout(900)
        await page.screenshot({ path: `/tmp/pg-shots/${name}-forced-check.png`, fullPage: true })
        await page.emulateMedia({ forcedColors: 'none', media: 'print' })
        await page.screenshot({ path: `/tmp/pg-shots/${name}-print-check.png`, fullPage: true })
      }
      await context.close()
    }
}, 400_000)
