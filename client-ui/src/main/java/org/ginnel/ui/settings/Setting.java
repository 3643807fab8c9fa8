// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.settings;

import org.ginnel.ui.text.Message;

/// What can be set, with its name and what it means in one sentence.
public enum Setting {
    LOCKDOWN,
    ALLOW_LAN,
    DNS,
    KEYS,
    APPEARANCE,
    TEXT_SIZE,
    LANGUAGE,
    LOGIN_START,
    CONNECT_AT_START,
    NOTIFICATIONS,
    QUIET_HOURS,
    UPDATES,
    DIAGNOSTICS,
    EXCHANGE,
    RESET,
    ACCOUNT,
    ABOUT;

    /// What it is called.
    public Message title() {
        return switch (this) {
            case LOCKDOWN -> Message.of("settings.lockdown");
            case ALLOW_LAN -> Message.of("settings.allowLan");
            case DNS -> Message.of("settings.dns");
            case KEYS -> Message.of("settings.keys");
            case APPEARANCE -> Message.of("settings.appearance");
            case TEXT_SIZE -> Message.of("settings.textSize");
            case LANGUAGE -> Message.of("settings.language");
            case LOGIN_START -> Message.of("settings.loginStart");
            case CONNECT_AT_START -> Message.of("settings.connectAtStart");
            case NOTIFICATIONS -> Message.of("settings.notifications");
            case QUIET_HOURS -> Message.of("settings.quietHours");
            case UPDATES -> Message.of("settings.updates");
            case DIAGNOSTICS -> Message.of("settings.diagnostics");
            case EXCHANGE -> Message.of("settings.exchange");
            case RESET -> Message.of("settings.reset");
            case ACCOUNT -> Message.of("settings.accountTitle");
            case ABOUT -> Message.of("settings.about");
        };
    }

    /// What it means.
    public Message help() {
        return switch (this) {
            case LOCKDOWN -> Message.of("settings.lockdownHelp");
            case ALLOW_LAN -> Message.of("settings.allowLanHelp");
            case DNS -> Message.of("settings.dnsHelp");
            case KEYS -> Message.of("settings.keysHelp");
            case APPEARANCE -> Message.of("settings.appearanceHelp");
            case TEXT_SIZE -> Message.of("settings.textSizeHelp");
            case LANGUAGE -> Message.of("settings.languageHelp");
            case LOGIN_START -> Message.of("settings.loginStartHelp");
            case CONNECT_AT_START -> Message.of("settings.connectAtStartHelp");
            case NOTIFICATIONS -> Message.of("settings.notificationsHelp");
            case QUIET_HOURS -> Message.of("settings.quietHoursHelp");
            case UPDATES -> Message.of("settings.updatesHelp");
            case DIAGNOSTICS -> Message.of("settings.diagnosticsHelp");
            case EXCHANGE -> Message.of("settings.exchangeHelp");
            case RESET -> Message.of("settings.resetHelp");
            case ACCOUNT -> Message.of("settings.logout");
            case ABOUT -> Message.of("settings.license");
        };
    }
}
