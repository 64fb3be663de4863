/** Where to go back to after the login; only paths of this shop are taken. */
export function returnPath(search: URLSearchParams): string {
  const path = search.get('return') ?? '/'
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/'
}

export function loginPath(returnTo: string, reason?: 'expired'): string {
  const search = new URLSearchParams({ return: returnTo })
  if (reason) search.set('reason', reason)
  return `/login?${search}`
}
