import { expect, it } from 'vitest'
import { listUsers } from '../api/generated/auth-service.limits'
import { ProductInput, StockAdjustment } from '../api/generated/products-api.limits'
import { ADJUSTMENT, PRODUCT, USER_SEARCH } from './limits'

it('the limits of staff are those of the contract', () => {
  expect(ProductInput).toMatchObject(PRODUCT)
  expect(StockAdjustment).toMatchObject(ADJUSTMENT)
  expect(listUsers.q).toMatchObject(USER_SEARCH)
})
