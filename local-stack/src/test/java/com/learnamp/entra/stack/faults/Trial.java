package com.learnamp.entra.stack.faults;

import com.learnamp.entra.stack.faults.Schedule.Moment;
import com.learnamp.entra.stack.system.CompareStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One seed: trouble, then calm, then the comparison. */
final class Trial {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A group that has lost more than half of its people: an admin must say that it is right. */
    private static final String AWAITS_AN_ADMIN = "GROUP_SHRUNK";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final TroubledStack surroundings;
    private final Schedule schedule;
    private final TroubledTenant tenant;

    /** Whatever happens to one, the others go on. */
    static Outcome outcome(TroubledStack surroundings, Schedule schedule) {
        try {
            return new Trial(surroundings, schedule).run();
        } catch (Exception failure) {
            return Outcome.failed(schedule, failure);
        }
    }

    private Trial(TroubledStack surroundings, Schedule schedule) {
        this.surroundings = surroundings;
        this.schedule = schedule;
        this.tenant = TroubledTenant.make(surroundings, schedule);
    }

    private Outcome run() throws Exception {
        Customer customer = Customer.make(surroundings, schedule.seed());
        boolean connected = !schedule.stormyStart();
        if (connected) {
            customer.connect(tenant);
            awaitFirstSync(customer);
        }
        for (Moment moment : schedule.moments()) {
            for (Event event : moment.events()) {
                tenant.suffer(event, customer);
                if (!connected) {
                    customer.connect(tenant); // The first event is the weather.
                    connected = true;
                }
            }
            Thread.sleep(moment.pause());
        }
        tenant.calm();
        Outcome outcome = compare(customer);
        System.out.println(outcome.describe());
        customer.disconnect();
        return outcome;
    }

    private void awaitFirstSync(Customer customer) throws Exception {
        long began = System.nanoTime();
        while (!differences(customer).isEmpty() && waited(began).compareTo(PATIENCE) < 0) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Outcome compare(Customer customer) throws Exception {
        long began = System.nanoTime();
        List<String> differences = differences(customer);
        boolean asked = false;
        while (!differences.isEmpty() && waited(began).compareTo(PATIENCE) < 0) {
            Thread.sleep(LOOK_EVERY);
            if (!asked && customer.connection().equals(AWAITS_AN_ADMIN)) {
                customer.pressSync();
                asked = true;
            }
            differences = differences(customer);
        }
        Duration rest = waited(began);
        while (!customer.isAtRest(tenant) && waited(began).compareTo(PATIENCE) < 0) {
            Thread.sleep(LOOK_EVERY);
        }
        differences = differences(customer);
        Departures departures = Departures.of(customer.store());
        List<String> complaints = new ArrayList<>(differences);
        complaints.addAll(departures.ofThosePresent(tenant));
        if (!complaints.isEmpty()) {
            keepEvidence(customer, complaints);
        }
        return new Outcome(schedule, rest, departures.count(), complaints);
    }

    /** A system that is down for a moment can't be compared. */
    private List<String> differences(Customer customer) {
        try {
            return CompareStore.differences(
                    tenant.directory().people(),
                    customer.store().people(),
                    customer.store().language());
        } catch (SQLException failure) {
            return List.of(failure.toString());
        }
    }

    private static Duration waited(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** For whoever looks for the reason: every complaint begins with a person's id. */
    private void keepEvidence(Customer customer, List<String> complaints)
            throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        lines.add(schedule.toString());
        lines.add("connection: " + customer.connection());
        Evidence evidence = new Evidence(tenant, customer.store());
        for (String complaint : complaints) {
            lines.add("");
            lines.add(complaint);
            lines.addAll(evidence.of(complaint.substring(0, complaint.indexOf(':'))));
        }
        Path file = Path.of("target", "faults", "seed-" + schedule.seed() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
