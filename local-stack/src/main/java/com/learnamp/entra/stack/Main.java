package com.learnamp.entra.stack;

import com.learnamp.entra.stack.commands.AskReplay;
import com.learnamp.entra.stack.commands.ChurnDirectory;
import com.learnamp.entra.stack.commands.FollowEvents;
import com.learnamp.entra.stack.commands.MeasureGraphCost;
import com.learnamp.entra.stack.commands.MeasurePages;
import com.learnamp.entra.stack.commands.MeasurePhotos;
import com.learnamp.entra.stack.commands.PressSync;
import com.learnamp.entra.stack.commands.PrintToken;
import com.learnamp.entra.stack.commands.ShowStatus;
import com.learnamp.entra.stack.commands.StopStack;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.RunOptions;
import com.learnamp.entra.stack.options.StackProblem;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What {@code ./dev} calls: the first argument is the command. */
public final class Main {

    /** Held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET =
            Stream.of("org.apache.kafka", "io.zonky", "org.flywaydb", "com.icegreen")
                    .map(Logger::getLogger)
                    .toList();

    private Main() {}

    public static void main(String[] arguments) {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        List<String> all = List.of(arguments);
        try {
            System.exit(
                    carryOut(
                            all.isEmpty() ? "" : all.getFirst(),
                            all.stream().skip(1).toList(),
                            System.getenv()));
        } catch (StackProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static int carryOut(
            String command, List<String> arguments, Map<String, String> environment) {
        StackDirectory directory = StackPlan.directory(environment);
        return switch (command) {
            case "run" -> RunStack.until(StackPlan.of(RunOptions.parse(arguments), environment));
            case "status" -> ShowStatus.of(directory, arguments, System.out);
            case "stop" -> StopStack.in(directory, System.out);
            case "sync" -> PressSync.in(directory, arguments, System.out);
            case "token" -> PrintToken.of(directory, arguments, System.out);
            case "events" -> FollowEvents.in(directory, arguments, System.out);
            case "churn" -> ChurnDirectory.in(directory, arguments, System.out);
            case "cost" -> MeasureGraphCost.in(directory, System.out);
            case "companies" -> RunCompanies.once(arguments, environment);
            case "scale" -> RunScale.once(StackPlan.of(RunOptions.parse(arguments), environment));
            case "pages" -> MeasurePages.in(directory, System.out);
            case "replay" -> AskReplay.in(directory, arguments);
            case "photos-cost" -> MeasurePhotos.in(directory, System.out);
            default -> throw new StackProblem("Unknown command " + command + ": see ./dev help");
        };
    }
}
