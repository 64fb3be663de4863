/** The page numbers worth a link: the first, the last and the neighbours of the current one; null stands for a gap. */
export function pageNumbers(page: number, pageCount: number): (number | null)[] {
  const wanted = [0, page - 1, page, page + 1, pageCount - 1].filter((n) => n >= 0 && n < pageCount)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((n, index) => {
    const previous = numbers[index - 1]
    return previous !== undefined && n - previous > 1 ? [null, n] : [n]
  })
}
