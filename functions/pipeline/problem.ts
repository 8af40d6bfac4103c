/* A refusal as application/problem+json (RFC 9457), in the caller's language. The code is the identity. */
import type { Refusal } from '../../shared/refusal.ts'
import type { Language } from '../../shared/unit/unit.ts'

export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded?: boolean
}

/** Chinese unless the caller asks for English first. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  acceptLanguage?.trim().toLowerCase().startsWith('en') === true ? 'en' : 'zh'

export const problemOf = (refusal: Refusal, language: Language): HttpAnswer => ({
  statusCode: refusal.status,
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
  },
  body: JSON.stringify({
    type: `urn:huibao:problem:${refusal.code}`,
    title: refusal.code,
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail[language],
    ...(refusal.errors === undefined
      ? {}
      : { errors: refusal.errors.map((error) => ({ ...error, message: error.message[language] })) }),
    ...refusal.facts,
  }),
})
