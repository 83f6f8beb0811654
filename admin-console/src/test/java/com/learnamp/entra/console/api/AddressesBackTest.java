package com.learnamp.entra.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each person as number:before>after; whoever is named with one address alone just has it. */
class AddressesBackTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // people                 | moved before | who gets his address back
                "1:a>x,                     '',  1",
                "1:a>b 2:b>a,               '',  1 2",
                "1:a>b 2:b>c 3:c>a,         '',  1 2 3",
                "1:a>b 2:b>c,               '',  1 2",
                "1:a>b 2:b>c 3:a,           '',  -",
                "1:a>x 2:b>c 3:c>d 4:b,     '',  1",
                "1:a>x 2:a,                 2,   1",
                "1:a>x 2:a>y,               '',  1",
            })
    void whoeversAddressIsFreeOrIsGivenBackGetsHis(String people, String moved, String back) {
        List<RunChange> changes = new ArrayList<>();
        Map<String, Long> holders = new HashMap<>();
        for (String person : people.split(" ")) {
            String[] parts = person.split("[:>]");
            long id = Long.parseLong(parts[0]);
            holders.put(parts[parts.length - 1], id);
            if (parts.length == 3) {
                changes.add(
                        new RunChange(
                                id,
                                new ReversibleField.Standard(UserField.EMAIL),
                                parts[1],
                                parts[2]));
            }
        }

        Set<Long> got = AddressesBack.of(changes, holders, ids(moved));

        assertThat(new TreeSet<>(got)).isEqualTo(ids(back == null ? "" : back));
    }

    private static Set<Long> ids(String text) {
        return Stream.of(text.split(" "))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
