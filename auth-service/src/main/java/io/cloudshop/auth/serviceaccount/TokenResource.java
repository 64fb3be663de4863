package io.cloudshop.auth.serviceaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cloudshop.auth.token.AccessTokens;
import io.cloudshop.defaults.security.TokenTerms;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the other services their tokens: the client credentials grant of RFC 6749, section 4.4. */
@Path("/api/v1/auth/token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Service accounts")
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "Name and secret of a service account")
public class TokenResource {

    private static final String GRANT_TYPE = "grant_type";
    private static final String SCOPE = "scope";
    private static final Set<String> AT_MOST_ONCE = Set.of(GRANT_TYPE, SCOPE);
    private static final String NO_STORE = "no-store";

    private final ServiceAccounts accounts;
    private final AccessTokens tokens;

    TokenResource(ServiceAccounts accounts, AccessTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @POST
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = NO_STORE)
    @Operation(operationId = "serviceToken", summary = "A token for a service account")
    @SecurityRequirement(name = "basic")
    @APIResponse(responseCode = "200", description = "An access token with the role service")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request, unsupported_grant_type or invalid_scope",
            content = @Content(schema = @Schema(implementation = Refusal.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client",
            content = @Content(schema = @Schema(implementation = Refusal.class)))
    public ServiceToken token(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TokenRequest.class)))
                    MultivaluedMap<String, String> form) {
        ClientCredentials client = ClientCredentials.fromHeader(authorization)
                .filter(accounts::knows)
                .orElseThrow(OAuthException::invalidClient);
        requireClientCredentialsGrant(form);
        return ServiceToken.of(tokens.issue(client.id()));
    }

    @ServerExceptionMapper
    public RestResponse<Refusal> refuse(OAuthException refused) {
        var answer = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(refused.status()),
                        new Refusal(refused.error(), refused.getMessage()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (refused.status() == RestResponse.StatusCode.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"cloudshop\", charset=\"UTF-8\"");
        }
        return answer.build();
    }

    private static void requireClientCredentialsGrant(MultivaluedMap<String, String> form) {
        if (form == null || isBlank(form.getFirst(GRANT_TYPE))) {
            throw OAuthException.invalidRequest("The parameter grant_type is missing.");
        }
        if (AT_MOST_ONCE.stream()
                .anyMatch(name -> form.getOrDefault(name, List.of()).size() > 1)) {
            throw OAuthException.invalidRequest("A parameter occurs more than once.");
        }
        if (!"client_credentials".equals(form.getFirst(GRANT_TYPE))) {
            throw OAuthException.unsupportedGrantType();
        }
        if (!isBlank(form.getFirst(SCOPE))) {
            throw OAuthException.invalidScope();
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** The form, for the API document: parameters the grant does not know are ignored, as RFC 6749 asks. */
    @Schema(name = "TokenRequest", requiredProperties = GRANT_TYPE)
    record TokenRequest(
            @JsonProperty(GRANT_TYPE) @Schema(enumeration = "client_credentials")
            String grantType) {}

    /** RFC 6749, section 5.1. */
    @Schema(
            name = "ServiceToken",
            requiredProperties = {"access_token", "token_type", "expires_in"})
    public record ServiceToken(
            @JsonProperty("access_token") String accessToken,

            @JsonProperty("token_type") @Schema(enumeration = "Bearer")
            String tokenType,

            @JsonProperty("expires_in") @Schema(example = "900")
            long expiresIn) {

        static ServiceToken of(String accessToken) {
            return new ServiceToken(accessToken, "Bearer", TokenTerms.LIFETIME.toSeconds());
        }

        @Override
        public String toString() {
            return "ServiceToken[expiresIn=" + expiresIn + "]";
        }
    }

    /** RFC 6749, section 5.2. */
    @Schema(
            name = "TokenRefusal",
            requiredProperties = {"error"})
    public record Refusal(
            @Schema(enumeration = {"invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope"})
            String error,

            @JsonProperty("error_description") String errorDescription) {}
}
