package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.graph.GraphException.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "GROUP, NONE, 400, Request_BadRequest, REFUSED",
        "GROUP, NONE, 401, InvalidAuthenticationToken, TOKEN_REFUSED",
        "GROUP, NONE, 403, Authorization_RequestDenied, CONSENT_MISSING",
        "GROUP, NONE, 403, Authorization_IdentityNotFound, CONSENT_MISSING",
        "PHOTO_METADATA, NONE, 403, ErrorAccessDenied, CONSENT_MISSING",
        "GROUP, NONE, 403, insufficient_claims, TOKEN_REFUSED",
        "GROUP, NONE, 403, SomethingElse, FORBIDDEN",
        "GROUP, NONE, 404, Request_ResourceNotFound, NOT_FOUND",
        "GROUP, NONE, 408, '', UNAVAILABLE",
        "GROUP, NONE, 410, '', REFUSED",
        "SUBSCRIPTION, NONE, 409, '', ALREADY_EXISTS",
        "GROUP, NONE, 424, '', UNAVAILABLE",
        "GROUP, NONE, 429, TooManyRequests, THROTTLED",
        "GROUP, NONE, 429, '', THROTTLED",
        "GROUP, NONE, 500, '', UNAVAILABLE",
        "GROUP, NONE, 501, '', REFUSED",
        "GROUP, NONE, 503, '', UNAVAILABLE",
        "GROUP, NONE, 520, '', UNAVAILABLE",
        "GROUP, NONE, 302, '', MALFORMED",
        "TRANSITIVE_MEMBERS, PAGE, 400, Directory_ExpiredPageToken, PAGE_LOST",
        "TRANSITIVE_MEMBERS, PAGE, 404, DirectoryPageTokenNotFoundException, PAGE_LOST",
        "TRANSITIVE_MEMBERS, PAGE, 404, Request_ResourceNotFound, NOT_FOUND",
        "TRANSITIVE_MEMBERS, PAGE, 503, '', UNAVAILABLE",
        "TRANSITIVE_MEMBERS, PAGE, 429, '', THROTTLED",
        "USERS_DELTA, DELTA, 410, '', RESYNC_REQUIRED",
        "USERS_DELTA, DELTA, 400, Request_UnsupportedQuery, RESYNC_REQUIRED",
        "USERS_DELTA, DELTA, 400, SYNCSTATENOTFOUND, RESYNC_REQUIRED",
        "USERS_DELTA, DELTA, 400, DirectoryPageTokenNotFoundException, RESYNC_REQUIRED",
        "GROUPS_DELTA, DELTA, 400, Directory_ExpiredPageToken, RESYNC_REQUIRED",
        "GROUPS_DELTA, DELTA, 404, InvalidSkipToken, RESYNC_REQUIRED",
        "USERS_DELTA, DELTA, 503, Directory_ExpiredPageToken, UNAVAILABLE",
        "USERS_DELTA, DELTA, 400, Request_BadRequest, REFUSED",
        "USERS_DELTA, NONE, 400, Request_UnsupportedQuery, REFUSED"
    })
    void theSameAnswerMeansDifferentThingsToDifferentRequests(
            RequestKind kind, RequestTag.Link link, int status, String code, Category expected) {
        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(
                                new RequestTag(kind, link),
                                status,
                                "{\"error\": {\"code\": \"" + code + "\"}}",
                                null));

        assertThat(failure.category()).isEqualTo(expected);
        assertThat(failure.getMessage()).isNotBlank();
        assertThat(failure.code().orElse("")).isEqualTo(code);
    }

    @Test
    void nestedCodesCountToo() {
        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(
                                RequestTag.delta(RequestKind.USERS_DELTA),
                                404,
                                "{\"error\": {\"code\": \"\", \"innererror\": {\"code\": \"resyncRequired\", \"request-id\": \"r-1\"}}}",
                                null));

        assertThat(failure.category()).isEqualTo(Category.RESYNC_REQUIRED);
        assertThat(failure.getMessage()).contains("resyncRequired", "r-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "\"\"",
                "{\"error\": null}",
                "{\"error\": []}",
                "<html>",
                "{\"error\": {\"code\": null, \"message\": null, \"innerError\": null}}"
            })
    void aBodyThatSaysNothingIsSortedByItsStatus(String body) {
        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(RequestTag.of(RequestKind.GROUP), 503, body, null));

        assertThat(failure.category()).isEqualTo(Category.UNAVAILABLE);
        assertThat(failure.code()).isEmpty();
    }

    @Test
    void aBodyNestedWithoutEndIsSortedByItsStatus() {
        String deep = "{\"error\":".repeat(50_000);

        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(RequestTag.of(RequestKind.GROUP), 429, deep, null));

        assertThat(failure.category()).isEqualTo(Category.THROTTLED);
    }

    /** Where only Graph knows: which attribute it doesn't like. */
    @Test
    void aRefusalQuotesGraphOnOneShortLine() {
        String message = "Could not find a property named 'nickname'.\\r\\n" + "x".repeat(500);

        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(
                                RequestTag.of(RequestKind.USERS),
                                400,
                                "{\"error\": {\"code\": \"BadRequest\", \"message\": \""
                                        + message
                                        + "\"}}",
                                null));

        assertThat(failure.getMessage())
                .contains("'nickname'")
                .doesNotContain("\n")
                .hasSizeLessThan(450);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 429, 500})
    void otherMessagesOfGraphsAreNotRepeated(int status) {
        GraphException failure =
                GraphFailures.sort(
                        FailedAnswer.read(
                                RequestTag.of(RequestKind.USERS),
                                status,
                                "{\"error\": {\"code\": \"Authorization_RequestDenied\", \"message\": \"Ada Lovelace\"}}",
                                null));

        assertThat(failure.getMessage()).doesNotContain("Ada");
    }
}
