package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.SubscriptionProblem;
import com.learnamp.entra.simulator.tenants.Budget;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers any request: finds the operation, charges for it, lets go wrong what shall go wrong, and
 * counts. Steps of a batch come through here one by one.
 */
final class AnswerRequests {

    private static final double WARN_ABOVE = 0.8;
    private static final double MOST_SHOWN = 1.8;

    private final AnswerUsers users;
    private final AnswerGroups groups;
    private final AnswerMembers members;
    private final AnswerMemberships memberships;
    private final AnswerObjects objects;
    private final AnswerPhotos photos = new AnswerPhotos();
    private final AnswerSubscriptions subscriptions;
    private final AnswerBatches batches;
    private final DeltaRounds deltas = new DeltaRounds();

    AnswerRequests(Notifier notifier) {
        Listing listing = new Listing(new PageTokens());
        this.users = new AnswerUsers(listing);
        this.groups = new AnswerGroups(listing);
        this.members = new AnswerMembers(listing);
        this.memberships = new AnswerMemberships(listing);
        this.objects = new AnswerObjects(listing);
        this.subscriptions = new AnswerSubscriptions(notifier);
        this.batches = new AnswerBatches(this::answer);
    }

    Future<GraphAnswer> answer(GraphRequest request) {
        Optional<Operation> operation = Operation.of(request.method(), request.path());
        int cost = operation.map(known -> known.cost(request)).orElse(0);
        Budget.Charge charge = request.tenant().charge(request.caller().clientId(), cost);
        return refusable(request, operation, charge)
                .otherwise(failure -> GraphAnswer.of(problem(failure), request))
                .map(answer -> {
                    request.tenant()
                            .requests()
                            .add(
                                    kind(request, operation),
                                    answer.status(),
                                    cost,
                                    request.header("x-ms-throttle-priority").orElse("normal"));
                    return withUsage(answer, charge);
                });
    }

    private Future<GraphAnswer> refusable(
            GraphRequest request, Optional<Operation> operation, Budget.Charge charge) {
        try {
            Trouble.check(request, charge);
            Operation known = operation.orElseThrow(() -> unknown(request));
            if (!known.allows(request.caller().roles())) {
                throw GraphProblem.forbidden();
            }
            return carryOut(known, request);
        } catch (GraphProblem | SubscriptionProblem refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<GraphAnswer> carryOut(Operation operation, GraphRequest request) {
        return switch (operation) {
            case BATCH -> batches.answer(request);
            case CREATE_SUBSCRIPTION -> subscriptions.create(request);
            case RENEW_SUBSCRIPTION -> subscriptions.renew(request);
            default -> Future.succeededFuture(answerAtOnce(operation, request));
        };
    }

    private GraphAnswer answerAtOnce(Operation operation, GraphRequest request) {
        return switch (operation) {
            case BATCH, CREATE_SUBSCRIPTION, RENEW_SUBSCRIPTION ->
                    throw new IllegalStateException("takes time: " + operation);
            case ORGANIZATION -> objects.organization(request);
            case LIST_USERS -> users.list(request);
            case COUNT_USERS -> users.count(request);
            case USERS_DELTA -> deltas.answer(request, new UsersDelta());
            case GET_USER -> users.get(request);
            case USER_MANAGER -> users.manager(request);
            case USER_REPORTS -> users.reports(request);
            case USER_MEMBER_OF -> memberships.list(request, false);
            case USER_TRANSITIVE_MEMBER_OF -> memberships.list(request, true);
            case CHECK_MEMBER_GROUPS -> memberships.check(request);
            case GET_MEMBER_GROUPS -> memberships.all(request);
            case USER_PHOTO -> photos.metadata(request);
            case USER_PHOTO_BYTES -> photos.bytes(request);
            case USER_PHOTOS -> photos.sizes(request);
            case USER_PHOTO_SIZE -> photos.metadataOfSize(request);
            case USER_PHOTO_SIZE_BYTES -> photos.bytesOfSize(request);
            case LIST_GROUPS -> groups.list(request);
            case GROUPS_DELTA -> deltas.answer(request, new GroupsDelta());
            case GET_GROUP -> groups.get(request);
            case GROUP_MEMBER_OF -> memberships.ofGroup(request);
            case GROUP_MEMBERS -> members.all(request, false);
            case GROUP_MEMBERS_CAST -> members.ofType(request, false);
            case TRANSITIVE_MEMBERS -> members.all(request, true);
            case GROUP_MEMBERS_COUNT -> members.count(request, false);
            case TRANSITIVE_MEMBERS_COUNT, TRANSITIVE_MEMBERS_CAST_COUNT ->
                    members.count(request, true);
            case TRANSITIVE_MEMBERS_CAST -> members.ofType(request, true);
            case GET_BY_IDS -> objects.byIds(request);
            case DIRECTORY_OBJECT -> objects.get(request);
            case DELETED_USERS -> objects.deletedItems(request, ObjectKind.USER);
            case DELETED_GROUPS -> objects.deletedItems(request, ObjectKind.GROUP);
            case DELETED_ITEM -> objects.deletedItem(request);
            case LIST_SUBSCRIPTIONS -> subscriptions.list(request);
            case GET_SUBSCRIPTION -> subscriptions.get(request);
            case DELETE_SUBSCRIPTION -> subscriptions.delete(request);
            case REAUTHORIZE_SUBSCRIPTION -> subscriptions.reauthorize(request);
        };
    }

    private static GraphProblem problem(Throwable failure) {
        return switch (failure) {
            case GraphProblem problem -> problem;
            case SubscriptionProblem problem -> AnswerSubscriptions.problem(problem);
            default -> new GraphProblem(500, "UnknownError", failure.getClass().getSimpleName());
        };
    }

    private static GraphProblem unknown(GraphRequest request) {
        return new GraphProblem(
                400,
                "BadRequest",
                "Resource not found for the segment '"
                        + (request.path().isEmpty() ? "" : request.path().getLast())
                        + "'.");
    }

    private static GraphAnswer withUsage(GraphAnswer answer, Budget.Charge charge) {
        if (charge.resourceUnits() > 0) {
            answer.with("x-ms-resource-unit", String.valueOf(charge.resourceUnits()));
        }
        if (charge.used() >= WARN_ABOVE) {
            answer.with(
                    "x-ms-throttle-limit-percentage",
                    String.format(Locale.ROOT, "%.2f", Math.min(charge.used(), MOST_SHOWN)));
        }
        return answer;
    }

    private static String kind(GraphRequest request, Optional<Operation> operation) {
        String kind = operation.map(Operation::kind).orElse(request.method() + " (unknown)");
        return request.inBatch() ? "in batch: " + kind : kind;
    }
}
