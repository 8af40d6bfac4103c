/*
 * The page on which somebody of the cast signs in. It stands in for the office's real sign-in and says so. Plain
 * HTML: a form with one button per person, no script.
 */

export type CastMember = {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly unitName?: { readonly zh: string; readonly en: string } | undefined
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (raw: string): string => raw.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const groups = [
  { role: 'reporter', zh: '填报人', en: 'Reporters' },
  { role: 'coordinator', zh: '汇总联系人', en: 'Coordinators' },
  { role: 'leader', zh: '领导', en: 'Leaders' },
  { role: 'administrator', zh: '系统管理员', en: 'Administrators' },
] as const

const personButton = ({ email, name, unit, unitName }: CastMember): string => `
        <li><button name="email" value="${text(email)}">
          <b>${text(name)}</b> <span>${text(unitName?.zh ?? unit)}</span>
          ${unitName === undefined ? '' : `<small lang="en">${text(unitName.en)}</small>`}
          <small>${text(email)}</small>
        </button></li>`

const groupOf = (cast: readonly CastMember[], { role, zh, en }: (typeof groups)[number]): string => {
  const members = cast.filter((each) => each.role === role)
  if (members.length === 0) return ''
  return `
      <h2>${zh} <span lang="en">${en}</span></h2>
      <ul>${members.map(personButton).join('')}
      </ul>`
}

const frame = (title: string, body: string, extra = ''): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/sign-in.css" />${extra}
  </head>
  <body>
    <main>
      ${body}
    </main>
  </body>
</html>
`

const notice = `<p class="notice"><b>仅供本机演示。</b>此页代替正式的单位登录：不需要密码，人员均为虚构。<br />
        <span lang="en"><b>This machine only.</b> The page stands in for your office’s real sign-in: no password, and everybody is made up.</span></p>`

/**
 * The list of the cast, by role.
 * @param action Where the form goes.
 */
export const signInPage = (action: string, cast: readonly CastMember[]): string =>
  frame(
    '汇报 · 登录',
    `<h1>汇报 <span lang="en">Huibao</span></h1>
      ${notice}
      <p class="lead">请选择以谁的身份登录。<span lang="en">Choose whom to sign in as.</span></p>
      <form method="post" action="${text(action)}">${groups.map((group) => groupOf(cast, group)).join('')}
      </form>
      <form method="post" action="${text(action)}" class="other">
        <label for="email">其他人员的邮箱 <span lang="en">Anybody else’s e-mail</span></label>
        <input id="email" name="email" type="email" required autocomplete="off" />
        <button>登录 <span lang="en">Sign in</span></button>
      </form>`,
  )

/** Asks the browser to end the session; the script presses the button at once, without one it is pressed by hand. */
export const signOutPage = (form: string): string =>
  frame(
    '汇报 · 退出',
    `<h1>退出登录 <span lang="en">Sign out</span></h1>
      ${form}
      <p><button form="op.logoutForm" name="logout" value="yes">退出 <span lang="en">Sign out</span></button></p>`,
    '\n    <script defer src="/sign-out.js"></script>',
  )

export const signOutScript = `document.querySelector('button[name=logout]').click()\n`

/** Something went wrong at the issuer: back to the pages, where a new sign-in begins. */
export const signInFailedPage = (pages: string, reason: string): string =>
  frame(
    '汇报 · 登录',
    `<h1>登录没有完成 <span lang="en">The sign-in was not completed</span></h1>
      <p>请从首页重新登录。<span lang="en">Please start again from the first page.</span></p>
      <p><a href="${text(pages)}">返回首页 <span lang="en">Back to the first page</span></a></p>
      <p><small>${text(reason)}</small></p>`,
  )

export const signInCss = `
:root { --ink: #17202e; --soft: #55617a; --ground: #f4f6f9; --line: #b9c3d2; --accent: #0f4c9c; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 1.5rem; margin: 0 0 16px; }
h2 { font-size: 1.125rem; margin: 24px 0 8px; }
h1 span, h2 span, .lead span, label span { color: var(--soft); font-weight: normal; }
.notice { background: #fdf3dc; border-left: 4px solid #8a5a00; padding: 12px 16px; margin: 0 0 16px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
button { font: inherit; color: inherit; cursor: pointer; border: 1px solid var(--line); border-radius: 6px; background: #fff; padding: 8px 12px; }
li button { width: 100%; height: 100%; text-align: left; }
button:hover { border-color: var(--accent); background: #e8f0fb; }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[lang=en] { font-family: system-ui, sans-serif; }
small { display: block; color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere; }
.other { margin-top: 32px; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.other label { width: 100%; }
input { font: inherit; flex: 1; min-width: 12rem; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; }
a { color: var(--accent); }
`
