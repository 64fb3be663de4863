/** Text that outlives a reload by its key. Where the browser keeps nothing (its storage is full or forbidden) it lives as long as the page. */
export class TextStorage {
  private readonly page = new Map<string, string>()

  constructor(private readonly storage: () => Storage) {}

  get(key: string): string | null {
    return this.page.get(key) ?? this.tried((storage) => storage.getItem(key)) ?? null
  }

  /** Whether it outlives a reload. */
  set(key: string, value: string): boolean {
    this.page.set(key, value)
    const isKept = this.tried((storage) => (storage.setItem(key, value), true)) ?? false
    // What other tabs say counts, too.
    if (isKept) this.page.delete(key)
    return isKept
  }

  remove(key: string): void {
    this.page.delete(key)
    this.tried((storage) => storage.removeItem(key))
  }

  keys(): readonly string[] {
    return [...new Set([...this.page.keys(), ...(this.tried(Object.keys) ?? [])])]
  }

  private tried<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.storage())
    } catch {
      return undefined
    }
  }
}

/** Of this browser, in all tabs. */
export const browserStorage = new TextStorage(() => localStorage)

/** Of this tab alone. */
export const tabStorage = new TextStorage(() => sessionStorage)
