// Fails the build when what a first visit loads outgrows its budget, as it is sent: see compress.mjs, which runs before.
import { readFileSync, rmSync, statSync } from 'node:fs'

const JAVASCRIPT_KB = 110
const FONTS_KB = 45
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  manifest[key].imports?.forEach((imported) => withImports(imported, seen))
  return seen
}

const kilobytes = (files, ending) => files.reduce((sum, file) => sum + statSync(new URL(file + ending, dist)).size, 0) / 1000

function within(budget, size, what) {
  console.log(`First visit: ${size.toFixed(1)} kB of ${budget} kB, ${what}`)
  return size <= budget
}

// The page, and the messages in one language that it waits for.
const keys = withImports('src/app/i18n/fr.first.ts', withImports('index.html'))
const scripts = [...keys].map((key) => manifest[key].file)
const page = readFileSync(new URL('index.html', dist), 'utf8')
const fonts = [...page.matchAll(/<link rel="preload"[^>]*href="\/([^"]+\.woff2)"/g)].map(([, file]) => file)

rmSync(new URL('.vite', dist), { recursive: true })
const results = [
  within(JAVASCRIPT_KB, kilobytes(scripts, '.gz'), `JavaScript in gzip (${kilobytes(scripts, '.br').toFixed(1)} kB in brotli): ${scripts.join(', ')}`),
  within(FONTS_KB, kilobytes(fonts, ''), `fonts: ${fonts.join(', ')}`),
]
if (fonts.length === 0 || results.includes(false)) process.exit(1)
