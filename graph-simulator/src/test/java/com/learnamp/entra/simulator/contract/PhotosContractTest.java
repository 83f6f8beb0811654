package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §5: photos. */
@Tag("read-only")
class PhotosContractTest {

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());

    @Test
    void metadataHasAnEtagAndTheBytesAreAJpeg() {
        String user = withPhoto();
        JsonNode photo = graph.get("/users/" + user + "/photo").json();
        assertThat(photo.path("@odata.mediaContentType").asText()).isEqualTo("image/jpeg");
        assertThat(photo.path("@odata.mediaEtag").asText()).startsWith("\"").endsWith("\"");
        assertThat(photo.path("id").asText())
                .isEqualTo(photo.path("width") + "x" + photo.path("height"));
        byte[] bytes = graph.get("/users/" + user + "/photo/$value").bytes();
        assertThat(bytes).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void sizesUpToTheUploadExist() {
        String user = withPhoto();
        List<JsonNode> sizes = graph.get("/users/" + user + "/photos").values();
        assertThat(sizes).isNotEmpty();
        for (JsonNode size : sizes) {
            String id = size.path("id").asText();
            assertThat(graph.get("/users/" + user + "/photos/" + id + "/$value").status())
                    .isEqualTo(200);
        }
        assertThat(graph.get("/users/" + user + "/photos/1000x1000/$value").status())
                .isEqualTo(404);
    }

    @Test
    void withoutAPhotoTheBytesAreNotFound() {
        Reply reply = graph.get("/users/" + withoutPhoto() + "/photo/$value");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("ImageNotFound");
    }

    @Test
    void inABatchTheBytesAreBase64() {
        String user = withPhoto();
        Reply reply =
                graph.post(
                        "/$batch",
                        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/%s/photo/$value\"}]}"
                                .formatted(user));
        String body = reply.json().path("responses").get(0).path("body").asText();
        assertThat(Base64.getDecoder().decode(body))
                .isEqualTo(graph.get("/users/" + user + "/photo/$value").bytes());
    }

    private String withPhoto() {
        return some(true);
    }

    private String withoutPhoto() {
        return some(false);
    }

    private String some(boolean photo) {
        return graph.get("/users?$top=50&$select=id").values().stream()
                .map(user -> user.path("id").asText())
                .filter(id ->
                        (graph.get("/users/" + id + "/photo/$value").status() == 200) == photo)
                .findFirst()
                .orElseThrow();
    }
}
