package com.learnamp.entra.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.stack.commands.MeasureCompanies;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code ./dev companies}, small: how long the others wait is for that command to measure. */
class CompaniesST {

    private static final int COMPANIES = 7;

    private final RunningSystem system = RunningSystem.get();

    @Test
    void theOthersAreServedWhileOneIsInFullSyncAndThreeAreInTrouble() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        MeasureCompanies.in(
                system.files(), COMPANIES, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("6 companies made")
                .contains("Quiet: 3 changes in the store by a notification")
                .contains("Busy:  3 changes in the store by a notification")
                .contains("the other 3 waited")
                .contains("The full sync: ");
    }
}
