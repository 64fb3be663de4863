import '@fontsource/bricolage-grotesque/latin-700.css'
import '@fontsource/bricolage-grotesque/latin-ext-700.css'
import '@fontsource-variable/figtree/wght.css'
import './design/fonts.css'
import './design/tokens.css'
import './design/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectApi } from './api/client'
import { loadConfig } from './api/config'
import { startSession } from './api/upkeep'
import { App } from './app/App'
import { completeMessages, startI18n } from './app/i18n/i18n'
import { StartFailure } from './app/StartFailure'

const root = createRoot(document.getElementById('root')!)

async function start(): Promise<void> {
  const [config] = await Promise.all([loadConfig(), startI18n()])
  connectApi(config.apiBaseUrl)
  void startSession()
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  // The next page will need them, and what a click may bring; where they do not come now, that page asks again.
  completeMessages().catch(() => undefined)
  setTimeout(() => import('./app/afterwards').then(({ afterwards }) => afterwards(config)).catch(() => undefined), 2_000)
}

start().catch(() => root.render(<StartFailure />))
