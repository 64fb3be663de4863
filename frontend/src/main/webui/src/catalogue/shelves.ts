interface Placed {
  value: string
  parent?: string
}

/** The categories at the top, in their order, each with those that lie in it. One whose parent is not among them stands at the top. */
export function shelvesOf<C extends Placed>(categories: readonly C[]): { category: C; inside: C[] }[] {
  const values = new Set(categories.map(({ value }) => value))
  return categories
    .filter(({ parent }) => !parent || !values.has(parent))
    .map((category) => ({ category, inside: categories.filter(({ parent }) => parent === category.value) }))
}
