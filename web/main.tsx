import './style/tokens.css'
import { render } from 'preact'

const page = document.getElementById('page')
if (page !== null) render(<p>汇报</p>, page)
