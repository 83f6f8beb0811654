package com.learnamp.entra.stack.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

    private static final String GUID = "3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61";

    @Test
    void simulatesAThousandPeopleWhenNothingIsSaid() {
        RunOptions options = RunOptions.parse(List.of());

        assertThat(options.simulated()).isTrue();
        assertThat(options.people()).isEqualTo(1_000);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.replicas()).isEqualTo(1);
        assertThat(options.fresh()).isFalse();
        assertThat(options.noBrake()).isFalse();
    }

    @Test
    void takesTheBrakeAwayWhenItIsTold() {
        assertThat(RunOptions.parse(List.of("--no-brake", "--people", "5")).noBrake()).isTrue();
    }

    @Test
    void takesAGraphOfOnesOwn(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s");

        RunOptions options =
                RunOptions.parse(
                        List.of(
                                "--graph",
                                "https://graph.microsoft.com/v1.0/",
                                "--tenant",
                                GUID,
                                "--group",
                                GUID,
                                "--client-id",
                                GUID,
                                "--client-secret-file",
                                secret.toString(),
                                "--webhook-base",
                                "https://hooks.example/",
                                "--fresh"));

        assertThat(options.simulated()).isFalse();
        assertThat(options.graph()).isEqualTo("https://graph.microsoft.com/v1.0");
        assertThat(options.login()).isEqualTo("https://login.microsoftonline.com");
        assertThat(options.clientSecretFile()).contains(secret);
        assertThat(options.webhookBase()).contains("https://hooks.example");
        assertThat(options.fresh()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--poeple 5 | Unknown option --poeple. ./dev help lists them all",
                "people | Unknown option people. ./dev help lists them all",
                "--people | --people needs a value",
                "--people --fresh | --people needs a value",
                "--no-brakes | Unknown option --no-brakes. ./dev help lists them all",
                "--no-brake 5 | Unknown option 5. ./dev help lists them all",
                "--people many | --people many is no whole number from 1 to 1000000",
                "--people 0 | --people 0 is no whole number from 1 to 1000000",
                "--replicas 4 | --replicas 4 is no whole number from 1 to 3",
                "--seed -1 | --seed -1 is no whole number from 0 to 2147483647",
                "--tenant contoso | --tenant contoso is no GUID, such as"
                        + " 3f9c1a52-7d84-4e06-b1a9-5c2e8f0d7b61",
                "--login https://login.example | --login is for a Graph of your own: name it with"
                        + " --graph URL",
                "--graph http://graph.example/v1.0 | --graph http://graph.example/v1.0: http is"
                        + " allowed on this machine only (localhost, 127.0.0.1); use https",
                "--graph https://graph.example | --graph https://graph.example must end with /v1.0,"
                        + " such as https://graph.microsoft.com/v1.0",
                "--graph graph.example/v1.0 | --graph graph.example/v1.0 is no http or https"
                        + " address",
                "--graph ftp://graph.example/v1.0 | --graph ftp://graph.example/v1.0 is no http or"
                        + " https address",
            })
    void saysWhatIsWrong(String commandLine, String message) {
        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() -> RunOptions.parse(List.of(commandLine.split(" "))))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--people 5 | --people is for the simulated Graph, and with --graph there is none",
                "--client-secret a | --graph needs either --client-secret SECRET or"
                        + " --client-secret-file FILE",
                "--login-ca /nowhere.pem | --login-ca: /nowhere.pem can't be read",
            })
    void saysWhatIsWrongWithAGraphOfOnesOwn(String more, String message, @TempDir Path directory)
            throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--graph", "http://localhost:9/v1.0",
                                "--tenant", GUID,
                                "--group", GUID,
                                "--client-id", GUID,
                                "--client-secret-file", secret.toString()));
        arguments.addAll(List.of(more.split(" ")));

        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() -> RunOptions.parse(arguments))
                .withMessage(message);
    }

    @Test
    void needsTenantGroupAndAppWithAGraphOfOnesOwn() {
        assertThatExceptionOfType(StackProblem.class)
                .isThrownBy(() ->
                        RunOptions.parse(
                                List.of(
                                        "--graph", "https://graph.example/v1.0",
                                        "--tenant", GUID,
                                        "--client-id", GUID)))
                .withMessage("--graph needs --group too");
    }
}
