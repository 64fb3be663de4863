import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import './design/tokens.css'
import './design/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectApi } from './api/client'
import { loadConfig } from './api/config'
import { App } from './app/App'
import { startI18n } from './app/i18n/i18n'
import { StartFailure } from './app/StartFailure'

const root = createRoot(document.getElementById('root')!)

async function start(): Promise<void> {
  const [config] = await Promise.all([loadConfig(), startI18n()])
  connectApi(config.apiBaseUrl)
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

start().catch(() => root.render(<StartFailure />))
