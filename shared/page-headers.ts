/*
 * The headers of the pages, said once: CloudFront sends them on AWS, local/pages.ts on one machine, and the tests read
 * them from either. Nothing on a page comes from elsewhere, no style or script is written inside it, and nobody may
 * frame it. The one other origin that a page may call is the issuer of sign-ins.
 */

const policyOf = (issuerOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${issuerOrigin}`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const permissions = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
const yearSeconds = 31_536_000

/**
 * The response headers of a static file, names in lower case.
 * @param issuerOrigin Where sign-ins are issued, scheme and host: `https://huibao.auth.eu-west-1.amazoncognito.com`;
 *   several are separated by a space (Cognito's user information is served from another host than its tokens).
 * @param isAsset A file under /assets/: its name changes with its content, so it is kept for a year. All else is asked
 *   for anew each time.
 */
export const pageHeaders = ({
  issuerOrigin,
  isAsset,
}: {
  readonly issuerOrigin: string
  readonly isAsset: boolean
}): Readonly<Record<string, string>> => ({
  'cache-control': isAsset ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
  'content-security-policy': policyOf(issuerOrigin),
  // The sign-in window of an expired session answers the page that opened it.
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'permissions-policy': permissions.map((name) => `${name}=()`).join(', '),
  'referrer-policy': 'same-origin',
  'strict-transport-security': `max-age=${yearSeconds}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
})
