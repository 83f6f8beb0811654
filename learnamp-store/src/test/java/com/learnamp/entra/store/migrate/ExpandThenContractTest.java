package com.learnamp.entra.store.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version before runs on while a migration is done, and after it until it is replaced. */
class ExpandThenContractTest {

    /** Those before were made when nobody ran an older version. */
    private static final int FIRST_HELD = 82;

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    @Test
    void noMigrationTakesAwayWhatAnOlderVersionNames() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> migrations = files.toList();
            assertThat(migrations)
                    .isNotEmpty()
                    .allSatisfy(migration ->
                            assertThat(
                                            number(migration) < FIRST_HELD
                                                    ? List.of()
                                                    : Contraction.unsaid(
                                                            Files.readString(migration)))
                                    .as("%s: see Migrations in the README", migration.getFileName())
                                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a.b DROP COLUMN c;",
                "DROP TABLE a.b;",
                "ALTER TABLE a.b\n    RENAME COLUMN c TO d;",
                "ALTER TABLE a.b ALTER COLUMN c SET NOT NULL;",
                "ALTER TABLE a.b ALTER COLUMN c TYPE integer;",
                "ALTER TABLE a.b ADD COLUMN c text NOT NULL;",
                "ALTER TABLE a.b ADD CONSTRAINT c CHECK (d > 0);",
                "CREATE UNIQUE INDEX c ON a.b (d);",
                "DROP FUNCTION a.f(bigint);",
                "REVOKE SELECT ON a.b FROM user_mapper;",
                "REVOKE EXECUTE ON FUNCTION a.f(bigint) FROM user_mapper;",
            })
    void toTakeAwayOrToTightenNeedsItsLine(String statement) {
        assertThat(Contraction.unsaid(statement)).hasSize(1);
        assertThat(Contraction.unsaid("-- contracts: nothing names c since 1.4\n" + statement))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a.b ADD COLUMN c text;",
                "ALTER TABLE a.b ADD COLUMN c boolean NOT NULL DEFAULT false;",
                "CREATE TABLE a.b (c bigint NOT NULL);\nCREATE UNIQUE INDEX d ON a.b (c);",
                "ALTER TABLE a.b DROP CONSTRAINT c;\nALTER TABLE a.b ADD CONSTRAINT c CHECK (d IN (1, 2));",
                "DROP FUNCTION a.f(bigint);\nCREATE FUNCTION a.f(bigint, text) RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;",
                "CREATE FUNCTION a.f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;\nREVOKE EXECUTE ON FUNCTION a.f() FROM public;",
                "-- Nobody may DROP COLUMN here.\nCREATE INDEX c ON a.b (d);",
            })
    void whatIsAddedNeedsNothing(String statement) {
        assertThat(Contraction.unsaid(statement)).isEmpty();
    }

    private static int number(Path migration) {
        Matcher name = NAME.matcher(migration.getFileName().toString());
        assertThat(name.matches()).as("%s", migration).isTrue();
        return Integer.parseInt(name.group(1));
    }
}
