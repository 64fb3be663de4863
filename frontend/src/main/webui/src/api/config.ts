/** What the server tells the page at run time, so that one build runs everywhere. */
export interface RuntimeConfig {
  /** Where the API is; empty means this page's own origin. */
  apiBaseUrl: string
  /** Whether this shop keeps the mail that it would send, for everybody to read. */
  mailbox: boolean
  /** Whether browsers keep what was seen last, to be read without a connection. */
  offline: boolean
}

export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch('/config.json', { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`config.json answered ${response.status}`)
  return (await response.json()) as RuntimeConfig
}
