// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rules that a compiler cannot hold, over all modules at once.
class HouseRulesTest {
    private static final String LINUX = "org.ginnel.daemon.linux..";
    private static final String MACOS = "org.ginnel.daemon.macos..";
    private static final String WINDOWS = "org.ginnel.daemon.windows..";

    private static final String HOSTS = "org.ginnel.daemon.host.";

    private static JavaClasses ours;

    @BeforeAll
    static void readAll() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ginnel");
    }

    @Test
    void windowAndDaemon_meetOnlyInTheSharedVocabulary() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.ginnel.ui..", "org.ginnel.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ginnel.daemon..", "org.ginnel.provisioning..", "org.ginnel.gateway.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.ginnel.daemon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ginnel.ui..", "org.ginnel.cli..", "org.ginnel.provisioning..", "org.ginnel.gateway.."));
    }

    @Test
    void theVocabulary_knowsNobody() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ginnel.control..",
                        "org.ginnel.tunnel..",
                        "org.ginnel.relay..",
                        "org.ginnel.account..",
                        "org.ginnel.wireguard..",
                        "org.ginnel.http..",
                        "org.ginnel.update..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ginnel.daemon..",
                        "org.ginnel.ui..",
                        "org.ginnel.cli..",
                        "org.ginnel.provisioning..",
                        "org.ginnel.gateway..",
                        "org.ginnel.devkit.."));
    }

    @Test
    void deciding_isPure() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ginnel.daemon.machine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.util.concurrent..",
                        "org.slf4j..",
                        "org.ginnel.http..",
                        "org.ginnel.daemon.port..",
                        "org.ginnel.daemon.loop..",
                        LINUX,
                        MACOS,
                        WINDOWS));
    }

    @Test
    void systemsAreReached_onlyThroughPorts() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ginnel.daemon.loop..", "org.ginnel.daemon.desk..", "org.ginnel.daemon.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LINUX, MACOS, WINDOWS));
    }

    /// Each class of another system would be one more to load and to keep: who opens a system is known to nobody but
    /// who chooses.
    @Test
    void aSystem_isKnownToItselfAlone_andToWhoOpensIt() {
        for (var system :
                Map.of(MACOS, HOSTS + "MacHost", WINDOWS, HOSTS + "WindowsHost").entrySet()) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage(system.getKey())
                    .and()
                    .doNotHaveFullyQualifiedName(system.getValue())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(system.getKey()));
            check(noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(HOSTS + "Host")
                    .and()
                    .doNotHaveFullyQualifiedName(system.getValue())
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(system.getValue()));
            check(noClasses()
                    .that()
                    .resideInAPackage(system.getKey())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(LINUX));
        }
    }

    @Test
    void viewModelsAndScreens_knowNoToolkit() {
        for (var suffix : List.of("ViewModel", "Screen")) {
            check(noClasses()
                    .that()
                    .resideInAPackage("org.ginnel.ui..")
                    .and()
                    .haveSimpleNameEndingWith(suffix)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.."));
        }
    }

    @Test
    void nobodySleeps() {
        check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    private static void check(ArchRule rule) {
        rule.check(ours);
    }
}
