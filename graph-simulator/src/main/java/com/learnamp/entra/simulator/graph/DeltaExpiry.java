package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Refuses delta links that are too old, in one of the ways in which Graph does. */
final class DeltaExpiry {

    private static final Duration LIFETIME = Duration.ofDays(30);
    static final List<String> FORMS =
            List.of("unsupportedQuery", "syncStateNotFound", "gone", "resyncRequired");

    private DeltaExpiry() {}

    static void check(GraphRequest request, DeltaToken token) {
        Tenant tenant = request.tenant();
        Faults faults = tenant.faults();
        Instant issued = Instant.ofEpochMilli(token.issued());
        if (issued.plus(LIFETIME).isBefore(request.now())) {
            throw problem("unsupportedQuery", request);
        }
        boolean expired =
                !issued.isAfter(tenant.deltaLinksGoodFrom())
                        || tenant.chance()
                                .happens(
                                        faults.deltaExpiryRate(),
                                        faults.seed(),
                                        "delta expiry",
                                        request.subject());
        if (expired) {
            String form = faults.deltaExpiryForm();
            boolean any = !FORMS.contains(form);
            int choice =
                    any
                            ? tenant.chance()
                                    .choose(
                                            FORMS.size(),
                                            faults.seed(),
                                            "delta form",
                                            request.subject())
                            : FORMS.indexOf(form);
            throw problem(FORMS.get(choice), request);
        }
    }

    private static GraphProblem problem(String form, GraphRequest request) {
        return switch (form) {
            case "gone" ->
                    new GraphProblem(410, "SyncStateNotFound", "The sync state is not found.")
                            .with(
                                    "Location",
                                    Addresses.write(
                                            request.base(),
                                            request.path(),
                                            Map.of("deltatoken", "")));
            case "syncStateNotFound" ->
                    new GraphProblem(
                            400,
                            "syncStateNotFound",
                            "The sync state generation is not found; continue with a new one.");
            case "resyncRequired" ->
                    new GraphProblem(
                            400,
                            "resyncRequired",
                            "The delta token is no longer valid, and the app must reset the sync"
                                    + " state.");
            default -> GraphProblem.unsupported("DeltaLink older than 30 days is not supported.");
        };
    }
}
