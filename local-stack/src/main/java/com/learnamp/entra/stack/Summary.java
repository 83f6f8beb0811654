package com.learnamp.entra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.ports.Port;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a newcomer reads when everything is up. */
final class Summary {

    private Summary() {}

    static String of(LocalStack stack, SetUpDemo.Result demo, Duration elapsed) {
        return """

        Everything is up, after %s.

          Console      %s
          Sign in      %s, password %s
          Operations   %s, password %s
        %s  Mails        %s (every mail that would be sent, as a file)

          %s

        %s
        Ctrl-C, or ./dev stop, ends everything; the data stay. ./dev help tells the rest.
        """
                .formatted(
                        seconds(elapsed),
                        stack.address(Port.CONSOLE),
                        demo.company().owner(),
                        stack.secrets().ownerPassword(),
                        Secrets.STAFF,
                        stack.secrets().opsClientSecret(),
                        stack.simulated()
                                ? "  Simulator    %s (change people and groups here)\n"
                                        .formatted(stack.address(Port.SIMULATOR))
                                : "",
                        stack.directory().mails(),
                        outcome(demo.sync(), demo.run()),
                        stack.simulated() ? THINGS_TO_TRY : THINGS_TO_TRY_IN_ENTRA);
    }

    private static String outcome(CompanySync sync, Optional<JsonNode> run) {
        if (run.filter(RunFigures::ended).isPresent()) {
            return "Last sync    " + RunFigures.describe(run.get());
        }
        return sync.trouble()
                .map(message -> "No sync yet  " + message + " It goes on trying.")
                .orElse("No sync yet");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.0f s", duration.toMillis() / 1_000.0);
    }

    private static final String THINGS_TO_TRY =
            """
            Three things to try
              1. Change somebody's job title in the simulator, and see it in the console under Individuals.
              2. ./dev events in another terminal, then ./dev churn 20: each change as other services hear of it.
              3. kill -9 one of the services that ./dev status lists, then ./dev churn 20, then ./dev status again.
            """;

    private static final String THINGS_TO_TRY_IN_ENTRA =
            """
            Three things to try
              1. Change somebody's job title in Entra, and see it in the console under Individuals.
              2. ./dev events in another terminal: each change as other services hear of it.
              3. ./dev sync compares everybody again.
            """;
}
