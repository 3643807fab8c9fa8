// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [SettingsScreen].
public final class SettingsView {
    private final Words words;
    private final SettingsViewModel model;
    private final CheckBox lockdown = new CheckBox();
    private final CheckBox allowLan = new CheckBox();
    private final DnsRows dns;
    private final Label tier = Nodes.label("row-title");
    private final Label key = Nodes.label("row-detail");
    private final Label provider = Nodes.label("row-detail");
    private final Button logout;
    private final VBox confirmation;
    private final Label service = Nodes.label("row-detail");
    private final ProblemCard problem;
    private final VBox root;

    /// A view that shows nothing yet.
    ///
    /// @param version our own, for people
    public SettingsView(Words words, SettingsViewModel model, String version) {
        this.words = words;
        this.model = model;
        dns = new DnsRows(words, model);
        logout = Nodes.button("logout", "secondary", model::logout);
        logout.setText(words.say(Message.of("settings.logout")));
        confirmation = confirmation();
        problem = new ProblemCard(words, model::remedy);
        key.setId("account-key");
        provider.setId("account-provider");
        service.setId("service");
        var title = Nodes.label("page-title", words.say(Message.of("settings.title")));
        var body = Nodes.column(
                "page-body", Nodes.column("page-titles", title), problem.node(), network(), account(), about(version));
        root = Nodes.column("page", Nodes.scroll(body));
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return lockdown;
    }

    /// Shows that screen.
    public void render(SettingsScreen screen) {
        lockdown.setSelected(screen.lockdown());
        allowLan.setSelected(screen.allowLan());
        dns.render(screen);
        tier.setText(screen.tier().map(words::say).orElse(""));
        key.setText(screen.key().map(words::say).orElse(""));
        provider.setText(screen.provider().map(words::say).orElse(""));
        service.setText(words.say(screen.service()));
        Nodes.show(logout, !screen.confirmingLogout());
        Nodes.show(confirmation, screen.confirmingLogout());
        problem.render(screen.problem());
    }

    private VBox network() {
        lockdown.setId("lockdown");
        lockdown.setOnAction(_ -> model.lockdown(lockdown.isSelected()));
        allowLan.setId("allow-lan");
        allowLan.setOnAction(_ -> model.allowLan(allowLan.isSelected()));
        return section(
                "settings.network",
                onOff(lockdown, Message.of("settings.lockdown"), Message.of("settings.lockdownHelp")),
                onOff(allowLan, Message.of("settings.allowLan"), Message.of("settings.allowLanHelp")),
                dns.node());
    }

    private HBox onOff(CheckBox box, Message title, Message help) {
        box.getStyleClass().add("switch");
        box.setAccessibleText(words.say(title));
        box.setAccessibleHelp(words.say(help));
        var sentences = Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(title)),
                Nodes.label("row-detail", words.say(help)));
        HBox.setHgrow(sentences, Priority.ALWAYS);
        return Nodes.row("setting", sentences, box);
    }

    private VBox account() {
        var sentences = Nodes.column("row-sentences", tier, key, provider);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        return section("settings.accountTitle", Nodes.row("setting", sentences, logout), confirmation);
    }

    private VBox confirmation() {
        var yes = Nodes.button("logout-yes", "danger", model::confirmLogout);
        yes.setText(words.say(Message.of("settings.logoutYes")));
        var no = Nodes.button("logout-no", "secondary", model::keepAccount);
        no.setText(words.say(Message.of("settings.logoutNo")));
        return Nodes.column(
                "confirmation",
                Nodes.label("row-detail", words.say(Message.of("settings.logoutSure"))),
                Nodes.row("buttons", yes, no));
    }

    private VBox about(String version) {
        return section(
                "settings.about",
                Nodes.column(
                        "row-sentences",
                        Nodes.label("row-title", words.say(Message.of("settings.version", version))),
                        service,
                        Nodes.label("row-detail", words.say(Message.of("settings.license")))));
    }

    private VBox section(String titleKey, Node... nodes) {
        return Nodes.column(
                "section", Nodes.label("section-title", words.say(Message.of(titleKey))), Nodes.column("card", nodes));
    }
}
