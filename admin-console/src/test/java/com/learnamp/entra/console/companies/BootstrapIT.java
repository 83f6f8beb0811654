package com.learnamp.entra.console.companies;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class BootstrapIT {

    private static final String SCOPES =
            "SELECT array_to_string(scopes, ' ') FROM learnamp.api_clients WHERE client_id ="
                    + " 'operations'";

    @Inject Bootstrap bootstrap;

    @Test
    void aClientFromBeforeReplaysMayAskForThemAfterTheNextStart() {
        StoredRows.execute(
                "UPDATE learnamp.api_clients SET scopes = '{ops,sync:run}' WHERE client_id ="
                        + " 'operations'");

        bootstrap.start(new StartupEvent());
        bootstrap.start(new StartupEvent());

        assertThat(StoredRows.of(SCOPES).getFirst().split(" "))
                .containsExactlyInAnyOrder("ops", "ops:replay", "sync:run");
        assertThat(Operations.token("operations", "the secret of operations", "ops:replay"))
                .isNotBlank();
    }
}
