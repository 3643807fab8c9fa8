// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ginnel.daemon.control.Permissions;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.devkit.Golden;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.jpackage.AppImage;
import org.ginnel.packaging.parts.Fetch;
import org.ginnel.packaging.tree.Sources;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The source for WiX, as it is reviewed. No WiX read it.
class WindowsTextsTest {
    private static final String SCHEMA = "http://wixtoolset.org/schemas/v4/wxs";

    private final Sources sources =
            new Sources(Path.of("..").toAbsolutePath().normalize(), Path.of("no image"), Instant.EPOCH);

    @Test
    void theSource_isAsReviewed() throws IOException {
        Golden.check("windows/ginnel.wxs", new WindowsTexts(sources).wix().replace("\"" + Version.OURS, "\"VERSION"));
    }

    @Test
    void theCommand_isAsReviewed() {
        var fetch = new Fetch(Path.of("/cache"), Duration.ZERO);
        var packing = new WindowsPackage(sources, Path.of("/work"), "amd64", fetch)
                .packing(Path.of("/work/ginnel.wxs"), Path.of("/work"), Path.of("/out/ginnel.msi"));

        Golden.check("windows/commands", String.join(" ", packing) + "\n");
    }

    /// Windows Installer registers the key file of the component that the service is in.
    @Test
    void theService_isItsComponentsKeyFile() throws IOException, ParserConfigurationException, SAXException {
        var service = elements("ServiceInstall").getFirst();
        var component = (Element) service.getParentNode();
        var file = (Element) component.getElementsByTagNameNS(SCHEMA, "File").item(0);

        assertThat(file.getAttribute("KeyPath")).isEqualTo("yes");
        assertThat(file.getAttribute("Source")).endsWith("\\ginneld.exe");
        assertThat(service.getAttribute("Account")).isEqualTo("LocalSystem");
        assertThat(service.getAttribute("Arguments")).isEqualTo("--service");
        assertThat(elements("ServiceControl").getFirst().getAttribute("Name")).isEqualTo(service.getAttribute("Name"));
    }

    /// Who talks to the pipe asks for this group by its name; what an upgrade removes would take its members along.
    @Test
    void theGroup_isMadeAndRemoved_inAComponentOfItsOwn()
            throws IOException, ParserConfigurationException, SAXException {
        var group = extended("Group").getFirst();

        assertThat(group.getAttribute("Name")).isEqualTo(Permissions.GROUP);
        assertThat(group.getAttribute("CreateGroup")).isEqualTo("yes");
        assertThat(group.getAttribute("RemoveOnUninstall")).isEqualTo("yes");
        assertThat(((Element) group.getParentNode()).getAttribute("Guid")).hasSize(36);
    }

    /// One that is asked to close hides in the tray, and its files could not be replaced before a restart.
    @Test
    void aWindowThatRuns_isEnded_andNotAsked() throws IOException, ParserConfigurationException, SAXException {
        var closing = extended("CloseApplication").getFirst();

        assertThat("image\\" + AppImage.MAIN + "\\" + closing.getAttribute("Target"))
                .isIn(attributes("File", "Source"));
        assertThat(closing.getAttribute("CloseMessage")).isEqualTo("no");
        assertThat(closing.getAttribute("TerminateProcess")).isEqualTo("1");
    }

    @Test
    void whatIsKept_goesOnlyWhenItIsAsked_andNeverInAnUpgrade()
            throws IOException, ParserConfigurationException, SAXException {
        var removal = extended("RemoveFolderEx").getFirst();
        var folder = elements("SetProperty").getFirst();

        assertThat(removal.getAttribute("On")).isEqualTo("uninstall");
        assertThat(removal.getAttribute("Condition")).isEqualTo("PURGE AND NOT UPGRADINGPRODUCTCODE");
        assertThat(removal.getAttribute("Property")).isEqualTo(folder.getAttribute("Id"));
        assertThat(folder.getAttribute("Value")).isEqualTo("[CommonAppDataFolder]" + WindowsNames.STATE);
    }

    @Test
    void whatIsNamed_isThere() throws IOException, ParserConfigurationException, SAXException {
        assertThat(ids("Component")).containsAll(attributes("ComponentRef", "Id"));
        assertThat(ids("ComponentGroup")).containsAll(attributes("ComponentGroupRef", "Id"));
        assertThat(ids("File")).containsAll(attributes("CustomAction", "FileRef"));
        assertThat(ids("CustomAction")).containsAll(attributes("Custom", "Action"));
        assertThat(ids("Directory")).contains("INSTALLFOLDER");
        assertThat(attributes("Component", "Directory")).containsOnly("INSTALLFOLDER");
    }

    private List<String> ids(String name) throws IOException, ParserConfigurationException, SAXException {
        return attributes(name, "Id");
    }

    private List<String> attributes(String name, String attribute)
            throws IOException, ParserConfigurationException, SAXException {
        return elements(name).stream().map(it -> it.getAttribute(attribute)).toList();
    }

    private List<Element> elements(String name) throws IOException, ParserConfigurationException, SAXException {
        return elements(SCHEMA, name);
    }

    /// Those of WiX's extension.
    private List<Element> extended(String name) throws IOException, ParserConfigurationException, SAXException {
        return elements(SCHEMA + "/util", name);
    }

    private List<Element> elements(String schema, String name)
            throws IOException, ParserConfigurationException, SAXException {
        var found = document().getElementsByTagNameNS(schema, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private Document document() throws IOException, ParserConfigurationException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(new WindowsTexts(sources).wix())));
    }
}
