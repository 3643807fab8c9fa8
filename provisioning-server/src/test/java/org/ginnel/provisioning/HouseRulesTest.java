// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What this module promises about its own shape.
class HouseRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ginnel.provisioning");

    @Test
    void helidon_isKnownInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ginnel.provisioning.http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(CLASSES);
    }

    @Test
    void database_isKnownInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ginnel.provisioning.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postgresql..", "org.sqlite..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("org.ginnel.provisioning.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
