package com.learnamp.entra.console.erasure;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ErasureKey;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;

/** Whether somebody was erased and is kept away, by what he is known by in Entra. */
@ApplicationScoped
public class KnownErased {

    private static final String KEPT_AWAY =
            "SELECT 1 FROM provisioning.suppressions WHERE company_id = ? AND hash = ?";

    private final ErasureKey key;

    KnownErased(ErasureConfig config) {
        this.key = ErasureKey.parse(config.key());
    }

    /**
     * @param text an object id or an address; anything else was not erased
     */
    public boolean isErased(StoreTransaction transaction, CompanyId company, String text)
            throws SQLException {
        Optional<Stranger> somebody = Stranger.parse(text);
        return somebody.isPresent()
                && isKeptAway(
                        transaction,
                        company,
                        switch (somebody.get()) {
                            case Stranger.Account(EntraObjectId object) ->
                                    key.hash(company, object);
                            case Stranger.Address(String email) -> key.hash(company, email);
                        });
    }

    private static boolean isKeptAway(StoreTransaction transaction, CompanyId company, byte[] hash)
            throws SQLException {
        return transaction.first(KEPT_AWAY, row -> true, company.value(), hash).isPresent();
    }
}
