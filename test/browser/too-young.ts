/*
 * What a file uses that Chromium 86 does not know: the browsers of Chinese offices (360, QiAnXin and others) stand
 * there. Syntax is read from the parsed file, names of functions and of CSS from the browser compatibility data of
 * MDN, so that nobody has to keep a list.
 */

import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { CompatData, Identifier } from '@mdn/browser-compat-data'
import { type AnyNode, type Node, parse } from 'acorn'
import { simple } from 'acorn-walk'
import * as css from 'css-tree'

const oldest = 86
const data: CompatData = bcd

const addedIn = (feature: Identifier | undefined): number => {
  const given = feature?.__compat?.support.chrome
  const versions = (given === undefined ? [] : [given].flat())
    .filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name)
    .map(({ version_added }) =>
      typeof version_added === 'string' ? Number(version_added.replace('≤', '')) : Number.POSITIVE_INFINITY,
    )
  return Math.min(Number.POSITIVE_INFINITY, ...versions)
}

/** The features below one, by name. */
const below = (feature: Identifier | undefined): ReadonlyMap<string, Identifier> =>
  new Map(
    Object.entries(feature ?? {}).flatMap(([name, value]) =>
      name === '__compat' || value === undefined ? [] : [[name, value as Identifier] as const],
    ),
  )

const isName = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name)

interface Names {
  /** Called as a method: `list.at(-1)`. */
  readonly methods: ReadonlySet<string>
  /** Those of them that objects of the browser have, and not those of the language. */
  readonly ofTheBrowser: ReadonlySet<string>
  /** Called on the object itself: `Object.hasOwn`. */
  readonly statics: ReadonlySet<string>
  /** Used by name: `structuredClone`, `new Foo`. */
  readonly globals: ReadonlySet<string>
}

/* A name that something older has as well cannot be told from it in a file: it is let through. */
const young = (): Names => {
  const known = new Set<string>()
  const methods = new Set<string>()
  const statics = new Set<string>()
  const globals = new Set<string>()
  const ofTheBrowser = new Set<string>()
  for (const part of [data.javascript['builtins'], data.api])
    for (const [owner, members] of below(part)) {
      if (!isName(owner)) continue
      if (addedIn(members) > oldest) globals.add(owner)
      for (const [name, feature] of below(members)) {
        if (!isName(name)) continue
        const plain = name.replace(/_static$/, '')
        if (addedIn(feature) <= oldest) {
          known.add(plain)
          continue
        }
        methods.add(plain)
        if (part === data.api) ofTheBrowser.add(plain)
        statics.add(`${owner}.${plain}`)
      }
    }
  return { methods: new Set([...methods].filter((name) => !known.has(name))), ofTheBrowser, statics, globals }
}
const names = young()

const nodeIs = <T extends Node['type']>(node: Node, type: T): node is Extract<AnyNode, { type: T }> =>
  node.type === type

const flagsOf = (node: { readonly regex?: { readonly flags: string } | undefined }): string => node.regex?.flags ?? ''

/** Names that a script gives to properties and methods of its own objects. */
export const ownNamesIn = (script: string): readonly string[] => {
  const own = new Set<string>()
  const nameIt = ({ key }: { readonly key: Node }) => nodeIs(key, 'Identifier') && own.add(key.name)
  const tree = parse(script, { ecmaVersion: 'latest', sourceType: 'module' })
  simple(tree, { Property: nameIt, MethodDefinition: nameIt, PropertyDefinition: nameIt })
  return [...own]
}

/**
 * Syntax and run-time names of a script that are younger than Chromium 86, each once.
 * @param own names of own methods, which are not the browser's of the same name
 */
export const youngInScript = (script: string, own: ReadonlySet<string> = new Set()): readonly string[] => {
  const found = new Set<string>()
  const tree = parse(script, { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true })
  const declared = new Set<string>()
  simple(tree, {
    VariableDeclarator: ({ id }) => nodeIs(id, 'Identifier') && declared.add(id.name),
    Function: ({ id, params }) => {
      if (id) declared.add(id.name)
      for (const param of params) if (nodeIs(param, 'Identifier')) declared.add(param.name)
    },
    Class: ({ id }) => id && declared.add(id.name),
    ImportSpecifier: ({ local }) => declared.add(local.name),
  })
  simple(tree, {
    StaticBlock: () => found.add('static { } (94)'),
    BinaryExpression: ({ left }) => nodeIs(left, 'PrivateIdentifier') && found.add('#x in object (91)'),
    Literal: (node) => /[dv]/.test(flagsOf(node)) && found.add('flag d or v of a RegExp (90, 112)'),
    ImportDeclaration: ({ attributes }) => attributes.length > 0 && found.add('import … with (123)'),
    CallExpression: ({ callee }) => {
      if (!nodeIs(callee, 'MemberExpression') || callee.computed || !nodeIs(callee.property, 'Identifier')) return
      const owner = nodeIs(callee.object, 'Identifier') ? callee.object.name : ''
      const { name } = callee.property
      const isOwn = own.has(name) && names.ofTheBrowser.has(name)
      if ((names.methods.has(name) && !isOwn) || names.statics.has(`${owner}.${name}`)) found.add(`${owner}.${name}()`)
    },
    Identifier: ({ name }) => names.globals.has(name) && !declared.has(name) && found.add(name),
  })
  return [...found]
}

const versionOf = (group: ReadonlyMap<string, Identifier>, name: string): number => {
  const feature = name.startsWith('-') ? undefined : group.get(name)
  return feature === undefined ? 0 : addedIn(feature)
}

const styles = {
  properties: below(data.css['properties']),
  selectors: below(data.css['selectors']),
  atRules: below(data.css['at-rules']),
  functions: new Map([...below(data.css['types']).values()].flatMap((type) => [...below(type)])),
  types: below(data.css['types']),
} as const

/** Properties, values, selectors, functions and at-rules of a style sheet that are younger than Chromium 86. */
export const youngInStyle = (style: string): readonly string[] => {
  const found = new Set<string>()
  const look = (group: ReadonlyMap<string, Identifier>, name: string, as: string) => {
    if (versionOf(group, name) > oldest) found.add(as)
  }
  css.walk(css.parse(style), (node) => {
    switch (node.type) {
      case 'Declaration': {
        look(styles.properties, node.property, node.property)
        const values = below(styles.properties.get(node.property))
        css.walk(node.value, (part) => {
          if (part.type === 'Identifier') look(values, part.name, `${node.property}: ${part.name}`)
        })
        break
      }
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        look(styles.selectors, node.name, `:${node.name}`)
        break
      case 'Atrule':
        /* Descriptors of a page have names of their own. */
        if (node.name === 'page') return css.walk.skip
        look(styles.atRules, node.name, `@${node.name}`)
        break
      case 'Function':
        look(styles.types, node.name, `${node.name}()`)
        look(styles.functions, node.name, `${node.name}()`)
        break
      case 'NestingSelector':
        found.add('nesting (112)')
        break
      case 'Dimension':
        if (/^[dsl]v[hwib]$/.test(node.unit)) found.add(node.unit)
        break
    }
    return undefined
  })
  return [...found]
}
