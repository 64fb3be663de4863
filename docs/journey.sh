#!/usr/bin/env bash
# A customer's whole way through the shop, with curl alone: register, log in, find a product, put it into the cart, check
# out, see the order. Usage: docs/journey.sh [GATEWAY], by default http://localhost:8080. Ends with 0 when all of it worked.
set -euo pipefail

gateway=${1:-http://localhost:8080}
email="journey-$(date +%s)-$$@example.org"
password="a long enough password"

# Reads one string member of a JSON answer; the first of that name.
member() { grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | sed 's/.*: *"\(.*\)"/\1/'; }

call() { curl --silent --show-error --fail-with-body --max-time 30 -H 'Content-Type: application/json' "$@"; }

echo "1. Register $email"
call "$gateway/api/v1/auth/register" -d "{\"email\":\"$email\",\"password\":\"$password\",\"displayName\":\"Journey\"}" >/dev/null

echo "2. Log in"
token=$(call "$gateway/api/v1/auth/login" -d "{\"email\":\"$email\",\"password\":\"$password\"}" | member accessToken)

echo "3. Find a lamp that is in stock"
product=$(call "$gateway/api/v1/products?category=Lighting&inStock=true&sort=price&size=1" | member id)

echo "4. Put one into the cart"
call -X PUT -H "Authorization: Bearer $token" "$gateway/api/v1/cart/items/$product" -d '{"quantity":1}' >/dev/null

echo "5. Check out"
order=$(call -H "Authorization: Bearer $token" -H "Idempotency-Key: $email" "$gateway/api/v1/orders" -d '{
  "shippingAddress": {"name": "Journey", "street": "1 Main Street", "postalCode": "75001", "city": "Paris", "country": "FR"},
  "payment": {"method": "card", "token": "tok_visa"}}' | member id)

echo "6. See the order"
answer=$(call -H "Authorization: Bearer $token" "$gateway/api/v1/orders/$order")
status=$(printf '%s' "$answer" | member status)
echo "Order $(printf '%s' "$answer" | member number) is $status"
[ "$status" = CONFIRMED ]
