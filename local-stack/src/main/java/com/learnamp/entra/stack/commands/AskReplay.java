package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./dev replay}: the command of admin-console's image, against the stack that runs here. */
public final class AskReplay {

    private static final String MAIN = "com.learnamp.entra.console.replay.ReplayCommand";
    private static final String APPLICATION = "admin-console/target/quarkus-app/";

    private AskReplay() {}

    /**
     * @return the command's exit code
     */
    public static int in(StackDirectory directory, List<String> arguments) {
        Secrets secrets = Secrets.in(directory.secrets());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), MAIN));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment()
                .putAll(
                        Map.of(
                                "CONSOLE_URL", RunningStack.in(directory).console(),
                                "OPS_CLIENT_ID", secrets.opsClientId(),
                                "OPS_CLIENT_SECRET", secrets.opsClientSecret()));
        try {
            return process.start().waitFor();
        } catch (IOException failure) {
            throw new StackProblem("The command could not be started", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted");
        }
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                APPLICATION + "app/*",
                APPLICATION + "lib/main/*",
                APPLICATION + "lib/boot/*");
    }
}
