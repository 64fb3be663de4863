-- What wrk (https://github.com/wg/wrk) sends: orders, each with an Idempotency-Key of its own, by the buyers in turn.
-- Arguments: a file with an access token a line, one with a product id a line, lines an order, what this run is called.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local function lines(path)
  local all = {}
  for line in io.lines(path) do all[#all + 1] = line end
  return all
end

function init(arguments)
  tokens = lines(arguments[1])
  products = lines(arguments[2])
  size = tonumber(arguments[3])
  run = arguments[4]
  sent = 0
end

local function body()
  local bought = {}
  for i = 1, size do
    local product = products[(sent * size + i + number) % #products + 1]
    bought[i] = '{"productId":"' .. product .. '","quantity":1}'
  end
  return '{"lines":[' .. table.concat(bought, ",") .. '],"shippingAddress":{"name":"Patient Buyer","street":"1 Quiet Road",'
    .. '"postalCode":"75001","city":"Paris","country":"FR"},"payment":{"method":"card","token":"tok_visa"}}'
end

function request()
  sent = sent + 1
  local headers = {
    ["Authorization"] = "Bearer " .. tokens[sent % #tokens + 1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. sent,
  }
  return wrk.format("POST", "/api/v1/orders", headers, body())
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("measured %d %d %d %.3f %.3f\n", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
