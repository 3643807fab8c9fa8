// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ginnel.ui.fx.Icon;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.fx.SteadyField;
import org.ginnel.ui.problem.ProblemCard;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;

/// Shows a [SettingsScreen]: sections of settings, those that are looked for.
public final class SettingsView {
    private final Words words;
    private final TextField search = new SteadyField();
    private final CheckBox lockdown;
    private final CheckBox allowLan;
    private final DnsRows dns;
    private final KeyRows keys;
    private final WindowRows window;
    private final ExchangeRows exchange;
    private final AccountRows account;
    private final Label service = Nodes.label("row-detail");
    private final Label none = Nodes.label("notice");
    private final ProblemCard problem;
    private final Map<Setting, Node> rows = new EnumMap<>(Setting.class);
    private final List<Section> sections = new ArrayList<>();
    private final ScrollPane scroll;
    private final VBox root;

    private record Section(VBox node, List<Setting> settings) {}

    /// A view that shows nothing yet.
    ///
    /// @param version our own, for people
    public SettingsView(Words words, SettingsViewModel model, String version) {
        this.words = words;
        var onOff = new OnOffRows(words);
        lockdown = onOff.box("lockdown", model::lockdown);
        allowLan = onOff.box("allow-lan", model::allowLan);
        dns = new DnsRows(words, model);
        keys = new KeyRows(words, model);
        window = new WindowRows(words, model, onOff);
        exchange = new ExchangeRows(words, model);
        account = new AccountRows(words, model);
        problem = new ProblemCard(words, model::remedy);
        service.setId("service");
        none.setId("settings-none");
        rows.put(Setting.LOCKDOWN, onOff.row(Setting.LOCKDOWN, lockdown));
        rows.put(Setting.ALLOW_LAN, onOff.row(Setting.ALLOW_LAN, allowLan));
        rows.put(Setting.DNS, dns.node());
        rows.put(Setting.KEYS, keys.node());
        rows.putAll(window.rows());
        rows.put(Setting.EXCHANGE, exchange.node());
        rows.put(Setting.ACCOUNT, account.node());
        rows.put(Setting.ABOUT, about(version));
        var body = Nodes.column("page-body", head(model), problem.node(), none);
        body.getChildren().addAll(allSections());
        scroll = Nodes.scroll(body);
        root = Nodes.column("page", scroll);
    }

    private List<VBox> allSections() {
        section("settings.network", Setting.LOCKDOWN, Setting.ALLOW_LAN, Setting.DNS, Setting.KEYS);
        section("settings.start", Setting.LOGIN_START, Setting.CONNECT_AT_START);
        section("settings.looks", Setting.APPEARANCE, Setting.TEXT_SIZE, Setting.LANGUAGE);
        section("settings.announcements", Setting.NOTIFICATIONS, Setting.QUIET_HOURS);
        section("settings.accountTitle", Setting.ACCOUNT);
        section("settings.all", Setting.DIAGNOSTICS, Setting.EXCHANGE);
        section("settings.about", Setting.UPDATES, Setting.ABOUT);
        return sections.stream().map(Section::node).toList();
    }

    private void section(String titleKey, Setting... settings) {
        var shown = List.of(settings);
        var card = Nodes.column("card");
        shown.forEach(setting -> card.getChildren().add(rows.get(setting)));
        var title = Nodes.label("section-title", words.say(Message.of(titleKey)));
        sections.add(new Section(Nodes.column("section", title, card), shown));
    }

    private Node head(SettingsViewModel model) {
        search.setId("settings-search");
        search.setPromptText(words.say(Message.of("settings.search")));
        search.setAccessibleText(words.say(Message.of("settings.search")));
        search.textProperty().addListener((_, _, text) -> model.search(text));
        HBox.setHgrow(search, Priority.ALWAYS);
        return Nodes.column(
                "page-head-tight",
                Nodes.label("page-title", words.say(Message.of("settings.title"))),
                Nodes.row("field", Icon.SEARCH.node(18), search));
    }

    /// The node, to be placed once.
    public Parent root() {
        return root;
    }

    /// What has the keyboard when the user comes here.
    public Node first() {
        return search;
    }

    /// Shows that screen.
    public void render(SettingsScreen screen) {
        if (!search.getText().equals(screen.search())) {
            search.setText(screen.search());
        }
        lockdown.setSelected(screen.lockdown());
        allowLan.setSelected(screen.allowLan());
        dns.render(screen);
        window.render(screen);
        exchange.render(screen.exchange());
        account.render(screen);
        service.setText(words.say(screen.service()));
        problem.render(screen.problem());
        var news = screen.keys().filter(keys::render).isPresent();
        find(screen);
        if (news) {
            Nodes.keepInSight(scroll, keys.node());
        }
    }

    private void find(SettingsScreen screen) {
        rows.forEach((setting, row) -> Nodes.show(row, isShown(screen, setting)));
        for (var section : sections) {
            Nodes.show(section.node(), section.settings().stream().anyMatch(s -> isShown(screen, s)));
        }
        Nodes.show(none, sections.stream().noneMatch(section -> section.node().isVisible()));
        none.setText(words.say(Message.of("settings.noMatch", screen.search())));
    }

    private static boolean isShown(SettingsScreen screen, Setting setting) {
        return switch (setting) {
            case EXCHANGE ->
                screen.found().contains(Setting.EXCHANGE) || screen.found().contains(Setting.RESET);
            case LOGIN_START ->
                screen.found().contains(setting) && screen.startsAtLogin().isPresent();
            case KEYS -> screen.found().contains(setting) && screen.keys().isPresent();
            case UPDATES -> screen.found().contains(setting) && screen.updates();
            case QUIET_HOURS ->
                screen.found().contains(setting) && screen.preferences().notifications();
            default -> screen.found().contains(setting);
        };
    }

    private Node about(String version) {
        return Nodes.column(
                "row-sentences",
                Nodes.label("row-title", words.say(Message.of("settings.version", version))),
                service,
                Nodes.label("row-detail", words.say(Message.of("settings.license"))));
    }
}
