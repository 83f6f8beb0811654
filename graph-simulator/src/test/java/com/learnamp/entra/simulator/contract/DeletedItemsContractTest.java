package com.learnamp.entra.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts §7: the bin. */
@Tag("read-only")
class DeletedItemsContractTest {

    private final GraphConversation graph = GraphConversation.signedIn(Target.readOnly());

    @Test
    void theBinIsListedByType() {
        assertThat(graph.get("/directory/deletedItems").status()).isEqualTo(400);
        assertThat(graph.get("/directory/deletedItems/microsoft.graph.user").status())
                .isEqualTo(200);
    }

    @Test
    void whoIsInTheBinIsFoundThereAndNowhereElse() {
        List<String> ids =
                graph.get("/directory/deletedItems/microsoft.graph.user").values().stream()
                        .map(user -> user.path("id").asText())
                        .toList();
        for (String id : ids) {
            assertThat(graph.get("/directory/deletedItems/" + id).status()).isEqualTo(200);
            assertThat(graph.get("/users/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void whoIsPresentIsNotInTheBin() {
        String id = graph.get("/users?$top=1&$select=id").values().getFirst().path("id").asText();
        assertThat(graph.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
    }
}
