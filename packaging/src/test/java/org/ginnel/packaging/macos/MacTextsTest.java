// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.PackagingException;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.tree.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The texts of the package for macOS, as they are reviewed and as their readers want them.
class MacTextsTest {
    /// Those of `launchd.plist(5)` that may be in ours.
    private static final Set<String> LAUNCHD = Set.of(
            "Label",
            "ProgramArguments",
            "EnvironmentVariables",
            "RunAtLoad",
            "KeepAlive",
            "ThrottleInterval",
            "AbandonProcessGroup",
            "ProcessType",
            "Umask",
            "ExitTimeOut",
            "StandardErrorPath",
            "StandardOutPath",
            "WorkingDirectory",
            "SoftResourceLimits",
            "HardResourceLimits",
            "LowPriorityIO",
            "Nice");

    private final MacTexts texts =
            new MacTexts(new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH));

    @ParameterizedTest
    @ValueSource(strings = {"ginnel-remove", "Info.plist"})
    void filledTexts_areAsReviewed(String name) throws IOException {
        Golden.check("macos/" + name, versionless(texts.filled(name)));
    }

    @Test
    void launchersAndTheInstallersDescription_areAsReviewed() throws IOException {
        Golden.check("macos/ginnel", texts.launcher("ginnel"));
        Golden.check("macos/distribution.xml", versionless(texts.distribution("aarch64")));
    }

    @Test
    void commands_areAsReviewed() {
        var work = Path.of("/work");
        var lines = List.of(
                        MacPackage.building(
                                Path.of("/cache/engine.tar.gz"),
                                work.resolve("wireguard-go"),
                                Path.of("/to/wireguard-go")),
                        MacPackage.packing(work, Path.of("/out/ginnel.pkg")))
                .stream()
                .flatMap(List::stream)
                .map(command -> String.join(" ", command))
                .collect(Collectors.joining("\n", "", "\n"));

        Golden.check("macos/commands", versionless(lines));
    }

    @Test
    void theService_isAPropertyList_withWordsThatLaunchdKnows() throws IOException {
        var service = PropertyList.read(texts.service());

        assertThat(service)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("Label", "org.ginnel.ginneld")
                .containsEntry("RunAtLoad", true);
        assertThat(LAUNCHD)
                .containsAll(((Map<?, ?>) service)
                        .keySet().stream().map(Object::toString).toList());
    }

    @Test
    void theBundle_isAPropertyList_inTheLanguagesOfTheWindow() throws IOException {
        var bundle = (Map<?, ?>) PropertyList.read(texts.filled("Info.plist"));

        assertThat(bundle.get("CFBundleExecutable")).isEqualTo("ginnel-ui");
        assertThat(bundle.get("CFBundleVersion")).isEqualTo(Version.OURS);
        assertThat(bundle.get("CFBundleLocalizations"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyElementsOf(languages());
    }

    private static List<String> languages() throws IOException {
        try (var files = Files.list(Path.of("../client-ui/src/main/resources/org/ginnel/ui/text"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("messages(_\\w+)?\\.properties"))
                    .map(name -> name.equals("messages.properties") ? "en" : name.substring(9, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theListOfBundles_keepsTheInstallerFromCopiesElsewhere() throws IOException {
        assertThat(PropertyList.read(texts.filled("components.plist")))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(
                        bundle -> assertThat(bundle.get("BundleIsRelocatable")).isEqualTo(false));
    }

    @Test
    void theInstallersDescription_namesItsPackageEverywhereAlike()
            throws IOException, ParserConfigurationException, SAXException {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(texts.distribution("x86_64"))));
        var references = document.getElementsByTagName("pkg-ref");

        assertThat(references.getLength()).isEqualTo(2);
        for (var at = 0; at < references.getLength(); at++) {
            var id = references.item(at).getAttributes().getNamedItem("id");
            assertThat(id.getNodeValue()).isEqualTo(MacTexts.PACKAGE);
        }
        var options = document.getElementsByTagName("options").item(0).getAttributes();
        assertThat(options.getNamedItem("hostArchitectures").getNodeValue()).isEqualTo("x86_64");
    }

    @Test
    void anArchitectureThatNoMacHas_isRefused() {
        assertThatThrownBy(() -> texts.distribution("riscv64")).isInstanceOf(PackagingException.class);
    }

    private static String versionless(String text) {
        return text.replace(Version.OURS, "VERSION");
    }
}
