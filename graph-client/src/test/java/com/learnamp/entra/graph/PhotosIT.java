package com.learnamp.entra.graph;

import static com.learnamp.entra.graph.GraphException.Category.NOT_FOUND;
import static com.learnamp.entra.graph.GraphException.Category.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import com.learnamp.entra.graph.PhotoReading.NoPhoto;
import com.learnamp.entra.graph.PhotoReading.PhotoMetadata;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PhotosIT {

    private static final UUID TENANT = UUID.fromString("7a2ce6a4-93c1-4ae5-9ba2-0c2f9a5f0001");

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    private final GraphTenant graph = door.tenant(TENANT);
    private final List<UUID> people =
            IntStream.range(0, 20).mapToObj(number -> new UUID(7, number)).toList();

    @Test
    void metadataOfTwentyPeopleIsOneRequestWithAnAnswerForEach() {
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"responses": [
                         {"id": "%s", "status": 200, "headers": {}, "body": {"@odata.mediaContentType": "image/gif",
                          "@odata.mediaEtag": "", "id": "1x1", "width": 1, "height": 1}},
                         {"id": "%s", "status": 404, "body": {"error": {"code": "ImageNotFound", "message": null}}},
                         {"id": "%s", "status": 200, "body": {"@odata.mediaContentType": "image/jpeg",
                          "@odata.mediaEtag": "\\"BA09D118\\"", "id": "240x240", "width": 240, "height": 241}},
                         {"id": "%s", "status": 429, "headers": {"Retry-After": "3"}, "body": {"error": {"code": "x"}}},
                         {"id": "%s", "status": 404, "body": {"error": {"code": "Request_ResourceNotFound"}}}]}
                        """
                                .formatted(
                                        people.get(2),
                                        people.get(1),
                                        people.get(0),
                                        people.get(3),
                                        people.get(4))));

        List<PhotoReading> readings = graph.photoMetadata(people);

        assertThat(microsoft.asked).hasSize(1);
        assertThat(microsoft.asked.getFirst().body())
                .contains("/users/" + people.get(19) + "/photo");
        assertThat(readings)
                .hasSize(20)
                .extracting(PhotoReading::user)
                .containsExactlyElementsOf(people);
        assertThat(readings.get(0))
                .isEqualTo(
                        new PhotoMetadata(people.get(0), "\"BA09D118\"", "image/jpeg", 240, 241));
        assertThat(readings.get(1)).isEqualTo(new NoPhoto(people.get(1)));
        assertThat(readings.get(2)).isEqualTo(new NoPhoto(people.get(2)));
        assertThat(((PhotoReading.Failed) readings.get(3)).reason().category())
                .isEqualTo(THROTTLED);
        assertThat(((PhotoReading.Failed) readings.get(4)).reason().category())
                .isEqualTo(NOT_FOUND);
        assertThat(readings.get(5)).isInstanceOf(PhotoReading.Failed.class);
    }

    @Test
    void bytesAreReadUpToALimit() {
        byte[] picture = new byte[5000];
        picture[4999] = 7;
        microsoft.graphAnswers(new Answer(200, List.of("Content-Type: image/jpeg"), picture));

        PhotoDownload whole = graph.photoBytes(people.getFirst(), PhotoSize.PX_240, 5000);
        PhotoDownload cut = graph.photoBytes(people.getFirst(), PhotoSize.LARGEST, 4999);

        assertThat(((PhotoDownload.Image) whole).bytes()).isEqualTo(picture);
        assertThat(((PhotoDownload.Image) whole).contentType()).isEqualTo("image/jpeg");
        assertThat(cut).isEqualTo(new PhotoDownload.TooLarge(4999));
        assertThat(microsoft.asked)
                .extracting(FakeMicrosoft.Asked::uri)
                .containsExactly(
                        "/v1.0/users/" + people.getFirst() + "/photos/240x240/$value",
                        "/v1.0/users/" + people.getFirst() + "/photo/$value");
    }

    @Test
    void noPhotoIsToldFromNoPerson() {
        microsoft.graphAnswers(
                Answer.error(404, "ImageNotFound"), Answer.error(404, "Request_ResourceNotFound"));

        assertThat(graph.photoBytes(people.getFirst(), PhotoSize.LARGEST, 10))
                .isEqualTo(new PhotoDownload.NoPhoto());
        assertThat(
                        catchThrowableOfType(
                                        GraphException.class,
                                        () ->
                                                graph.photoBytes(
                                                        people.getFirst(), PhotoSize.LARGEST, 10))
                                .category())
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void anInnerCodeTellsNoPhotoFromNoPersonAsWell() {
        String nested = "{\"error\": {\"code\": \"%s\", \"innerError\": {\"code\": \"%s\"}}}";
        microsoft.graphAnswers(
                Answer.json(400, nested.formatted("UnknownError", "ImageNotFound")),
                Answer.json(404, nested.formatted("UnknownError", "Request_ResourceNotFound")));

        assertThat(graph.photoBytes(people.getFirst(), PhotoSize.LARGEST, 10))
                .isEqualTo(new PhotoDownload.NoPhoto());
        assertThatThrownBy(() -> graph.photoBytes(people.getFirst(), PhotoSize.LARGEST, 10))
                .isInstanceOf(GraphException.class);
    }

    @Test
    void somebodyWithoutAMailboxAndSomebodyWithAPlaceholderHaveNoPhoto() {
        microsoft.graphAnswers(
                Answer.json(
                        """
                        {"responses": [
                         {"id": "%s", "status": 400, "body": {"error": {"code": "ErrorNonExistentMailbox"}}},
                         {"id": "%s", "status": 404, "body": {"error": {"code": "MailboxNotEnabledForRESTAPI"}}},
                         {"id": "%s", "status": 200, "body": {"@odata.mediaContentType": "image/gif",
                          "@odata.mediaEtag": "\\"77\\"", "id": "1x1", "width": 1, "height": 1}}]}
                        """
                                .formatted(people.get(0), people.get(1), people.get(2))),
                Answer.error(400, "ErrorNonExistentMailbox"));

        assertThat(graph.photoMetadata(people.subList(0, 3)))
                .isEqualTo(
                        List.of(
                                new NoPhoto(people.get(0)),
                                new NoPhoto(people.get(1)),
                                new NoPhoto(people.get(2))));
        assertThat(graph.photoBytes(people.getFirst(), PhotoSize.LARGEST, 10))
                .isEqualTo(new PhotoDownload.NoPhoto());
    }

    @Test
    void aCallerWithAQueueHearsOfThrottlingAtOnce() {
        microsoft.graphAnswers(Answer.error(429, "TooManyRequests", "Retry-After: 2.5"));

        GraphException throttled =
                catchThrowableOfType(
                        GraphException.class, () -> door.photos(TENANT).photoMetadata(people));

        assertThat(throttled.category()).isEqualTo(THROTTLED);
        assertThat(throttled.retryAfter()).contains(Duration.ofMillis(2_500));
        assertThat(microsoft.asked).hasSize(1);
    }

    @Test
    void twentyOnePeopleAreTooMany() {
        List<UUID> many = IntStream.range(0, 21).mapToObj(number -> new UUID(7, number)).toList();

        assertThatThrownBy(() -> graph.photoMetadata(many))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
