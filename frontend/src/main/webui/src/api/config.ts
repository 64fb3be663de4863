/** What the server tells the page at run time, so that one build runs everywhere. */
export interface RuntimeConfig {
  /** Where the API is; empty means this page's own origin. */
  apiBaseUrl: string
}

export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch('/config.json', { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`config.json answered ${response.status}`)
  return (await response.json()) as RuntimeConfig
}
