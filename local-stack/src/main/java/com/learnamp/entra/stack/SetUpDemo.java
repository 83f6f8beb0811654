package com.learnamp.entra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.ports.Port;
import java.util.Optional;

/** Makes the demo company, connects it, follows its first sync, and tells what there is to see. */
final class SetUpDemo {

    private SetUpDemo() {}

    /**
     * @return whether the demo company's people are there
     */
    static boolean in(LocalStack stack, Progress progress) {
        ConsoleApi console = new ConsoleApi(stack.address(Port.CONSOLE));
        DemoCompany company =
                DemoCompany.in(stack.directory().company(), console, stack.secrets());
        CompanySync sync =
                new CompanySync(
                        console, DemoCompany.operations(console, stack.secrets()), company.id());
        progress.say("connecting " + company.name() + " to the Entra tenant");
        Optional<JsonNode> begun = sync.connect(stack.graph().tenant(), stack.graph().group());
        Optional<JsonNode> run =
                begun.map(started -> sync.follow(started, progress::say)).or(sync::latest);
        progress.print(Summary.of(stack, company, sync, run, progress.elapsed()));
        return run.filter(RunFigures::succeeded).isPresent();
    }
}
