package com.learnamp.entra.console.openid;

import com.learnamp.entra.console.session.SessionToken;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was begun here and ends when the browser comes back from the provider.
 *
 * @param nonce what the id token must repeat
 * @param codeVerifier what turns the code into a token
 * @param about what it was for
 */
public record Begun(String nonce, String codeVerifier, About about) {

    /** What it was for. */
    public sealed interface About {

        /**
         * @param returnTo where to go afterwards
         * @param chosen which of several companies; null while nobody has chosen
         */
        record SignIn(String returnTo, @Nullable String chosen) implements About {}

        /** That the tenant is the company's. */
        record TenantProof(CompanyId company, EntraTenantId tenant) implements About {}

        /** That an administrator of the tenant lets us read it. */
        record AdminConsent(CompanyId company, EntraTenantId tenant) implements About {}
    }

    public Begun {
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(codeVerifier, "codeVerifier");
        Objects.requireNonNull(about, "about");
    }

    /** A consent brings back no token: nothing will ever ask for these two. */
    public static Begun consent(CompanyId company, EntraTenantId tenant) {
        return new Begun(
                SessionToken.create(),
                SessionToken.create(),
                new About.AdminConsent(company, tenant));
    }

    /** The verifier is a secret until it is used. */
    @Override
    public String toString() {
        return "Begun[" + about.getClass().getSimpleName() + "]";
    }
}
