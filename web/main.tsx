import './style/tokens.css'
import './style/base.css'
import './style/print.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { language } from './language.ts'
import { App, beginPage } from './page/app.tsx'
import { askEarly } from './page/early.ts'
import { recallLanguage } from './page/me.ts'
import { session, startSession } from './sign-in/session.ts'

const words = recallLanguage()
effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})
beginPage(location.pathname)
/* Until then the page shows what it came with. */
void Promise.all([words, startSession()]).then(() => {
  if (session.peek().state === 'signedIn') askEarly(location.pathname)
  const page = document.getElementById('page')
  if (page !== null) render(<App />, page)
})
