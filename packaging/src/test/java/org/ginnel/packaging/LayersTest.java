// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who knows whom in here.
class LayersTest {
    private static final String HERE = "org.ginnel.packaging";

    @Test
    void theRehearsalAlone_knowsTheLab() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HERE + ".image.Rehearsal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ginnel.lab..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(HERE));
    }

    @Test
    void anImage_knowsNoPackage() {
        noClasses()
                .that()
                .resideInAPackage(HERE + ".image..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HERE + ".tree..",
                        HERE + ".deb..",
                        HERE + ".rpm..",
                        HERE + ".tarball..",
                        HERE + ".jpackage..",
                        HERE + ".macos..",
                        HERE + ".windows..")
                .check(new ClassFileImporter().importPackages(HERE + ".image"));
    }
}
