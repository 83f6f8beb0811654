package com.learnamp.entra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.learnamp.entra.stack.demo.CompanySync;
import com.learnamp.entra.stack.demo.ConsoleApi;
import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.demo.DemoMappings;
import com.learnamp.entra.stack.demo.RunFigures;
import com.learnamp.entra.stack.ports.Port;
import java.util.Optional;

/** Makes the demo company, connects it, and follows its first sync. */
public final class SetUpDemo {

    private SetUpDemo() {}

    /**
     * What there is then.
     *
     * @param run the latest, which may go on; empty if there never was one
     */
    public record Result(DemoCompany company, CompanySync sync, Optional<JsonNode> run) {

        public boolean peopleAreThere() {
            return run.filter(RunFigures::succeeded).isPresent();
        }
    }

    public static Result in(LocalStack stack, Progress progress) {
        ConsoleApi console = new ConsoleApi(stack.address(Port.CONSOLE));
        DemoCompany company = DemoCompany.in(stack.directory().company(), console, stack.secrets());
        String operations = DemoCompany.operations(console, stack.secrets());
        CompanySync sync = new CompanySync(console, operations, company.id());
        if (stack.simulated()) {
            progress.say("mapping three custom fields of " + company.name());
            new DemoMappings(console, operations, company.id()).make();
        }
        if (stack.noBrake()) {
            progress.say("setting no limit on how many people leave " + company.name());
            sync.takeBrakeAway();
        }
        progress.say("connecting " + company.name() + " to the Entra tenant");
        Optional<JsonNode> begun = sync.connect(stack.graph().tenant(), stack.graph().group());
        Optional<JsonNode> run =
                begun.or(() -> unconfirmed(sync))
                        .map(started -> sync.follow(started, progress::say))
                        .map(ended -> confirmed(ended, sync, progress))
                        .or(sync::latest);
        return new Result(company, sync, run);
    }

    /** After a start that was cut off: its preview may have expired, so another one is made. */
    private static Optional<JsonNode> unconfirmed(CompanySync sync) {
        return sync.latest().filter(RunFigures::previewed).map(preview -> sync.press());
    }

    /** A real company's admin looks at the preview first; the demo's is confirmed for him. */
    private static JsonNode confirmed(JsonNode ended, CompanySync sync, Progress progress) {
        if (!RunFigures.previewed(ended)) {
            return ended;
        }
        progress.say("confirming the preview of the first sync, as an admin would in the console");
        return sync.follow(sync.confirm(ended), progress::say);
    }
}
