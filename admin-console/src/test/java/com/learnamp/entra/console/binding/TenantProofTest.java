package com.learnamp.entra.console.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraTenantId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sign-in proves of the tenant that was entered: a table. */
class TenantProofTest {

    private static final String TENANT = "3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61";
    private static final String OTHER = "00000000-0000-0000-0000-000000000001";
    private static final String PERSON = "11111111-1111-1111-1111-111111111111";
    private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
    private static final String PRIVILEGED = "e8611ab8-c189-46e8-94e1-60213ab1f814";
    private static final String CLOUD_APPLICATIONS = "158c047a-c907-4556-b7ef-446551a6b5f7";
    private static final String APPLICATIONS = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    private static final String ORDINARY = "b79fbf4d-3ef9-4689-8143-76b194e85509";
    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    private static final TenantProof PROVEN = new TenantProof.Proven(PERSON);
    private static final TenantProof OTHER_TENANT = new TenantProof.OtherTenant();
    private static final TenantProof NOT_ADMINISTRATOR = new TenantProof.NotAdministrator();

    static Stream<Arguments> rows() {
        return Stream.of(
                row(TENANT, PERSON, List.of(GLOBAL, ORDINARY), PROVEN),
                row(TENANT, PERSON, List.of(PRIVILEGED), PROVEN),
                row(TENANT, PERSON, List.of(CLOUD_APPLICATIONS), PROVEN),
                row(TENANT, PERSON, List.of(APPLICATIONS), PROVEN),
                row(TENANT.toUpperCase(Locale.ROOT), PERSON, List.of(GLOBAL), PROVEN),
                row(OTHER, PERSON, List.of(GLOBAL), OTHER_TENANT),
                row(null, PERSON, List.of(GLOBAL), OTHER_TENANT),
                row(TENANT, PERSON, List.of(ORDINARY), NOT_ADMINISTRATOR),
                row(TENANT, PERSON, List.of(USER_ADMINISTRATOR), NOT_ADMINISTRATOR),
                row(TENANT, PERSON, List.of(), NOT_ADMINISTRATOR),
                row(TENANT, PERSON, null, NOT_ADMINISTRATOR),
                row(TENANT, null, List.of(GLOBAL), NOT_ADMINISTRATOR));
    }

    private static Arguments row(
            @Nullable String tenant,
            @Nullable String person,
            @Nullable List<String> roles,
            TenantProof expected) {
        return Arguments.of(tenant, person, roles, expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onlyAnAdministratorOfThatVeryTenantProvesIt(
            @Nullable String tenant,
            @Nullable String person,
            @Nullable List<String> roles,
            TenantProof expected) {
        assertThat(TenantProof.decide(EntraTenantId.parse(TENANT), tenant, person, roles))
                .isEqualTo(expected);
    }
}
