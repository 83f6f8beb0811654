package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * {@code ./dev churn}: changes things in the simulated directory, waits until the store has come to
 * rest, and says how long the changes took to get there.
 */
public final class ChurnDirectory {

    private static final int USUAL = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChurnDirectory() {}

    public static int in(StackDirectory directory, List<String> arguments, PrintStream out) {
        int count = count(arguments);
        StackState state = RunningStack.in(directory);
        if (state.simulator().isEmpty()) {
            throw new StackProblem("Graph isn't simulated here: make the changes in Entra itself");
        }
        Instant start = Clock.systemUTC().instant();
        JsonNode changes = change(state.simulator(), count);
        out.printf("%d changes made in the simulated directory%n", changes.size());
        try {
            Delays delays = Delays.awaitRest(state.store(), start);
            out.println(delays.describe());
        } catch (SQLException failure) {
            throw new StackProblem("The store can't be asked: " + failure.getMessage(), failure);
        }
        return 0;
    }

    private static int count(List<String> arguments) {
        if (arguments.isEmpty()) {
            return USUAL;
        }
        try {
            int count = Integer.parseInt(arguments.getFirst());
            if (arguments.size() == 1 && count > 0) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number below one
        }
        throw new StackProblem("./dev churn takes how many changes to make, such as 20");
    }

    private static JsonNode change(String simulator, int count) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator + "/simulator/churn"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"count\":" + count + "}"))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackProblem("The simulator refused: " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new StackProblem("The simulator does not answer at " + simulator, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }
}
