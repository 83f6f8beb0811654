package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.options.StackProblem;
import java.io.PrintStream;
import java.util.List;

/** {@code ./dev token --learnamp}: a token for Learn Amp's API, alone on its line. */
public final class PrintToken {

    private static final String READ_SCOPES = "users:read teams:read team_users:read";

    private PrintToken() {}

    public static int of(StackDirectory directory, List<String> arguments, PrintStream out) {
        if (!arguments.equals(List.of("--learnamp"))) {
            throw new StackProblem("./dev token takes --learnamp: whose token it is to be");
        }
        ConsoleApi console = new ConsoleApi(RunningStack.in(directory).console());
        DemoCompany company = RunningStack.company(directory);
        out.println(console.token(company.clientId(), company.clientSecret(), READ_SCOPES));
        return 0;
    }
}
