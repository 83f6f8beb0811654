package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.writer.StoredCompany;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a mapper of another version wrote is applied: every command that was ever written down as a
 * golden file, and the same with fields that only a newer mapper knows.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class OtherVersionsIT {

    private static final Path GOLDEN =
            Path.of("..", "contracts", "src", "test", "resources", "golden");

    @Inject ApplyCommands applyCommands;
    @Inject MeterRegistry meters;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void commandsOfOlderAndNewerMappersAreApplied() throws Exception {
        double parked = parked();
        List<EntraObjectId> people = new ArrayList<>();

        for (ObjectNode command : goldenCommands()) {
            people.addAll(apply(command));
            command.putObject("ofTheFuture").put("deep", 1);
            command.withObject("/origin").put("ofTheFuture", "x");
            people.addAll(apply(command));
        }

        assertThat(people).hasSizeGreaterThan(10);
        assertThat(people).allSatisfy(person -> assertThat(company.ledger(person)).isPresent());
        assertThat(parked()).isEqualTo(parked);
    }

    @Test
    void aTypeOfTheFutureIsParkedAndStopsNobody() throws Exception {
        double parked = parked();
        ObjectNode future = goldenCommands().getFirst();
        future.put("type", "merge-users");

        apply(future);

        assertThat(parked()).isEqualTo(parked + 1);
    }

    /**
     * @return whom the writer must know of now
     */
    private List<EntraObjectId> apply(ObjectNode command) throws IOException {
        EntraObjectId person = new EntraObjectId(UUID.randomUUID());
        boolean ofPerson = command.has("user");
        command.put("company", company.id().value());
        if (ofPerson) {
            command.put("user", person.toString());
        }
        if (command.has("fields")) {
            command.withObject("/fields").put("email", person + "@example.com");
        }
        byte[] bytes = MessageCodec.mapper().writeValueAsBytes(command);
        applyCommands.applyLive(Poll.of(Poll.record(company.id() + ":" + person, bytes, 0)));
        boolean trial = command.at("/origin/replay/trial").asBoolean();
        return ofPerson && !trial ? List.of(person) : List.of();
    }

    private static List<ObjectNode> goldenCommands() throws IOException {
        List<ObjectNode> commands = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName()
                                .toString()
                                .matches("(upsert|deactivate|reject)-user\\.(.+\\.)?json")
                        || file.getFileName().toString().matches("run-ended\\.(.+\\.)?json")) {
                    commands.add(
                            (ObjectNode) MessageCodec.mapper().readTree(Files.readString(file)));
                }
            }
        }
        return commands;
    }

    private double parked() {
        return meters.get("parked.records").counter().count();
    }
}
