/* Sending a mail, as the rest of the shell sees it; the SES one is ses.ts. */

export interface Mailer {
  /**
   * Sends one mail to one address. Rejects with the cause when it was not taken; isThrottled and isRefusedAddress
   * (ses.ts) tell what is known. Any other rejection leaves the outcome unknown: the mail may have gone out.
   */
  readonly send: (letter: {
    readonly to: string
    readonly raw: Uint8Array
    /** letterKey: the tag by which SES events find their letter. */
    readonly key: string
  }) => Promise<{ readonly messageId: string }>
}
