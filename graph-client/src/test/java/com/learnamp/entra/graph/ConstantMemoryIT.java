package com.learnamp.entra.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.graph.FakeMicrosoft.Answer;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The SDK's models are heavy, and some of its helpers hold on to them: here a page is gone when the
 * next one comes.
 */
class ConstantMemoryIT {

    private static final int PAGES = 60;

    @AutoClose private final FakeMicrosoft microsoft = new FakeMicrosoft();

    @AutoClose private final MicrosoftGraph door = microsoft.open();

    @Test
    void aListingOfSixtyThousandPeopleHoldsNoMoreThanAPage() {
        String people =
                IntStream.range(0, 999)
                        .mapToObj(number ->
                                """
                                {"@odata.type": "#microsoft.graph.user", "id": "%s", "userPrincipalName": "p%d@example.com",
                                 "displayName": "Person %d", "department": "Department %d", "jobTitle": "Analyst"}\
                                """
                                        .formatted(
                                                new UUID(9, number), number, number, number % 20))
                        .collect(Collectors.joining(","));
        String next = microsoft.base() + "/groups/g/transitiveMembers?$skiptoken=";
        microsoft.graph =
                asked -> {
                    microsoft.asked.clear();
                    int page =
                            asked.uri().contains("skiptoken")
                                    ? Integer.parseInt(
                                            asked.uri().substring(asked.uri().indexOf('=') + 1))
                                    : 1;
                    String link =
                            page == PAGES
                                    ? ""
                                    : "\"@odata.nextLink\": \"" + next + (page + 1) + "\", ";
                    return Answer.json("{" + link + "\"value\": [" + people + "]}");
                };
        GraphTenant graph = door.bulkTenant(new UUID(0, 1));

        MemberPage first = graph.transitiveMembers(new UUID(0, 2), UserSelection.standard());
        int seen = first.members().size();
        Optional<String> link = first.next();
        long before = held();
        while (link.isPresent()) {
            MemberPage page = graph.nextMembers(link.get());
            seen += page.members().size();
            link = page.next();
        }
        long grown = held() - before;

        assertThat(seen).isEqualTo(PAGES * 999);
        assertThat(grown).isLessThan(8_000_000);
    }

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        for (int round = 0; round < 3; round++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
