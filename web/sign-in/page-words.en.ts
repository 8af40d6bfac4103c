import type { Said } from './page-words.ts'

export const en: Said = {
  huibao: 'Huibao',
  otherLanguage: '中文',
  whatThisIs:
    'Annual reports on open government information: filled in on line, handed in on time, added up by themselves.',
  whoMayEnter: 'For the reporters, coordinators and leaders of the units.',
  withWhat: 'Sign in with the account registered for your unit; you come back to the page you wanted.',
  signIn: 'Sign in',
  forbidden: 'You may not see this page',
  whoYouAre: (who: string) => `You are signed in as ${who}`,
  whomToAsk: 'Please ask:',
  askCoordinator:
    'Name and telephone of the coordinator are in the letter about the round. Give your unit and the address you signed in with, to be registered.',
  phone: (number: string) => `telephone ${number}`,
  otherAccount: 'Sign out and use another account',
}
