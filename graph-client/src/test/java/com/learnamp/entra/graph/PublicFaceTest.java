package com.learnamp.entra.graph;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What leaves this module is its own or the JDK's: the SDK could be replaced without anybody
 * noticing.
 */
class PublicFaceTest {

    private final JavaClasses module =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("com.learnamp.entra.graph");

    @Test
    void publicMethodsSpeakOfOurTypesAlone() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(resideInAnyPackage("java..", "com.learnamp..", ""))
                .andShould()
                .notHaveRawParameterTypes(
                        com.tngtech.archunit.base.DescribedPredicate.anyElementThat(
                                not(resideInAnyPackage("java..", "com.learnamp..", ""))))
                .check(module);
    }

    @Test
    void publicTypesAreFinalOrInterfaces() {
        noClasses()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(module);
    }

    @Test
    void timeComesFromAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(module);
    }
}
