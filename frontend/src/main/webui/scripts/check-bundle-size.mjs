// Fails the build when the JavaScript a first visit needs outgrows its budget.
import { readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 130
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

const gzippedSize = (file) => gzipSync(readFileSync(new URL(file, dist))).length

function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  manifest[key].imports?.forEach((imported) => withImports(imported, seen))
  return seen
}

// The page, and the messages of one language, which it waits for.
const keys = withImports('src/app/i18n/fr.ts', withImports('index.html'))
const files = [...keys].map((key) => manifest[key].file)
const kilobytes = files.reduce((sum, file) => sum + gzippedSize(file), 0) / 1000

rmSync(new URL('.vite', dist), { recursive: true })
console.log(`First-visit JavaScript: ${kilobytes.toFixed(1)} kB gzipped of ${BUDGET_KB} kB (${files.join(', ')})`)
if (kilobytes > BUDGET_KB) process.exit(1)
