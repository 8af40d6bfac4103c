import type { Said } from './words.ts'

export const en: Said = {
  notCompleted: 'The last sign-in was not completed; please try again.',
  unreachable: 'The sign-in service cannot be reached at the moment; please check the connection and try again.',
  notKept:
    'This browser does not let the site keep data: the sign-in lasts while this page is open, and nothing you type can be kept on this computer. Please allow cookies and storage for this site in the browser’s settings.',
  expired: 'Your sign-in has expired. Nothing you typed is lost; saving goes on after you sign in again.',
  signInAgain: 'Sign in again',
  windowDone: 'You are signed in; this window can be closed.',
}
