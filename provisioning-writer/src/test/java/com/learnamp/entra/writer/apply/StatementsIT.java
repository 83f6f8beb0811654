package com.learnamp.entra.writer.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.contracts.CustomFieldMapping.Rule;
import com.learnamp.entra.contracts.CustomFieldValue;
import com.learnamp.entra.contracts.UserCommand;
import com.learnamp.entra.writer.Sample;
import com.learnamp.entra.writer.StoredCompany;
import com.learnamp.entra.writer.company.CountStatements;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = {
            @ResourceArg(name = "database", value = "provisioning_writer"),
            @ResourceArg(name = "mail", value = "true")
        })
class StatementsIT {

    @Inject DataSource store;

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheBatch() {
        assertThat(statements(500)).isEqualTo(statements(4)).isLessThanOrEqualTo(97);
    }

    /** Creates, changes, swaps, moves, deactivates and brings back so many people. */
    private int statements(int people) {
        StoredCompany company = StoredCompany.create();
        CountStatements count = new CountStatements(store);
        List<Sample> samples = new ArrayList<>();
        Sample boss = Sample.of(company);
        samples.add(boss);
        IntStream.range(1, people)
                .forEach(number ->
                        samples.add(
                                Sample.of(company).managedBy(boss).department("Team " + number)));
        company.customField("Cost centre", "text", false);
        apply(count, company, samples.stream().map(one -> one.upsert(1, costCentre())).toList());
        apply(count, company, samples.stream().map(one -> one.jobTitle("X").upsert(2)).toList());
        apply(count, company, rotated(samples).stream().map(one -> one.upsert(3)).toList());
        apply(count, company, samples.stream().map(one -> one.deactivate(4)).toList());
        apply(count, company, samples.stream().map(one -> one.upsert(5)).toList());
        return count.counted();
    }

    private static CustomFieldValue costCentre() {
        return new CustomFieldValue("Cost centre", Rule.ALWAYS, "CC-1", null);
    }

    private static List<Sample> rotated(List<Sample> samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(index ->
                        samples.get(index).email(samples.get((index + 1) % samples.size()).email()))
                .toList();
    }

    private static void apply(
            CountStatements count, StoredCompany company, List<? extends UserCommand> commands) {
        count.transactions()
                .run(
                        company.id(),
                        transaction ->
                                ApplyBatch.apply(
                                        transaction, List.copyOf(commands), Clock.systemUTC()));
    }
}
