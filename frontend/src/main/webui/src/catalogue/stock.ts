export type StockState = 'in' | 'few' | 'out'

const FEW = 5

export function stockState(stock: number): StockState {
  if (stock <= 0) return 'out'
  return stock <= FEW ? 'few' : 'in'
}
