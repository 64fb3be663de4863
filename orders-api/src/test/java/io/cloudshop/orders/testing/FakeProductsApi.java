package io.cloudshop.orders.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.atlassian.oai.validator.wiremock.WireMockRequest;
import com.atlassian.oai.validator.wiremock.WireMockResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * products-api over HTTP, as far as orders-api uses it, and the calls of auth-service. Every exchange is checked
 * against the peer's API document; {@link #breaches} tells what did not keep to it.
 */
public final class FakeProductsApi implements ResponseDefinitionTransformerV2 {

    private static final int SLOW_MILLIS = 3_000;
    private static final String PROBLEMS = "https://cloudshop.example/problems/";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    /** Shorter than the skew that clients leave, so that each call asks for one. */
    private static final int TOKEN_SECONDS = 20;
    /** As auth-service gives them. */
    private static final int LASTING_TOKEN_SECONDS = 900;

    private static final String TOKEN = "service-token-";

    private record Refused(int status, String slug) {}

    private final Map<Call, Trouble> troubles = new EnumMap<>(Call.class);
    private final Map<Call, Refused> refusals = new EnumMap<>(Call.class);
    private final Map<UUID, Refused> refusedProducts = new HashMap<>();
    private final Set<UUID> erasures = new ConcurrentSkipListSet<>();
    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Contract productsContract = Contract.of("products-api");
    private final Contract authContract = Contract.of("auth-service");
    private final FakeCatalogue catalogue;
    private final WireMockServer server;

    private int tokenSeconds = TOKEN_SECONDS;
    private int tokensGiven;
    private int tokensWithdrawn;

