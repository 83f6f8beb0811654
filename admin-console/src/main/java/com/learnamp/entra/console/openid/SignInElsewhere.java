package com.learnamp.entra.console.openid;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Signing in at an OpenID provider: the authorisation code flow with PKCE.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>a visitor who is to prove who he is</td></tr>
 * <tr><td>out</td><td>where to send his browser; once it is back, {@link RedeemCode}</td></tr>
 * <tr><td>state</td><td>{@link BegunRequests}</td></tr>
 * <tr><td>duplicates</td><td>each beginning has a state, a nonce and a verifier of its own</td></tr>
 * <tr><td>order</td><td>none</td></tr>
 * <tr><td>permanent failure</td><td>none here</td></tr>
 * <tr><td>transient failure</td><td>is an answer: unreachable; he begins again</td></tr>
 * </table>
 */
@ApplicationScoped
public class SignInElsewhere {

    private static final Logger LOG = Logger.getLogger(SignInElsewhere.class);

    private static final Scope SCOPE = Scope.parse("openid profile email");

    private final KnownProviders providers;
    private final BegunRequests requests;

    SignInElsewhere(KnownProviders providers, BegunRequests requests) {
        this.providers = providers;
        this.requests = requests;
    }

    /**
     * @param browser a secret that only the visitor's browser has
     * @param chooseAccount whether he is to be asked as whom, although he may be signed in there
     * @return where to send the browser; empty if the provider can't be reached
     */
    public Optional<URI> begin(
            OpenIdProvider provider,
            URI redirect,
            String browser,
            boolean chooseAccount,
            Begun.About about) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        try {
            AuthenticationRequest.Builder request =
                    new AuthenticationRequest.Builder(
                                    ResponseType.CODE,
                                    SCOPE,
                                    new ClientID(provider.clientId()),
                                    redirect)
                            .endpointURI(
                                    providers
                                            .find(provider)
                                            .metadata()
                                            .getAuthorizationEndpointURI())
                            .state(state)
                            .nonce(nonce)
                            .codeChallenge(verifier, CodeChallengeMethod.S256);
            if (chooseAccount) {
                request.prompt(Prompt.Type.SELECT_ACCOUNT);
            }
            requests.keep(
                    state.getValue(),
                    browser,
                    new Begun(nonce.getValue(), verifier.getValue(), about));
            return Optional.of(request.build().toURI());
        } catch (IOException | GeneralException e) {
            LOG.warnf(
                    "a sign-in provider can't be reached provider=%s reason=\"%s\"",
                    provider.issuer(), e.getMessage());
            return Optional.empty();
        }
    }
}
