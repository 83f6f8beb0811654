package com.learnamp.entra.console.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What providers say of themselves, kept for an hour; a new key is fetched when it is first met.
 */
@ApplicationScoped
class KnownProviders {

    private static final Duration KEEP = Duration.ofHours(1);
    private static final int MOST = 200;

    /** One provider, as it was looked up. */
    record Known(
            OIDCProviderMetadata metadata,
            IDTokenValidator idTokens,
            ProviderCalls calls,
            Instant goodUntil) {}

    private final Clock clock;
    private final Map<OpenIdProvider, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<OpenIdProvider, Known> eldest) {
                    return size() > MOST;
                }
            };

    KnownProviders(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws IOException if it does not answer
     * @throws GeneralException if what it answers is not a provider's, or is another's
     */
    Known find(OpenIdProvider provider) throws IOException, GeneralException {
        @Nullable Known kept = kept(provider);
        if (kept != null) {
            return kept;
        }
        Known found = lookUp(provider);
        synchronized (known) {
            known.put(provider, found);
        }
        return found;
    }

    private @Nullable Known kept(OpenIdProvider provider) {
        synchronized (known) {
            @Nullable Known kept = known.get(provider);
            return kept != null && kept.goodUntil().isAfter(clock.instant()) ? kept : null;
        }
    }

    private Known lookUp(OpenIdProvider provider) throws IOException, GeneralException {
        ProviderCalls calls = new ProviderCalls(provider);
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), calls::prepare);
        return new Known(
                metadata, validator(provider, metadata, calls), calls, clock.instant().plus(KEEP));
    }

    private static IDTokenValidator validator(
            OpenIdProvider provider, OIDCProviderMetadata metadata, ProviderCalls calls)
            throws GeneralException {
        try {
            JWKSource<SecurityContext> keys =
                    JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), calls.documents())
                            .retrying(true)
                            .build();
            return new IDTokenValidator(
                    metadata.getIssuer(),
                    new ClientID(provider.clientId()),
                    new JWSVerificationKeySelector<>(signatures(metadata), keys),
                    null);
        } catch (java.net.MalformedURLException e) {
            throw new GeneralException("The address of the keys is none", e);
        }
    }

    /** Never "none", and never a shared secret: only what the provider alone can sign with. */
    private static Set<JWSAlgorithm> signatures(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> offered =
                metadata.getIDTokenJWSAlgs() == null
                        ? Set.of()
                        : metadata.getIDTokenJWSAlgs().stream()
                                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                                .collect(Collectors.toSet());
        return offered.isEmpty() ? Set.of(JWSAlgorithm.RS256) : offered;
    }
}
