package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.MALFORMED;
import static com.learnamp.entra.graph.GraphException.Category.THROTTLED;
import static com.learnamp.entra.graph.GraphException.Category.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpUsersIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");
    private static final UUID GROUP = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0002");
    private static final UUID MANAGER = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0003");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);
    private final List<UUID> ten =
            IntStream.range(0, 10).mapToObj(number -> new UUID(7, number)).toList();

    @Test
    void tenPeopleAreTwentyStepsOfOneRequestWhoseAnswersMayComeInAnyOrder() {
        answerSteps(step -> person(step, "200", "{}"));

        List<LookUp> found = graph.lookUp(ten, List.of(GROUP), UserSelection.standard());

        assertThat(microsoft.asked).hasSize(1);
        JsonArray steps = steps(microsoft.asked.getFirst());
        assertThat(steps).hasSize(20);
        assertThat(found)
                .hasSize(10)
                .allSatisfy(each -> {
                    LookUp.Found person = (LookUp.Found) each;
                    assertThat(person.profile().userPrincipalName())
                            .isEqualTo(person.user() + "@example.com");
                    assertThat(person.profile().manager())
                            .isEqualTo(new ManagerReading.Is(MANAGER));
                    assertThat(person.memberOf()).isEqualTo(Set.of(GROUP));
                });
        assertThat(found).extracting(LookUp::user).containsExactlyInAnyOrderElementsOf(ten);
    }

    @Test
    void stepsAskForManagerAndMembershipByAddressesRelativeToTheVersion() {
        answerSteps(step -> person(step, "200", "{}"));

        graph.lookUp(
                List.of(ten.getFirst()), List.of(GROUP), UserSelection.with(List.of("employeeId")));

        JsonObject profile = steps(microsoft.asked.getFirst()).get(0).getAsJsonObject();
        JsonObject membership = steps(microsoft.asked.getFirst()).get(1).getAsJsonObject();
        assertThat(profile.get("method").getAsString()).isEqualTo("GET");
        assertThat(profile.get("url").getAsString())
                .startsWith("/users/" + ten.getFirst() + "?$select=id,")
                .endsWith(",employeeId&$expand=manager($select=id)");
        assertThat(membership.get("method").getAsString()).isEqualTo("POST");
        assertThat(membership.get("url").getAsString())
                .isEqualTo("/users/" + ten.getFirst() + "/checkMemberGroups");
        assertThat(membership.getAsJsonObject("body").get("groupIds").toString())
                .isEqualTo("[\"" + GROUP + "\"]");
        assertThat(membership.getAsJsonObject("headers").get("Content-Type").getAsString())
                .isEqualTo("application/json");
    }

    @Test
    void eachPersonFailsAlone() {
        UUID gone = ten.get(1);
        UUID throttled = ten.get(2);
        UUID unanswered = ten.get(3);
        UUID halfThrottled = ten.get(4);
        UUID inconsistent = ten.get(5);
        answerSteps(step -> {
            String url = step.get("url").getAsString();
            if (url.contains(gone.toString())) {
                return person(step, "404", error("Request_ResourceNotFound"));
            }
            if (url.contains(throttled.toString())) {
                JsonObject answer = person(step, "429", error("TooManyRequests"));
                JsonObject headers = new JsonObject();
                headers.addProperty("retry-after", "2.128");
                answer.add("headers", headers);
                return answer;
            }
            if (url.contains(unanswered.toString())) {
                return null;
            }
            if (url.contains(halfThrottled.toString() + "/check")) {
                return person(step, "503", error(""));
            }
            if (url.contains(inconsistent.toString() + "/check")) {
                return person(step, "404", error("Request_ResourceNotFound"));
            }
            return person(step, "200", "{}");
        });

        List<LookUp> found = graph.lookUp(ten, List.of(GROUP), UserSelection.standard());

        assertThat(of(found, ten.get(0))).isInstanceOf(LookUp.Found.class);
        assertThat(of(found, gone)).isEqualTo(new LookUp.NotFound(gone));
        GraphException throttling = ((LookUp.Failed) of(found, throttled)).reason();
        assertThat(throttling.category()).isEqualTo(THROTTLED);
        assertThat(throttling.retryAfter()).contains(Duration.ofMillis(2128));
        for (UUID each : List.of(unanswered, halfThrottled, inconsistent)) {
            assertThat(((LookUp.Failed) of(found, each)).reason().category())
                    .isEqualTo(UNAVAILABLE);
        }
        assertThat(microsoft.pauses).isEmpty();
    }

    @Test
    void anotherPersonsAnswerIsNobodysAnswer() {
        answerSteps(step -> {
            JsonObject answer = person(step, "200", "{}");
            if (answer.getAsJsonObject("body").has("id")) {
                answer.getAsJsonObject("body").addProperty("id", MANAGER.toString());
            }
            return answer;
        });

        List<LookUp> found =
                graph.lookUp(List.of(ten.getFirst()), List.of(GROUP), UserSelection.standard());

        assertThat(((LookUp.Failed) found.getFirst()).reason().category()).isEqualTo(MALFORMED);
    }

    /** The two pages of Microsoft's documentation disagree about the outer status. */
    @ParameterizedTest
    @ValueSource(ints = {200, 424})
    void theOuterStatusDoesNotMatter(int outer) {
        answerSteps(outer, step -> person(step, "429", error("TooManyRequests")));

        List<LookUp> found =
                graph.lookUp(List.of(ten.getFirst()), List.of(GROUP), UserSelection.standard());

        assertThat(((LookUp.Failed) found.getFirst()).reason().category()).isEqualTo(THROTTLED);
    }

    @Test
    void withoutGroupsMembershipIsNotAsked() {
        answerSteps(step -> person(step, "200", "{}"));

        List<LookUp> found = graph.lookUp(ten, List.of(), UserSelection.standard());

        assertThat(steps(microsoft.asked.getFirst())).hasSize(10);
        assertThat(found)
                .allSatisfy(each -> assertThat(((LookUp.Found) each).memberOf()).isEmpty());
        assertThat(graph.lookUp(List.of(), List.of(GROUP), UserSelection.standard())).isEmpty();
    }

    @Test
    void theStepsCostsAreCountedAsOneRequests() {
        answerSteps(step -> person(step, "200", "{}"));

        door.bulkTenant(TENANT).lookUp(ten, List.of(GROUP), UserSelection.standard());

        assertThat(microsoft.measured).hasSize(1);
        assertThat(microsoft.measured.getFirst().kind()).isEqualTo(RequestKind.LOOK_UP);
        assertThat(microsoft.measured.getFirst().resourceUnits()).isEqualTo(20);
        assertThat(steps(microsoft.asked.getFirst()))
                .allSatisfy(step ->
                        assertThat(
                                        step.getAsJsonObject()
                                                .getAsJsonObject("headers")
                                                .get("x-ms-throttle-priority")
                                                .getAsString())
                                .isEqualTo("low"));
    }

    @Test
    void elevenPeopleAreTooMany() {
        List<UUID> eleven = Stream.concat(ten.stream(), Stream.of(GROUP)).toList();

        assertThatThrownBy(() -> graph.lookUp(eleven, List.of(GROUP), UserSelection.standard()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answerSteps(Function<JsonObject, @Nullable JsonObject> answers) {
        answerSteps(200, answers);
    }

    private void answerSteps(int outer, Function<JsonObject, @Nullable JsonObject> answers) {
        microsoft.graph =
                request -> {
                    List<JsonElement> all = new ArrayList<>();
                    for (JsonElement step : steps(request)) {
                        JsonObject answer = answers.apply(step.getAsJsonObject());
                        if (answer != null) {
                            all.add(answer);
                        }
                    }
                    Collections.shuffle(all, new Random(5));
                    JsonArray responses = new JsonArray();
                    all.forEach(responses::add);
                    JsonObject body = new JsonObject();
                    body.add("responses", responses);
                    return Answer.json(outer, body.toString());
                };
    }

    private static JsonArray steps(FakeMicrosoft.Asked request) {
        assertThat(request.uri()).isEqualTo("/v1.0/$batch");
        return JsonParser.parseString(request.body()).getAsJsonObject().getAsJsonArray("requests");
    }

    private static JsonObject person(JsonObject step, String status, String failure) {
        JsonObject answer = new JsonObject();
        answer.add("id", step.get("id"));
        answer.addProperty("status", Integer.parseInt(status));
        JsonObject headers = new JsonObject();
        headers.addProperty("X-MS-Resource-Unit", "1");
        answer.add("headers", headers);
        String url = step.get("url").getAsString();
        String user = url.substring("/users/".length(), "/users/".length() + 36);
        String body =
                !status.equals("200")
                        ? failure
                        : url.contains("/checkMemberGroups")
                                ? "{\"value\": [\"" + GROUP + "\"]}"
                                : "{\"id\": \"%s\", \"userPrincipalName\": \"%s@example.com\", \"manager\": {\"id\": \"%s\"}}"
                                        .formatted(user, user, MANAGER);
        answer.add("body", JsonParser.parseString(body));
        return answer;
    }

    private static String error(String code) {
        return "{\"error\": {\"code\": \"" + code + "\", \"message\": null}}";
    }

    private static LookUp of(List<LookUp> found, UUID user) {
        return found.stream().filter(each -> each.user().equals(user)).findFirst().orElseThrow();
    }
}
