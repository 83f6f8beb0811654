package com.learnamp.entra.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    private static final CompanyId COMPANY = new CompanyId(4711);
    private static final EntraObjectId USER =
            EntraObjectId.parse("0F0A1C9E-3A43-4C8B-9D2E-6F5A1B2C3D4E");
    private static final EntraTenantId TENANT =
            EntraTenantId.parse("84bd8158-6d4d-4958-8b9f-9d6445542f95");

    @Test
    void isWrittenAsTheTopicsPromise() {
        assertThat(RecordKey.of(COMPANY, USER).text())
                .isEqualTo("4711:0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e");
        assertThat(RecordKey.ofRun(COMPANY).text()).isEqualTo("4711:run");
        assertThat(RecordKey.ofUser(COMPANY, 42).text()).isEqualTo("4711:42");
        assertThat(RecordKey.of(COMPANY).text()).isEqualTo("4711");
        assertThat(RecordKey.of(TENANT, USER).text())
                .isEqualTo(
                        "84bd8158-6d4d-4958-8b9f-9d6445542f95:0f0a1c9e-3a43-4c8b-9d2e-6f5a1b2c3d4e");
        assertThat(RecordKey.of(TENANT).text()).isEqualTo("84bd8158-6d4d-4958-8b9f-9d6445542f95");
    }

    @Test
    void oneCompanyHasOnePartition() {
        int partition = RecordKey.of(COMPANY).partition(12);

        assertThat(RecordKey.of(COMPANY, USER).partition(12)).isEqualTo(partition);
        assertThat(RecordKey.ofRun(COMPANY).partition(12)).isEqualTo(partition);
        assertThat(RecordKey.ofUser(COMPANY, 42).partition(12)).isEqualTo(partition);
    }

    /** Were one of these to change, a company's messages would overtake each other. */
    @Test
    void partitionsNeverChange() {
        assertThat(LongStream.rangeClosed(1, 16).mapToObj(id -> partition(id, 12)))
                .containsExactly(0, 9, 10, 11, 4, 1, 2, 7, 4, 7, 8, 1, 10, 7, 0, 5);
        assertThat(LongStream.rangeClosed(1, 6).mapToObj(id -> partition(id, 3)))
                .containsExactly(0, 0, 1, 2, 1, 1);
        assertThat(RecordKey.of(new CompanyId(Long.MAX_VALUE)).partition(12)).isEqualTo(9);
        assertThat(RecordKey.of(COMPANY).partition(12)).isEqualTo(2);
        assertThat(RecordKey.of(TENANT, USER).partition(12)).isEqualTo(8);
    }

    @Test
    void partitionsAreFilledEvenly() {
        assertThat(
                        LongStream.rangeClosed(1, 12_000)
                                .boxed()
                                .collect(
                                        Collectors.groupingBy(
                                                id -> partition(id, 12), Collectors.counting()))
                                .values())
                .hasSize(12)
                .allSatisfy(companies -> assertThat(companies).isBetween(800L, 1_200L));
    }

    private static int partition(long company, int partitions) {
        return RecordKey.of(new CompanyId(company)).partition(partitions);
    }
}
