package com.learnamp.entra.stack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev sync}: presses Sync users and follows the run to its end. */
public final class PressSync {

    private PressSync() {}

    /**
     * @return 0 if the run finished, else 1
     */
    public static int in(StackDirectory directory, List<String> arguments, PrintStream out) {
        ConsoleApi console = new ConsoleApi(RunningStack.in(directory).console());
        Secrets secrets = Secrets.in(directory.secrets());
        CompanySync company =
                new CompanySync(
                        console,
                        DemoCompany.operations(console, secrets),
                        company(directory, arguments));
        JsonNode run = company.follow(company.press(), out::println);
        out.println(RunFigures.describe(run));
        if (!RunFigures.ended(run)) {
            company.trouble().ifPresent(out::println);
        }
        return RunFigures.succeeded(run) ? 0 : 1;
    }

    private static long company(StackDirectory directory, List<String> arguments) {
        if (arguments.isEmpty()) {
            return RunningStack.company(directory).id();
        }
        try {
            if (arguments.size() == 2 && arguments.getFirst().equals("--company")) {
                return Long.parseLong(arguments.getLast());
            }
        } catch (NumberFormatException notANumber) {
            // said below, like any other mistake
        }
        throw new StackProblem("./dev sync takes --company ID, a number, or nothing");
    }
}
