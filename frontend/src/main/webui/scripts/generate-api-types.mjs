// Writes src/api/generated/*.ts from the services' OpenAPI documents, so that a contract break fails the type check, and what the page lets
// customers type in has the limits that the API has.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { load } from 'js-yaml'
import openapiTS, { astToString } from 'openapi-typescript'

const webui = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const contracts = resolve(webui, '../../../../contracts')
const target = resolve(webui, 'src/api/generated')
const services = ['auth-service', 'products-api', 'orders-api']
const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern']

/** The limits of a document's values, by schema and property, and by operation and parameter. */
function limitsOf({ components, paths }) {
  const schemas = Object.entries(components.schemas).map(([name, schema]) => [name, Object.entries(schema.properties ?? {})])
  const operations = Object.values(paths)
    .flatMap(Object.values)
    .map(({ operationId, parameters = [] }) => [operationId, parameters.map(({ name, schema = {} }) => [name, schema])])
  return filled([...schemas, ...operations].map(([name, values]) => [name, Object.fromEntries(filled(values.map(limited)))]))
}

const limited = ([name, schema]) => [name, Object.fromEntries(LIMITS.filter((limit) => limit in schema).map((limit) => [limit, schema[limit]]))]

const filled = (entries) => entries.filter(([, value]) => Object.keys(value).length > 0)

await mkdir(target, { recursive: true })
for (const service of services) {
  const document = load(await readFile(resolve(contracts, `${service}.yaml`), 'utf8'))
  // A constant each, so that the bundler drops what no page asks for.
  const limits = limitsOf(document).map(([name, values]) => `export const ${name} = ${JSON.stringify(values, null, 2)} as const\n`)
  await writeFile(resolve(target, `${service}.limits.ts`), `// Generated from contracts/${service}.yaml by "npm run generate".\n${limits.join('')}`)
  const types = astToString(await openapiTS(pathToFileURL(resolve(contracts, `${service}.yaml`))))
  await writeFile(resolve(target, `${service}.ts`), `// Generated from contracts/${service}.yaml by "npm run generate".\n${types}`)
}
