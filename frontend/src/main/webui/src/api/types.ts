import type { paths as AuthPaths } from './generated/auth-service'
import type { paths as OrderPaths } from './generated/orders-api'
import type { paths as ProductPaths } from './generated/products-api'

/** Every path the shop may call, as the services' OpenAPI documents declare them. */
export type ApiPaths = AuthPaths & OrderPaths & ProductPaths

type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never

export type Product = Json<ProductPaths['/api/v1/products/{id}']['get']['responses'][200]>
export type ProductPage = Json<ProductPaths['/api/v1/products']['get']['responses'][200]>
export type SearchPage = Json<ProductPaths['/api/v1/products/search']['get']['responses'][200]>
export type FoundProduct = SearchPage['items'][number]
export type Category = Json<ProductPaths['/api/v1/categories']['get']['responses'][200]>[number]
export type Money = Product['price']

export type Cart = Json<OrderPaths['/api/v1/cart']['get']['responses'][200]>
export type CartLine = Cart['items'][number]
export type Order = Json<OrderPaths['/api/v1/orders/{id}']['get']['responses'][200]>
export type OrderStep = Json<OrderPaths['/api/v1/orders/{id}/history']['get']['responses'][200]>['items'][number]
export type OrderStatus = Order['status']
export type RejectionReason = NonNullable<Order['rejectionReason']>
export type OrderRequest = OrderPaths['/api/v1/orders']['post']['requestBody']['content']['application/json']
export type ShippingAddress = NonNullable<Order['shippingAddress']>

export type SavedAddress = Json<AuthPaths['/api/v1/auth/me/addresses/{id}']['get']['responses'][200]>
export type TypedAddress = AuthPaths['/api/v1/auth/me/addresses']['post']['requestBody']['content']['application/json']
export type User = Json<AuthPaths['/api/v1/auth/me']['get']['responses'][200]>
export type AdministeredUser = Json<AuthPaths['/api/v1/users']['get']['responses'][200]>['items'][number]
export type SecurityEvent = Json<AuthPaths['/api/v1/admin/users/security-events']['get']['responses'][200]>['items'][number]
export type MailboxPage = Json<AuthPaths['/api/v1/auth/mailbox']['get']['responses'][200]>
export type ReceivedMail = MailboxPage['items'][number]
export type Registration = AuthPaths['/api/v1/auth/register']['post']['requestBody']['content']['application/json']
export type Credentials = AuthPaths['/api/v1/auth/login']['post']['requestBody']['content']['application/json']

export type OrderPage = Json<OrderPaths['/api/v1/admin/orders']['get']['responses'][200]>
export type ProductInput = ProductPaths['/api/v1/products']['post']['requestBody']['content']['application/json']
export type StockLevels = Json<ProductPaths['/api/v1/products/{id}/stock']['get']['responses'][200]>
export type LowStock = Json<ProductPaths['/api/v1/admin/products/low-stock']['get']['responses'][200]>['items'][number]
export type ImportReport = Json<ProductPaths['/api/v1/products/import']['post']['responses'][200]>
export type Rebuild = Json<ProductPaths['/api/v1/search-index/rebuild/{jobId}']['get']['responses'][200]>
export type Reconciliation = Json<OrderPaths['/api/v1/admin/reconciliation']['get']['responses'][200]>
export type DeadLetter = NonNullable<Json<OrderPaths['/api/v1/admin/outbox/dead-letters']['get']['responses'][200]>['items']>[number]
export type Sales = Json<OrderPaths['/api/v1/admin/orders/sales']['get']['responses'][200]>
export type SalesDay = Sales['items'][number]
