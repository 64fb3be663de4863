// Writes src/api/generated/*.ts from the services' OpenAPI documents, so that a contract break fails the type check.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const webui = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const contracts = resolve(webui, process.env.CONTRACTS_DIR || '../../../../contracts')
const target = resolve(webui, 'src/api/generated')
const services = ['auth-service', 'products-api', 'orders-api']

await mkdir(target, { recursive: true })
for (const service of services) {
  const types = astToString(await openapiTS(pathToFileURL(resolve(contracts, `${service}.yaml`))))
  await writeFile(resolve(target, `${service}.ts`), `// Generated from contracts/${service}.yaml by "npm run generate".\n${types}`)
}
