import './style/tokens.css'
import './style/base.css'
import './style/print.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { language } from './language.ts'
import { App, beginPage } from './page/app.tsx'
import { recallLanguage } from './page/me.ts'
import { startSession } from './sign-in/session.ts'

recallLanguage()
effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})
beginPage(location.pathname)
startSession()

const page = document.getElementById('page')
if (page !== null) render(<App />, page)
