package com.learnamp.entra.console.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns the code that a browser brought back into what the provider proves: signature, issuer,
 * audience, time and nonce of the id token hold, or nothing is proved.
 */
@ApplicationScoped
public class RedeemCode {

    private static final Logger LOG = Logger.getLogger(RedeemCode.class);

    private final KnownProviders providers;

    RedeemCode(KnownProviders providers) {
        this.providers = providers;
    }

    /**
     * @param begun taken from {@link BegunRequests} by the state that came back
     * @param code null if none came back
     */
    public ProviderAnswer redeem(
            OpenIdProvider provider, URI redirect, Begun begun, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return new ProviderAnswer.Declined();
        }
        try {
            KnownProviders.Known known = providers.find(provider);
            HTTPRequest request =
                    tokenRequest(provider, known, redirect, begun, code).toHTTPRequest();
            known.calls().prepare(request);
            return answer(known, OIDCTokenResponseParser.parse(request.send()), begun);
        } catch (BadJOSEException | ParseException e) {
            LOG.warnf(
                    "what a sign-in provider answers does not hold provider=%s reason=\"%s\"",
                    provider.issuer(), e.getMessage());
            return new ProviderAnswer.Untrue();
        } catch (KeySourceException | GeneralException | IOException e) {
            LOG.warnf(
                    "a sign-in provider can't be reached provider=%s reason=\"%s\"",
                    provider.issuer(), e.getMessage());
            return new ProviderAnswer.Unreachable();
        } catch (JOSEException e) {
            LOG.warnf(
                    "a signature can't be checked provider=%s reason=\"%s\"",
                    provider.issuer(), e.getMessage());
            return new ProviderAnswer.Untrue();
        }
    }

    private static ProviderAnswer answer(
            KnownProviders.Known known, TokenResponse response, Begun begun)
            throws BadJOSEException, JOSEException {
        if (!response.indicatesSuccess()) {
            LOG.warnf(
                    "a sign-in provider does not take the code provider=%s category=%s",
                    known.metadata().getIssuer(),
                    response.toErrorResponse().getErrorObject().getCode());
            return new ProviderAnswer.Untrue();
        }
        OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
        return new ProviderAnswer.Proven(
                known.idTokens()
                        .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(begun.nonce())));
    }

    private static TokenRequest tokenRequest(
            OpenIdProvider provider,
            KnownProviders.Known known,
            URI redirect,
            Begun begun,
            String code) {
        URI endpoint = known.metadata().getTokenEndpointURI();
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        redirect,
                        new CodeVerifier(begun.codeVerifier()));
        ClientID client = new ClientID(provider.clientId());
        @Nullable String secret = provider.clientSecret();
        return secret == null
                ? new TokenRequest(endpoint, client, grant, null)
                : new TokenRequest(
                        endpoint, authentication(known, client, new Secret(secret)), grant);
    }

    private static ClientAuthentication authentication(
            KnownProviders.Known known, ClientID client, Secret secret) {
        @Nullable List<ClientAuthenticationMethod> offered =
                known.metadata().getTokenEndpointAuthMethods();
        return offered != null && offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }
}
