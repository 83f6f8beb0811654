package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.faults.Faults;
import com.learnamp.entra.simulator.tenants.Budget;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Refuses requests that come too often, and those that a fault hits. */
final class Trouble {

    private static final int[] ERRORS = {500, 502, 503, 504};

    private Trouble() {}

    static void check(GraphRequest request, Budget.Charge charge) {
        Tenant tenant = request.tenant();
        Faults faults = tenant.faults();
        if (charge.exceeded()) {
            throw throttled(request, seconds(charge.untilFree()), "decimal")
                    .with("x-ms-throttle-information", "ResourceUnitLimitExceeded");
        }
        boolean isBatch = !request.path().isEmpty() && request.segment(0).equals("$batch");
        double rate = request.inBatch() ? faults.batchThrottleRate() : faults.throttleRate();
        boolean everything = faults.throttleEverything() && (request.inBatch() || !isBatch);
        if (everything || happens(request, rate, "throttle")) {
            throw throttled(request, faults.retryAfterSeconds(), faults.retryAfterForm())
                    .with("x-ms-throttle-information", "CPULimitExceeded");
        }
        if (happens(request, faults.errorRate(), "error")) {
            int which =
                    tenant.chance()
                            .choose(ERRORS.length, faults.seed(), "which error", request.subject());
            throw error(ERRORS[which], faults);
        }
    }

    static void checkSubscriptionList(GraphRequest request) {
        Budget.Charge charge = request.tenant().chargeSubscriptionList(request.caller().clientId());
        if (charge.exceeded()) {
            throw throttled(request, seconds(charge.untilFree()), "decimal");
        }
    }

    private static boolean happens(GraphRequest request, double rate, String fault) {
        Tenant tenant = request.tenant();
        return tenant.chance().happens(rate, tenant.faults().seed(), fault, request.subject());
    }

    private static GraphProblem throttled(GraphRequest request, double seconds, String form) {
        GraphProblem problem =
                new GraphProblem(429, "TooManyRequests", "Please retry again later.")
                        .with(
                                "x-ms-throttle-scope",
                                "Tenant_Application/ReadWrite/"
                                        + request.caller().clientId()
                                        + "/"
                                        + request.tenant().id());
        return retryAfter(problem, request, seconds, form);
    }

    private static GraphProblem retryAfter(
            GraphProblem problem, GraphRequest request, double seconds, String form) {
        return switch (form) {
            case "none" -> problem;
            case "whole" -> problem.with("Retry-After", String.valueOf((long) Math.ceil(seconds)));
            case "date" ->
                    problem.with(
                            "Retry-After",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    request.now()
                                            .plusMillis((long) (seconds * 1000) + 999)
                                            .atOffset(ZoneOffset.UTC)));
            default -> problem.with("Retry-After", String.format(Locale.ROOT, "%.3f", seconds));
        };
    }

    private static GraphProblem error(int status, Faults faults) {
        GraphProblem problem =
                switch (status) {
                    case 503 ->
                            new GraphProblem(
                                            503,
                                            "ServiceUnavailable",
                                            "The service is temporarily unavailable.")
                                    .with(
                                            "Retry-After",
                                            String.valueOf(
                                                    (long) Math.ceil(faults.retryAfterSeconds())));
                    case 504 -> new GraphProblem(504, "GatewayTimeout", "");
                    case 502 -> new GraphProblem(502, "BadGateway", "");
                    default ->
                            new GraphProblem(
                                    500, "InternalServerError", "An internal error occurred.");
                };
        return problem;
    }

    private static double seconds(Duration duration) {
        return Math.max(0.1, duration.toMillis() / 1000.0);
    }
}
