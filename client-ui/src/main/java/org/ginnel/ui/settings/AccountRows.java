// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Whose key it is, and the way to forget it.
final class AccountRows {
    private final Words words;
    private final Label tier = Nodes.label("row-title");
    private final Label key = Nodes.label("row-detail");
    private final Label provider = Nodes.label("row-detail");
    private final Button logout;
    private final VBox confirmation;
    private final VBox rows;

    AccountRows(Words words, SettingsViewModel model) {
        this.words = words;
        key.setId("account-key");
        provider.setId("account-provider");
        logout = Nodes.button("logout", "secondary", model::logout);
        logout.setText(words.say(Message.of("settings.logout")));
        var sentences = Nodes.column("row-sentences", tier, key, provider);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        confirmation = confirmation(model);
        rows = Nodes.column("field-area", Nodes.row("setting", sentences, logout), confirmation);
    }

    private VBox confirmation(SettingsViewModel model) {
        var yes = Nodes.button("logout-yes", "danger", model::confirmLogout);
        yes.setText(words.say(Message.of("settings.logoutYes")));
        var no = Nodes.button("logout-no", "secondary", model::keepAccount);
        no.setText(words.say(Message.of("settings.logoutNo")));
        return Nodes.column(
                "confirmation",
                Nodes.label("row-detail", words.say(Message.of("settings.logoutSure"))),
                new FlowPane(10, 10, yes, no));
    }

    Node node() {
        return rows;
    }

    void render(SettingsScreen screen) {
        tier.setText(screen.tier().map(words::say).orElse(""));
        key.setText(screen.key().map(words::say).orElse(""));
        provider.setText(screen.provider().map(words::say).orElse(""));
        Nodes.show(logout, !screen.confirmingLogout());
        Nodes.show(confirmation, screen.confirmingLogout());
    }
}
