// The service worker, in one file of its own at the root: built after the page, of whose files it keeps those of the shell.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const dist = new URL('dist/', import.meta.url)
/** Nobody works in the back office without a connection. */
const LEFT_OUT = 'src/admin/StaffEntrance.tsx'
const UNHASHED = ['index.html', 'theme.js', 'favicon.svg', 'site.webmanifest']

/** Every page's files but those of the back office, and for those that keep their names what is in them. */
function shell() {
  const manifestFile = new URL('.vite/manifest.json', dist)
  if (!existsSync(manifestFile)) throw new Error('The page is built first: npm run build')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const reached = new Set()
  const reach = (key) => {
    if (key === LEFT_OUT || reached.has(key)) return
    reached.add(key)
    const { imports = [], dynamicImports = [] } = manifest[key]
    ;[...imports, ...dynamicImports].forEach(reach)
  }
  reach('index.html')
  const hashed = new Set([...reached].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]))
  return [
    ...UNHASHED.map((name) => ({ url: `/${name}`, revision: createHash('sha256').update(readFileSync(new URL(name, dist))).digest('hex').slice(0, 16) })),
    // Browsers that read the page read WOFF 2.
    ...[...hashed].filter((name) => !name.endsWith('.woff')).sort().map((name) => ({ url: `/${name}`, revision: null })),
  ]
}

export default defineConfig({
  publicDir: false,
  define: { SHELL: JSON.stringify(shell()), 'process.env.NODE_ENV': '"production"' },
  build: {
    emptyOutDir: false,
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    lib: { entry: 'src/worker/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
  },
})
