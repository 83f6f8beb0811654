package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.generator.Churn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the documents say is so. */
class DocumentationTest {

    @Test
    void theReadmeNamesTheDefaults() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme)
                .contains(
                        SimulatorOptions.DEFAULT_TENANT_ID,
                        SimulatorOptions.DEFAULT_GROUP_ID,
                        SimulatorOptions.DEFAULT_CLIENT_ID,
                        SimulatorOptions.DEFAULT_CLIENT_SECRET,
                        String.valueOf(SimulatorOptions.DEFAULT_HTTP_PORT),
                        String.valueOf(SimulatorOptions.DEFAULT_HTTPS_PORT));
        assertThat(readme.lines().count()).isLessThanOrEqualTo(40);
    }

    @Test
    void everyKindOfRandomChangeIsDocumented() throws IOException {
        String control = Files.readString(Path.of("CONTROL.md"));
        List<String> line =
                control.lines().filter(each -> each.contains("/simulator/churn")).toList();
        assertThat(line).hasSize(1);
        assertThat(line.getFirst()).contains(Churn.names());
    }
}
