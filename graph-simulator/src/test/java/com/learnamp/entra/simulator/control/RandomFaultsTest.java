package com.learnamp.entra.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.faults.Faults;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {

    private static final String GROUP = "4a5e5f1e-0000-4000-8000-000000000001";

    @Test
    void everyFaultIsInSomeCombination() throws ReflectiveOperationException {
        Set<String> never = new TreeSet<>();
        for (RecordComponent fault : Faults.class.getRecordComponents()) {
            Object usual = fault.getAccessor().invoke(Faults.NONE);
            boolean occurs = false;
            for (Faults faults : combinations(300)) {
                occurs |= !usual.equals(fault.getAccessor().invoke(faults));
            }
            if (!occurs) {
                never.add(fault.getName());
            }
        }

        assertThat(never).isEmpty();
    }

    @Test
    void mostCombinationsLeaveAWayThrough() {
        List<Faults> combinations = combinations(300);

        assertThat(combinations.stream().filter(RandomFaultsTest::lasts).count())
                .isBetween(1L, combinations.size() / 4L);
    }

    private static boolean lasts(Faults faults) {
        return faults.throttleEverything()
                || faults.secretExpired()
                || faults.forbiddenGroups().contains(GROUP)
                || faults.vanishedGroups().contains(GROUP);
    }

    private static List<Faults> combinations(int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> RandomFaults.of(seed, GROUP))
                .toList();
    }
}
