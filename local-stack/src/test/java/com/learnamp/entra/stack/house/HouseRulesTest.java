package com.learnamp.entra.stack.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every module; it is broken by a dependency or a name, and found here. */
class HouseRulesTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().importPaths(Repository.classes());
    private static final JavaClasses TESTS =
            new ClassFileImporter().importPaths(Repository.testClasses());

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Repository.classes()).hasSameSizeAs(Repository.modulesWithCode());
        assertThat(PRODUCT.size()).isGreaterThan(300);
    }

    @Test
    void contractsAreFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage("com.learnamp.entra.contracts..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage("com.learnamp.entra.contracts..")
                                .or(resideInAPackage("java.."))
                                .or(resideInAPackage("javax.crypto.."))
                                .or(resideInAPackage("com.fasterxml.jackson.annotation.."))
                                .or(resideInAPackage("org.jspecify.annotations..")))
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"receiver", "fetcher", "mapper", "writer", "photo", "console", "simulator"})
    void noPartKnowsAnotherPart(String part) {
        String others =
                List.of("receiver", "fetcher", "mapper", "writer", "photo", "console", "simulator")
                        .stream()
                        .filter(other -> !other.equals(part))
                        .reduce("stack", (all, other) -> all + "|" + other);
        noClasses()
                .that()
                .resideInAPackage("com.learnamp.entra." + part + "..")
                .should()
                .dependOnClassesThat(
                        are(nameMatching("com\\.learnamp\\.entra\\.(" + others + ")\\..*")))
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetcher", "writer", "photo", "console", "simulator", "stack"})
    void featuresDoNotImportEachOtherInACircle(String part) {
        slices().matching("com.learnamp.entra." + part + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void rowsOfTheStoreAreUnseenOutsideTheirModule() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatSomethingIsOrDoes() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Handler")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..")
                .check(PRODUCT);
    }

    @Test
    void testsAwaitConditionsAndDoNotSleep() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Test")
                .or()
                .haveSimpleNameEndingWith("IT")
                .or()
                .haveSimpleNameEndingWith("ST")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(TESTS);
    }

    @Test
    void nothingIsMocked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.easymock..", "io.mockk..", "mockit..")
                .check(TESTS);
    }
}
