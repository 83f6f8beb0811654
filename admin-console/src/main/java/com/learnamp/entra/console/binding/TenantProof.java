package com.learnamp.entra.console.binding;

import com.learnamp.entra.contracts.EntraTenantId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sign-in proves of a tenant. */
sealed interface TenantProof {

    /** By the ids that these roles have in every tenant. */
    Set<String> ADMINISTRATORS =
            Set.of(
                    // Global Administrator
                    "62e90394-69f5-4237-9190-012177145e10",
                    // Privileged Role Administrator
                    "e8611ab8-c189-46e8-94e1-60213ab1f814",
                    // Cloud Application Administrator
                    "158c047a-c907-4556-b7ef-446551a6b5f7",
                    // Application Administrator
                    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");

    /**
     * An administrator of the tenant signed in.
     *
     * @param administrator his object id there
     */
    record Proven(String administrator) implements TenantProof {}

    /** Whoever signed in belongs to another tenant than the one that was entered. */
    record OtherTenant() implements TenantProof {}

    /** Whoever signed in is of the tenant, and administers nothing. */
    record NotAdministrator() implements TenantProof {}

    /**
     * @param tenantId the token's {@code tid}
     * @param objectId its {@code oid}
     * @param roles its {@code wids}; null if it has none
     */
    static TenantProof decide(
            EntraTenantId wanted,
            @Nullable String tenantId,
            @Nullable String objectId,
            @Nullable List<String> roles) {
        if (tenantId == null || !tenantId.equalsIgnoreCase(wanted.toString())) {
            return new OtherTenant();
        }
        return objectId != null && hasAdministratorsRole(roles)
                ? new Proven(objectId)
                : new NotAdministrator();
    }

    private static boolean hasAdministratorsRole(@Nullable List<String> roles) {
        return roles != null && roles.stream().anyMatch(ADMINISTRATORS::contains);
    }
}
