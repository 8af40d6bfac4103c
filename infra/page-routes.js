/*
 * Runs at the edge of CloudFront (cloudfront-js-2.0: no modules, no network): whatever is not a file is a page of the
 * one page, /index.html; at the address of a return /return.html, which is the same and begins to fetch what a return
 * needs (web/vite.config.ts). Files stand at the root (/icon.svg, /config.json) or under /assets/, which never comes here;
 * a dot further down is part of an id (/rounds/2019.1/returns/630225). What is under /api never comes here either; the
 * bare /api is left as it is. hosting.ts puts this file into the distribution, page-routes.test.ts runs it.
 */
// biome-ignore lint/correctness/noUnusedVariables: the edge calls it by this name.
function handler(event) {
  var request = event.request
  var isFile = /^\/[^/]*\.[^/]*$/.test(request.uri)
  var isApi = /^\/api(\/|$)/.test(request.uri)
  var isReturn = /^\/rounds\/[^/]+\/returns\/[^/]/.test(request.uri)
  if (!isFile && !isApi) request.uri = isReturn ? '/return.html' : '/index.html'
  return request
}
