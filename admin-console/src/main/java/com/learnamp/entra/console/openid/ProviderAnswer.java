package com.learnamp.entra.console.openid;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

/** What came back from a provider. */
public sealed interface ProviderAnswer {

    /** Somebody signed in there; the id token holds in every respect. */
    record Proven(IDTokenClaimsSet claims) implements ProviderAnswer {

        /** Claims are personal data. */
        @Override
        public String toString() {
            return "Proven[redacted]";
        }
    }

    /** He did not want to, or may not. */
    record Declined() implements ProviderAnswer {}

    /** Something in it does not hold: a signature, an issuer, an audience, a nonce, a time. */
    record Untrue() implements ProviderAnswer {}

    /** Nobody answers there, or not as a provider does; it may later. */
    record Unreachable() implements ProviderAnswer {}
}
