import { ProblemError } from '../api/problem'

/** What is the matter with one, and says nothing of the next. */
const OF_ONE = [404, 409]

/**
 * Does the same with several, one after another, and says how many it was done with. One that somebody else has dealt with
 * meanwhile is left out; whatever else goes wrong ends it.
 */
export async function oneByOne<Item>(items: Item[], act: (item: Item) => Promise<void>, onProgress: (done: number) => void): Promise<number> {
  let succeeded = 0
  onProgress(0)
  for (const [index, item] of items.entries()) {
    try {
      await act(item)
      succeeded++
    } catch (error) {
      if (!(error instanceof ProblemError && OF_ONE.includes(error.status))) throw error
    }
    onProgress(index + 1)
  }
  return succeeded
}
