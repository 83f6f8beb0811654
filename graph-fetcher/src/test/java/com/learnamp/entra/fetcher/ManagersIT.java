package com.learnamp.entra.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.ManagerReading;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.UserSnapshot;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager is told as the directory has him, whoever and wherever he is. */
class ManagersIT {

    @BeforeAll
    static void start() {
        FetcherProcess.running();
    }

    @Test
    void aManagerIsSetExchangedAndCleared() {
        Customer customer = Surroundings.customer(40);
        try (Heard heard = synced(customer)) {
            List<Entry> people = customer.people();
            Entry person = people.get(3);

            manages(customer, people.get(5), person);
            heard.until("the manager", () -> isManagedBy(heard, person, people.get(5)));

            manages(customer, people.get(6), person);
            heard.until("another", () -> isManagedBy(heard, person, people.get(6)));

            customer.directory().clearManager(person.id());
            heard.until("nobody", () -> manager(heard, person) instanceof ManagerReading.None);
        }
    }

    @Test
    void aManagerOutsideTheGroupOrInTheAddressBookIsToldByHisId() {
        Customer customer = Surroundings.customer(40);
        Entry outside = entry(customer, customer.stranger());
        String contact = UUID.randomUUID().toString();
        customer.directory()
                .create(ObjectKind.ORG_CONTACT, contact, Map.of("displayName", "A partner"));
        try (Heard heard = synced(customer)) {
            List<Entry> people = customer.people();

            manages(customer, outside, people.get(0));
            manages(customer, entry(customer, contact), people.get(1));

            heard.until("the outsider", () -> isManagedBy(heard, people.get(0), outside));
            heard.until(
                    "the contact",
                    () -> isManagedBy(heard, people.get(1), entry(customer, contact)));
            assertThat(heard.newest()).doesNotContainKey(id(outside));

            // The other way to managers: everybody is listed.
            int before = heard.mark();
            heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(heard.since(before)).hasSizeGreaterThan(people.size());
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    @Test
    void whoManageEachOtherAreToldSo() {
        Customer customer = Surroundings.customer(40);
        try (Heard heard = synced(customer)) {
            List<Entry> people = customer.people();

            manages(customer, people.get(0), people.get(1));
            manages(customer, people.get(1), people.get(2));
            manages(customer, people.get(2), people.get(0));

            heard.until(
                    "a ring of three",
                    () ->
                            isManagedBy(heard, people.get(1), people.get(0))
                                    && isManagedBy(heard, people.get(2), people.get(1))
                                    && isManagedBy(heard, people.get(0), people.get(2)));
            heard.runEnded(customer.sync(RunTrigger.MANUAL));
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    @Test
    void reportsOfSomebodyDeletedHaveNoManagerUntilHeIsRestored() {
        Customer customer = Surroundings.customer(40);
        List<Entry> people = customer.people();
        Entry manager = people.get(7);
        List<Entry> reports = people.subList(0, 3);
        reports.forEach(report -> manages(customer, manager, report));
        try (Heard heard = synced(customer)) {
            customer.directory().delete(manager.id());

            heard.until(
                    "reports of nobody",
                    () ->
                            reports.stream()
                                    .allMatch(report ->
                                            manager(heard, report) instanceof ManagerReading.None));

            customer.directory().restore(manager.id());

            heard.until(
                    "his reports again",
                    () -> reports.stream().allMatch(report -> isManagedBy(heard, report, manager)));
            assertThat(customer.differences(heard)).isEmpty();
        }
    }

    private static void manages(Customer customer, Entry manager, Entry person) {
        customer.directory().setManager(person.id(), manager.id());
    }

    private static boolean isManagedBy(Heard heard, Entry person, Entry manager) {
        return manager(heard, person).equals(new ManagerReading.Is(id(manager)));
    }

    private static ManagerReading manager(Heard heard, Entry person) {
        UserSnapshot snapshot = heard.inScope().get(id(person));
        return snapshot == null ? new ManagerReading.NotRead() : snapshot.manager();
    }

    private static EntraObjectId id(Entry entry) {
        return EntraObjectId.parse(entry.id());
    }

    private static Entry entry(Customer customer, String id) {
        DirectoryView now = customer.directory().now();
        return now.find(id).orElseThrow();
    }

    private static Heard synced(Customer customer) {
        Heard heard = customer.connected().listening();
        heard.runEnded(customer.sync(RunTrigger.INITIAL));
        return heard;
    }
}
