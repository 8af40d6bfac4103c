/* The contract as OpenAPI 3.1, made from the same zod schemas that read the requests. */
import * as z from 'zod/mini'
import { type RouteId, type RouteSpec, routes } from '../../shared/api.ts'
import { ok } from '../../shared/refusal.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io })
  return json
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          path: { type: 'string' },
          cell: { type: 'string' },
          check: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
}

const parametersOf = (route: RouteSpec) => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  if (route.query === undefined) return inPath
  const query = schemaOf(route.query, 'input')
  const required = new Set(query.required ?? [])
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const fileContent = ({ media = wordType }: RouteSpec) => ({ [media]: { schema: { type: 'string', format: 'binary' } } })

const bodyOf = (route: RouteSpec) => {
  if (route.upload === true) return { requestBody: { required: true, content: fileContent(route) } }
  if (route.body === undefined) return {}
  const required = !z.safeParse(route.body, undefined).success
  return { requestBody: { required, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
}

const operationOf = (id: RouteId, route: RouteSpec) => ({
  operationId: id,
  summary: route.summary,
  tags: [route.function],
  ...(route.open === true ? { security: [] } : {}),
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: {
    '200': {
      description: route.summary,
      content:
        route.file === true ? fileContent(route) : { 'application/json': { schema: schemaOf(route.answer, 'output') } },
    },
    default: {
      description: 'A problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

/** The whole document. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [id, route] of Object.entries(routes) as readonly [RouteId, RouteSpec][]) {
    paths[`/api${route.path}`] = { ...paths[`/api${route.path}`], [route.method.toLowerCase()]: operationOf(id, route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huibao 汇报',
      version: '1',
      description: 'Deadline-driven collection of returns and their roll-up.',
    },
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

export const getOpenApi = (services: Services) => http(services, 'getOpenApi', async () => ok(openApi()))
