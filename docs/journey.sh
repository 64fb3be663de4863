#!/usr/bin/env bash
# A customer's whole way through the shop, with curl alone: register, log in, find a product, put it into the cart, check
# out, see the order. Usage: docs/journey.sh [GATEWAY], by default http://localhost:8080. Ends with 0 when all of it worked,
# and otherwise says on standard error which step failed and why.
set -euo pipefail

gateway=${1:-http://localhost:8080}
gateway=${gateway%/}
email="journey-$(date +%s)-$$@example.org"
password="a long enough password"
step="Start"

fail() {
  printf 'journey.sh: %s: %s\n' "$step" "$1" >&2
  exit 1
}

# begin STEP: says what comes next
begin() {
  step=$1
  echo "$step"
}

# Reads one string member of a JSON answer; the first of that name. Nothing if there is none.
member() { { grep -o "\"$1\" *: *\"[^\"]*\"" || true; } | head -n 1 | sed 's/.*: *"\(.*\)"/\1/'; }

# call CURL-ARGUMENTS..: the body of a good answer in $answer; any other ends the journey
call() {
  local output code=0
  output=$(curl --silent --show-error --max-time 30 --header 'Content-Type: application/json' \
    --write-out '\n%{http_code}' "$@" 2>&1) || code=$?
  [ "$code" = 0 ] || fail "$gateway does not answer (${output%%$'\n'*})"
  answer=${output%$'\n'*}
  case ${output##*$'\n'} in
    2??) ;;
    *) fail "$gateway answered ${output##*$'\n'}: $(explain "$answer")" ;;
  esac
}

# What a problem says, or the beginning of what is none
explain() {
  local detail
  detail=$(printf '%s' "$1" | member detail)
  [ -n "$detail" ] || detail=$(printf '%s' "$1" | member title)
  printf '%s' "${detail:-${1:0:200}}"
}

# found NAME VALUE: ends the journey when an answer lacks what the next step needs
found() { [ -n "$2" ] || fail "the answer has no $1; is $gateway CloudShop's gateway?"; }

command -v curl >/dev/null || fail "curl is missing"

begin "1. Register $email"
call "$gateway/api/v1/auth/register" --data "{\"email\":\"$email\",\"password\":\"$password\",\"displayName\":\"Journey\"}"

begin "2. Log in"
call "$gateway/api/v1/auth/login" --data "{\"email\":\"$email\",\"password\":\"$password\"}"
token=$(printf '%s' "$answer" | member accessToken)
found accessToken "$token"

begin "3. Find a product that is in stock"
call "$gateway/api/v1/products?inStock=true&sort=price&size=1"
product=$(printf '%s' "$answer" | member id)
[ -n "$product" ] ||
  fail "the catalogue has no product in stock; start products-api with CLOUDSHOP_DEMO_CATALOGUE=true, or import some"

begin "4. Put one into the cart"
call --request PUT --header "Authorization: Bearer $token" "$gateway/api/v1/cart/items/$product" --data '{"quantity":1}'

begin "5. Check out"
call --header "Authorization: Bearer $token" --header "Idempotency-Key: $email" "$gateway/api/v1/orders" --data '{
  "shippingAddress": {"name": "Journey", "street": "1 Main Street", "postalCode": "75001", "city": "Paris", "country": "FR"},
  "payment": {"method": "card", "token": "tok_visa"}}'
order=$(printf '%s' "$answer" | member id)
found "order's id" "$order"

begin "6. See the order"
call --header "Authorization: Bearer $token" "$gateway/api/v1/orders/$order"
status=$(printf '%s' "$answer" | member status)
echo "Order $(printf '%s' "$answer" | member number) is $status"
[ "$status" = CONFIRMED ] || fail "the order is ${status:-without a status} and not CONFIRMED"
