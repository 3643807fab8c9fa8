// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ginnel.packaging.Command;
import org.ginnel.packaging.Version;
import org.ginnel.packaging.image.Launchers;
import org.ginnel.packaging.supply.Supply;

/// The image and what ties it into a Linux system, as every package has it.
///
/// @param sources of it all
/// @param places of this kind of package
/// @param tree that it is put into
public record LinuxTree(Sources sources, Places places, Tree tree) {
    private static final List<String> UNITS = List.of("ginneld.service", "ginnel-lock.service");
    private static final List<String> SCRIPTS = List.of("ginnel-join", "ginnel-licences");
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final String ID = "org.ginnel.Ginnel";

    /// Puts everything there.
    public void put() throws IOException {
        putImage();
        for (var unit : UNITS) {
            tree.put(places.units() + "/" + unit, blanks().fill(sources.text("systemd/" + unit)));
        }
        putDesktop();
        putManual();
        putCompletions();
    }

    /// What is filled into the files of `src/main/linux`.
    public Blanks blanks() {
        var date = sources.date().toString();
        return new Blanks(Map.of("HOME", "/" + places.home(), "VERSION", Version.OURS, "DATE", date));
    }

    private void putImage() throws IOException {
        var home = tree.root().resolve(places.home());
        Files.createDirectories(home.getParent());
        Command.run("cp", "-a", sources.image().toString(), home.toString());
        var launchers = new Launchers(sources.root(), sources.image()).running(Path.of("/" + places.home()));
        for (var launcher : launchers.entrySet()) {
            tree.putProgram(places.home() + "/bin/" + launcher.getKey(), launcher.getValue());
        }
        for (var script : SCRIPTS) {
            tree.putProgram(places.home() + "/bin/" + script, blanks().fill(sources.text(script)));
        }
        var supply = Supply.of(sources.root(), sources.image(), sources.time());
        for (var file : supply.files().entrySet()) {
            tree.put(places.home() + "/" + file.getKey(), file.getValue());
        }
        tree.put(places.home() + "/package", places.kind() + "\n");
        link(places.bin(), "ginnel");
        link(places.bin(), "ginnel-join");
        link(places.bin(), "ginnel-licences");
        link(places.bin(), "ginnel-ui");
        link(places.sbin(), "ginneld");
    }

    /// Adds a link to a program of the home.
    ///
    /// @param folder that the link lies in
    public void link(String folder, String program) throws IOException {
        var target = Path.of(folder).relativize(Path.of(places.home(), "bin", program));
        tree.link(folder + "/" + program, target.toString());
    }

    private void putDesktop() throws IOException {
        var icons = places.share() + "/icons/hicolor/";
        tree.put(places.share() + "/polkit-1/actions/" + ID + ".policy", blanks().fill(sources.text(ID + ".policy")));
        tree.put(places.share() + "/applications/" + ID + ".desktop", sources.text(ID + ".desktop"));
        tree.put(
                places.share() + "/metainfo/" + ID + ".metainfo.xml",
                blanks().fill(sources.text(ID + ".metainfo.xml")));
        tree.put(icons + "scalable/apps/" + ID + ".svg", sources.text("icons/" + ID + ".svg"));
        for (var size : ICONS) {
            tree.put(icons + size + "x" + size + "/apps/" + ID + ".png", sources.bytes("icons/" + size + ".png"));
        }
    }

    private void putManual() throws IOException {
        var help = sources.said("ginnel", "--help");
        var texts = new ArrayList<>(List.of(new ManPage.Text("SYNOPSIS", help)));
        for (var command : ManPage.commandsIn(help)) {
            texts.add(new ManPage.Text(command, sources.said("ginnel", command, "--help")));
        }
        putPage(new ManPage("ginnel", 1, "the Ginnel VPN on the command line", texts, List.of("ginneld(8)")));
        var daemon = List.of(new ManPage.Text("SYNOPSIS", sources.said("ginneld", "--help")));
        putPage(new ManPage("ginneld", 8, "the service of the Ginnel VPN", daemon, List.of("ginnel(1)")));
    }

    private void putPage(ManPage page) throws IOException {
        var file = "%s/man/man%d/%s.%d".formatted(places.share(), page.section(), page.name(), page.section());
        tree.putZipped(file, page.render(Version.OURS, sources.date()));
    }

    private void putCompletions() throws IOException {
        var share = places.share() + "/";
        tree.put(share + "bash-completion/completions/ginnel", sources.said("ginnel", "completion", "bash"));
        tree.put(share + places.zsh() + "/_ginnel", sources.said("ginnel", "completion", "zsh"));
        tree.put(share + places.fish() + "/ginnel.fish", sources.said("ginnel", "completion", "fish"));
    }
}
