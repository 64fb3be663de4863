// Puts beside each file of text what of it is sent to browsers that read brotli or gzip, compressed as well as can be: once, here.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(html|js|css|svg|txt)$/
const dist = fileURLToPath(new URL('../dist/', import.meta.url))

for (const name of readdirSync(dist, { recursive: true }).filter((name) => TEXT.test(name))) {
  const content = readFileSync(dist + name)
  writeFileSync(`${dist}${name}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
  writeFileSync(`${dist}${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
}