    public FakeProductsApi(FakeCatalogue catalogue) {
        this.catalogue = catalogue;
        this.server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .containerThreads(64)
                .disableRequestJournal()
                .extensions(this));
        server.stubFor(any(anyUrl()).willReturn(ok()));
        server.addMockServiceRequestListener(this::check);
    }

    /** Gives the port. */
    public int listen() {
        server.start();
        return server.port();
    }

    public void hangUp() {
        server.stop();
    }

    /** From now on, until {@link #recover}. */
    public synchronized void failAt(Call call, Trouble trouble) {
        troubles.put(call, trouble);
    }

    /** From now on, until {@link #recover}, without doing any work. */
    public synchronized void refuse(Call call, int status, String slug) {
        refusals.put(call, new Refused(status, slug));
    }

    /** Each lookup that has this product among others, until {@link #recover}. */
    public synchronized void refuseAbout(UUID productId, int status) {
        refusedProducts.put(productId, new Refused(status, "refused"));
    }

    /** From now on, until {@link #recover}, tokens are worth keeping. */
    public synchronized void giveLastingTokens() {
        tokenSeconds = LASTING_TOKEN_SECONDS;
    }

    /** No token given so far is accepted any more, for good. */
    public synchronized void withdrawTokens() {
        tokensWithdrawn = tokensGiven;
    }

    /** auth-service names them until it is told that they are forgotten. */
    public void askToForget(UUID userId) {
        erasures.add(userId);
    }

    public boolean isAskingToForget(UUID userId) {
        return erasures.contains(userId);
    }

    public synchronized void recover() {
        tokenSeconds = TOKEN_SECONDS;
        troubles.clear();
        refusals.clear();
        refusedProducts.clear();
    }

    /** What did not keep to the contract since the last time it was asked. */
    public List<String> breaches() {
        List<String> found = List.copyOf(breaches);
        breaches.removeAll(found);
        return found;
    }

    /** The values of that header in all calls of that kind so far. */
    public List<String> headersOf(Call call, String header) {
        return requests.stream()
                .filter(request -> Call.of(request) == call)
                .map(request -> request.getHeader(header))
                .toList();
    }

    /** The addresses of all calls of that kind so far. */
    public List<String> urlsOf(Call call) {
        return requests.stream()
                .filter(request -> Call.of(request) == call)
                .map(Request::getUrl)
                .toList();
    }

    /** How many calls of that kind were about this order. */
    public long calls(Call call, UUID orderId) {
        return requests.stream()
                .filter(request -> Call.of(request) == call)
                .filter(request -> (request.getUrl() + request.getBodyAsString()).contains(orderId.toString()))
                .count();
    }

    @Override
    public String getName() {
        return "products-api";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        requests.add(request);
        Refused refused = refusalOf(request);
        if (refused != null) {
            return Call.of(request) == Call.TOKEN
                    ? json(refused.status(), Map.of("error", refused.slug())).build()
                    : problem(request, refused.status(), refused.slug(), Map.of())
                            .build();
        }
        Trouble trouble = troubleOf(request);
        return switch (trouble) {
            case null -> answer(request).build();
            case ERROR -> problem(request, 500, "internal", Map.of()).build();
            case RESET -> broken().build();
            case GARBAGE ->
                new ResponseDefinitionBuilder()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withBody("<html>")
                        .build();
            case ANSWER_LOST -> {
                answer(request);
                yield broken().build();
            }
            case SLOW -> answer(request).withFixedDelay(SLOW_MILLIS).build();
        };
    }

    private synchronized Trouble troubleOf(Request request) {
        return troubles.get(Call.of(request));
    }

    private synchronized Refused refusalOf(Request request) {
        return refusedProducts.entrySet().stream()
                .filter(entry -> request.getUrl().contains(entry.getKey().toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> isWithdrawn(request.getHeader("Authorization"))
                        ? new Refused(401, "unauthorized")
                        : refusals.get(Call.of(request)));
    }

    private boolean isWithdrawn(String authorization) {
        String bearer = "Bearer " + TOKEN;
        return authorization != null
                && authorization.startsWith(bearer)
                && Integer.parseInt(authorization.substring(bearer.length())) <= tokensWithdrawn;
    }

    private synchronized Map<String, Object> token() {
        tokensGiven++;
        return Map.of("access_token", TOKEN + tokensGiven, "token_type", "Bearer", "expires_in", tokenSeconds);
    }

    private static ResponseDefinitionBuilder broken() {
        return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    private ResponseDefinitionBuilder answer(Request request) {
        try {
            return switch (Call.of(request)) {
                case TOKEN -> json(200, token());
                case PRODUCTS -> json(200, catalogue.page(ids(request, "id"), number(request, "size")));
                case RESERVE -> json(201, reserve(json.readTree(request.getBody())));
                case CONFIRM -> json(200, catalogue.confirm(orderId(request)));
                case RELEASE -> {
                    catalogue.release(orderId(request));
                    yield new ResponseDefinitionBuilder().withStatus(204);
                }
                case LIST_ERASURES -> json(200, pendingErasures());
                case CONFIRM_ERASURE -> {
                    erasures.remove(orderId(request));
                    yield new ResponseDefinitionBuilder().withStatus(204);
                }
                case LIST_RESERVATIONS ->
                    json(
                            200,
                            catalogue.reservations(
                                    ids(request, "orderId"),
                                    after(request),
                                    updatedSince(request),
                                    number(request, "size")));
            };
        } catch (FakeCatalogue.Refusal refusal) {
            return problem(request, refusal.status, refusal.slug, refusal.members);
        } catch (java.io.IOException notJson) {
            return problem(request, 400, "malformed", Map.of());
        }
    }

    private Map<String, Object> pendingErasures() {
        return Map.of(
                "items",
                erasures.stream()
                        .map(id -> Map.of("userId", id, "requestedAt", Instant.EPOCH))
                        .toList());
    }

    private Map<String, Object> reserve(JsonNode body) {
        Map<UUID, Integer> quantities = new HashMap<>();
        body.get("lines")
                .forEach(line -> quantities.merge(
                        UUID.fromString(line.get("productId").textValue()),
                        line.get("quantity").intValue(),
                        Integer::sum));
        return catalogue.reserve(UUID.fromString(body.get("orderId").textValue()), quantities);
    }

    private ResponseDefinitionBuilder problem(Request request, int status, String slug, Map<String, Object> members) {
        Map<String, Object> problem = new HashMap<>(members);
        problem.put("type", PROBLEMS + slug);
        problem.put("title", slug);
        problem.put("status", status);
        problem.put("detail", slug);
        problem.put("instance", request.getUrl());
        return answer(status, "application/problem+json", problem);
    }

    private ResponseDefinitionBuilder json(int status, Object body) {
        return answer(status, "application/json", body);
    }

    private ResponseDefinitionBuilder answer(int status, String mediaType, Object body) {
        try {
            return new ResponseDefinitionBuilder()
                    .withStatus(status)
                    .withHeader("Content-Type", mediaType)
                    .withBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(Request request, Response response) {
        if (response.getFault() != null || troubleOf(request) == Trouble.GARBAGE) {
            return;
        }
        Contract contract = Call.of(request).isToAuthService() ? authContract : productsContract;
        breaches.addAll(contract.breachesOf(WireMockRequest.of(request), WireMockResponse.of(response)));
    }

    private static List<UUID> ids(Request request, String parameter) {
        List<UUID> ids = new ArrayList<>();
        if (request.queryParameter(parameter).isPresent()) {
            request.queryParameter(parameter).values().forEach(id -> ids.add(UUID.fromString(id)));
        }
        return ids;
    }

    private static UUID after(Request request) {
        List<UUID> after = ids(request, "after");
        return after.isEmpty() ? null : after.getFirst();
    }

    private static Instant updatedSince(Request request) {
        return request.queryParameter("updatedSince").isPresent()
                ? Instant.parse(request.queryParameter("updatedSince").firstValue())
                : null;
    }

    private static int number(Request request, String parameter) {
        return request.queryParameter(parameter).isPresent()
                ? Integer.parseInt(request.queryParameter(parameter).firstValue())
                : 500;
    }

    /** Of whatever the address is about. */
    private static UUID orderId(Request request) {
        return UUID.fromString(request.getUrl().split("/")[4]);
    }
}
