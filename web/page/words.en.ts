import type { Said } from './words.ts'

export const en: Said = {
  huibao: 'Huibao',
  skip: 'Skip to content',
  myWork: 'My work',
  mainNav: 'Main',
  languages: '语言 Language',
  signOut: 'Sign out',
  demo: 'Demo data',
  demoIs: 'All data here is made up for a demonstration',
  opening: 'Opening…',
  broken: 'Something went wrong on this page',
  brokenPart: 'This part could not be shown.',
  nothingLost:
    'Nothing you typed is lost: what was saved is on the server, what was not yet sent is kept in this browser, and is there again after reloading.',
  notNow:
    'There is no connection now. Do not reload the page or close the window; what you typed is kept in this browser. Try again when the line is back.',
  reload: 'Reload',
  again: 'Try again',
  notSwitched:
    'There is no connection: the words of the other language could not be fetched. Reload the page when it is back.',
  beijing: (when: string) => `${when} (Beijing time)`,
}
