import type { Said } from './words.ts'

export const en: Said = {
  offline: 'There is no connection: the server has not answered. Please try again when the line is back.',
  signIn: 'Your sign-in has expired; please sign in again.',
  forbidden: 'You may not do this.',
  notFound: 'What you asked for was not found.',
  tooLarge: 'This is too large; the server did not take it.',
  tooFast: 'Too many requests; please wait a moment.',
  broken: (status: number) => `The server did not answer as it should (${status}). Please try again in a moment.`,
}
