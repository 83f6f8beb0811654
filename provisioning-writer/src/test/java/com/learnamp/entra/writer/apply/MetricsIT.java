package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class MetricsIT {

    @Inject ApplyCommands applyCommands;
    @Inject MeterRegistry registry;

    private final StoredCompany company = StoredCompany.create();

    @Test
    void whatBecomesOfCommandsIsCountedByLane() {
        Sample ruth = Sample.of(company);
        double created = counted("created");
        double stale = counted("dropped_stale");
        long delays = delays();

        applyCommands.applyLive(Poll.of(ruth.upsert(2), ruth.upsert(1)));
        applyCommands.applyLive(Poll.of(ruth.upsert(2)));

        assertThat(counted("created") - created).isEqualTo(1);
        assertThat(counted("dropped_stale") - stale).isEqualTo(2);
        assertThat(delays() - delays).isEqualTo(1);
    }

    private double counted(String outcome) {
        return registry.counter(WriterMetrics.COMMANDS, "lane", "live", "outcome", outcome).count();
    }

    private long delays() {
        return registry.find(WriterMetrics.DELAY).tag("lane", "live").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
