const longestWaitMs = 5000
const otherwiseMs = 3000

/** When nothing else is going on. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWaitMs })
    else setTimeout(resolve, otherwiseMs)
  })
